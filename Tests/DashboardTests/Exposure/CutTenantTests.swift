import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

/// A customer that stops: operators lose their tenant, each with its share, and every site hit can be read.
@Suite struct CutTenantTests {
  private static func state(cutting text: String, _ size: Size = Size(width: 120, height: 40))
    throws
    -> State
  {
    var state = State.opened(.exposure, try ReachPackage.world(), size: size)
    state.type("X" + text)
    state.press(.enter)
    return state
  }

  @Test func theOperatorsOfALeavingCustomerAreNamedWithTheirShare() throws {
    let picture = try Self.state(cutting: "openai,microsoft").picture()
    #expect(picture.contains("still rented"))
    let line = picture.split(separator: "\n").first {
      $0.contains("Fjord Compute") && $0.contains("110 k →")
    }
    #expect(line?.contains("110 k → 5 k −95 %") == true, "\(picture)")
    #expect(!picture.contains("−0 %"))
    #expect(picture.contains("none lost"))
  }

  @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func everySiteHitIsAKeyAway(_ size: Size) throws {
    var state = try Self.state(cutting: "microsoft", size)
    let screen = try #require(state.place.screen as? ExposureScreen)
    let pane = try #require(screen.hitPane)
    #expect(screen.panes[pane].count == 2)
    while state.place.view.focus != pane { state.press(.tab) }
    let picture = state.picture()
    #expect(picture.contains("Narvik campus") && picture.contains("Loughton"))
    #expect(!picture.contains("JUPITER"))
  }

  /// Losses of unknown size stand apart from losses with a figure, which they would hide.
  @Test func lossesOfUnknownSizeStandApart() throws {
    var tables = ReachPackage.tables
    tables[.compute]? += "\nblank,2026-03,Blank hall,site,hall,,NO,Oslo,,nvidia,,,building,2027"
    let world = World(
      dataset: try SyntheticPackage.dataset(tables, focus: ["nvidia"]), today: try day("2026-11-21")
    )
    let detail = CutDetail(
      cut: CutReport(of: world.snapshot, cutting: try world.scenarios("blank").0), world: world)
    let block = try #require(detail.blocks.first { $0.title == "by company" })
    #expect(block.sized.isEmpty && block.unsized.count == 1)
    var canvas = Canvas(width: 120, height: 12)
    detail.draw(in: Rect(x: 0, y: 0, width: 120, height: 12), on: &canvas)
    #expect(PlainText.write(canvas, ascii: false).contains("unknown size: Hall of Norway"))
  }
}
