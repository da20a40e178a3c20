import Testing

@Suite struct CanvasSkeletonTests {
  @Test func moduleBuilds() { #expect(Bool(true)) }
}
