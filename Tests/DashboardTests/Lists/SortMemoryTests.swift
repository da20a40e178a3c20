import Canvas
import Charts
import Dataset
import Insight
import Synchronization
import Testing

@testable import Dashboard

@Suite struct SortTests {
  /// Sorting reads the keys of one column and makes no cell.
  @Test func aSortReadsOneColumnAlone() throws {
    let world = try FrozenPackage.world()
    let read = Mutex<[String: Int]>([:])
    func column(_ id: String, _ value: @escaping @Sendable (Int) -> Double?) -> Column<Int> {
      Column(id, Table.Column(id)) { row, _ -> Double? in
        read.withLock { $0[id, default: 0] += 1 }
        return value(row)
      }
    }
    let table = FactTable(
      "Things", name: "things",
      columns: [
        column("a") { $0 % 7 == 0 ? nil : Double($0 % 7) }, column("b") { Double($0) },
      ], rows: Array(0..<5_000), in: world, sort: SortOrder(column: "a", descending: true)
    ) { _, _ in nil }
    read.withLock {
      #expect($0 == ["a": 5_000])
      $0 = [:]
    }
    let order = table.rows
    #expect(order.prefix(3) == [6, 13, 20], "the largest first, equals as they came")
    #expect(order.last.map { $0 % 7 } == 0, "what is unknown comes last")
    _ = table.sorted(by: ["things": SortOrder(column: "a", descending: false)]).rows.first.map {
      #expect($0 == 1)
    }
    #expect(
      table.sorted(by: ["things": SortOrder(column: "gone", descending: true)]).sort == table.sort)
  }

  @Test func wordsAreSortedWithoutTheirCase() {
    let keys = SortKeys.words(["beta", "", "alpha", "beta"])
    #expect(keys.order(descending: false) == [2, 0, 3, 1])
    #expect(keys.order(descending: true) == [0, 3, 2, 1])
  }

  /// The cells of a long list are not kept.
  @Test func aMemoForgets() {
    let memo = Memo<Int, Int>(limit: 10)
    var made = 0
    for key in 0..<100 {
      _ = memo.value(key) {
        made += 1; return key
      }
    }
    for key in [99, 0] {
      _ = memo.value(key) {
        made += 1
        return key
      }
    }
    #expect(made == 101)
  }

  /// A session names the column; the number in an older session means nothing any more.
  @Test func aSessionNamesTheColumn() throws {
    var state = State.opened(.capital, try FrozenPackage.world())
    state.press(.tab)
    state.type("lllS")
    let order = SortOrder(column: "usd_m", descending: true)
    #expect(state.place.view.settings.sort["rounds"] == order)
    let text = Session(of: state).text
    #expect(text.contains("sort = rounds usd_m down\n"))
    let again = State(
      world: try FrozenPackage.world(), size: state.size, resuming: Session(text: text))
    #expect(again.place.screen.panes[1].sort == order)
    let old = Session(text: "page = capital\nsort = 1 2 down\nsort = 0 9223372036854775807 up\n")
    let resumed = State(world: try FrozenPackage.world(), resuming: old)
    #expect(resumed.place.view.settings.sort.isEmpty)
  }
}

/// The data read before is let go when the data is read again.
@Suite struct RetentionTests {
  /// A dataset that is not kept.
  private final class Weak {
    weak var dataset: Dataset?
  }

  @Test func noScreenKeepsADatasetThatWasReadAgain() throws {
    let today = try day("2026-11-21")
    let old = Weak()
    func opened() throws -> State {
      let dataset = try FrozenPackage.dataset()
      old.dataset = dataset
      return State.opened(.capital, World(dataset: dataset, today: today))
    }
    var state = try opened()
    state.type("j3246")
    state.type("2")
    state.press(.enter)
    #expect(state.places.count == 2)
    #expect(old.dataset != nil)
    _ = state.update(.reload(try FrozenPackage.dataset()))
    _ = state.picture()
    #expect(old.dataset == nil)
    // The selection is found where it was.
    state.press(.escape)
    #expect(state.places.count == 1)
    #expect(state.place.page == .capital)
    #expect(state.place.view.position(0).cursor == 1)
    #expect(state.place.screen.panes.count == 2)
  }

  /// The selection is told without the rows of a sum, which may be a million.
  @Test func aSelectionHoldsNoPartsOfASum() throws {
    let world = World(dataset: try FrozenPackage.dataset(), today: try day("2026-11-21"))
    for page: Page in [.capital, .compute, .overview] {
      let state = State.opened(page, world)
      for pane in state.place.screen.panes {
        for row in 0..<pane.count {
          #expect(pane.identity(row) == pane.fact(row)?.withoutParts, "\(page) \(pane.name) \(row)")
        }
      }
    }
  }
}
