import Testing

@Suite struct MoatSkeletonTests {
  @Test func moduleBuilds() { #expect(Bool(true)) }
}
