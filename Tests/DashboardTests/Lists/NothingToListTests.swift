import Canvas
import Dataset
import Testing

@testable import Dashboard

/// A chart without bars has no axis, and a date stands whole or not at all.
@Suite struct NothingToListTests {
  @Test func anInvestorWithoutRoundsHasNoAxis() throws {
    let world = try FrozenLedger.world()
    var state = State.opened(.investor("nscale"), world, size: Size(width: 120, height: 40))
    #expect(!state.picture().contains("by layer"), "\(state.picture())")
    state = State.opened(.investor("nvidia"), world, size: Size(width: 120, height: 40))
    #expect(state.picture().contains("by layer"), "\(state.picture())")
  }

  /// Half of a day is another day.
  @Test func aDateIsNeverCut() {
    let column = Column<Int>("day", .init("Now", minimum: 7, maximum: 10)) { _, _ in
      Day(year: 2025, month: 7, day: 17).map(PartialDate.init)
    }
    #expect(column.shown?.minimum == 10)
    let words = Column<Int>("name", .init("Name", minimum: 7)) { _, _ in "x" }
    #expect(words.shown?.minimum == 7)
  }
}
