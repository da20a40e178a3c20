import Testing

@testable import Charts

/// A page on shows other rows at once; from the last page on only the cursor moves.
@Suite struct PagingTests {
  @Test func theFirstPagePages() {
    let first = ListPosition(cursor: 0).paged(by: 9, count: 100, visible: 10)
    #expect(first.cursor == 9 && first.offset == 9)
    let second = first.paged(by: 9, count: 100, visible: 10)
    #expect(second.cursor == 18 && second.offset == 18)
    let back = second.paged(by: -9, count: 100, visible: 10)
    #expect(back == first)
  }

  @Test func itStopsAtTheEnds() {
    let end = ListPosition(cursor: 95, offset: 90).paged(by: 9, count: 100, visible: 10)
    #expect(end.cursor == 99 && end.offset == 90)
    let top = ListPosition(cursor: 3, offset: 2).paged(by: -9, count: 100, visible: 10)
    #expect(top.cursor == 0 && top.offset == 0)
    #expect(ListPosition(cursor: nil).paged(by: 9, count: 0, visible: 10).cursor == nil)
    #expect(ListPosition(cursor: 2).paged(by: .max, count: 5, visible: 3).cursor == 4)
  }
}
