import Testing

@Suite struct ChartsSkeletonTests {
  @Test func moduleBuilds() { #expect(Bool(true)) }
}
