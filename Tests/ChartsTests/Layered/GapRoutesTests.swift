import Testing

@testable import Charts

@Suite struct GapRoutesTests {
  private func lines(_ pairs: [(Int, Int)]) -> [GapLine] {
    pairs.map { GapLine(source: $0.0, target: $0.1) }
  }

  @Test func straightLinesNeedNoTrack() {
    let gap = GapRoutes(lines([(0, 0), (3, 3)]), exactTracks: 12)
    #expect(gap.columns == 0)
    #expect(gap.turns(GapLine(source: 3, target: 3)).isEmpty)
  }

  @Test func aFanIsOneTrack() {
    #expect(GapRoutes(lines([(2, 0), (2, 2), (2, 4), (2, 6)]), exactTracks: 12).columns == 1)
    #expect(GapRoutes(lines([(0, 2), (2, 2), (4, 2), (6, 2)]), exactTracks: 12).columns == 1)
  }

  @Test func tracksThatDoNotMeetShareAColumn() {
    #expect(GapRoutes(lines([(0, 1), (4, 6)]), exactTracks: 12).columns == 1)
    #expect(GapRoutes(lines([(0, 5), (4, 8)]), exactTracks: 12).columns == 2)
  }

  @Test func parallelLinesDoNotCross() {
    // All falling: the lowest must turn off first.
    let gap = GapRoutes(lines([(0, 3), (1, 4), (2, 5)]), exactTracks: 12)
    let columns = [(0, 3), (1, 4), (2, 5)].map {
      gap.turns(GapLine(source: $0.0, target: $0.1))[0].column
    }
    #expect(columns == [2, 1, 0])
  }

  @Test func linesThatChangePlacesGoRoundEachOther() {
    let gap = GapRoutes(lines([(0, 1), (1, 0)]), exactTracks: 12)
    let turns = [
      gap.turns(GapLine(source: 0, target: 1)), gap.turns(GapLine(source: 1, target: 0)),
    ]
    #expect(turns.map(\.count).sorted() == [1, 2])
    #expect(gap.columns == 3)
    // The line that makes way does so on a row of its own.
    let detour = turns.first { $0.count == 2 } ?? []
    #expect(detour.first.map { $0.row < 0 || $0.row > 1 } == true)
  }

  @Test func whatSharesBothEndsIsMergedOnlyWhereWidthLacks() {
    // Two sources and two targets, but one of the four lines is missing.
    let some = lines([(0, 4), (0, 6), (2, 6)])
    let exact = GapRoutes(some, exactTracks: 12)
    #expect(
      exact.turns(GapLine(source: 0, target: 4))[0].column
        != exact.turns(GapLine(source: 0, target: 6))[0].column)
    let narrow = GapRoutes(some, exactTracks: 0)
    #expect(
      narrow.turns(GapLine(source: 0, target: 4))[0].column
        == narrow.turns(GapLine(source: 0, target: 6))[0].column)
    #expect(narrow.columns < exact.columns)
  }

  @Test func portsFollowTheFarEnds() {
    #expect(Ports.spread([7], over: 2...5) == [5])
    #expect(Ports.spread([0, 0, 9], over: 2...5) == [2, 3, 5])
    #expect(Ports.spread([9, 9, 9, 9], over: 2...5) == [2, 3, 4, 5])
    #expect(Ports.spread([0, 1, 2, 3], over: 2...3) == [2, 2, 3, 3])
  }
}
