import Testing

@Suite struct DatasetSkeletonTests {
  @Test func moduleBuilds() { #expect(Bool(true)) }
}
