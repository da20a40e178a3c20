import Testing

@Suite struct DashboardSkeletonTests {
  @Test func moduleBuilds() { #expect(Bool(true)) }
}
