import Testing

@Suite struct TerminalSkeletonTests {
  @Test func moduleBuilds() { #expect(Bool(true)) }
}
