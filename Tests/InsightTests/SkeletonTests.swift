import Testing

@Suite struct InsightSkeletonTests {
  @Test func moduleBuilds() { #expect(Bool(true)) }
}
