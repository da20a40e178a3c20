import Canvas
import Charts
import Dataset
import Insight
import Testing

@testable import Dashboard

/// The columns that a filter asks about are the first to be shown where not all fit.
@Suite struct AskedColumnsTests {
  @Test(
    arguments: [
      ("has:customer", ["has", "customer"]),
      ("missing:penalties,law", ["missing", "penalties", "law"]),
      ("since:2025 until:2026-06", ["date"]), ("status:contracted,building", ["status", "target"]),
      ("-vendor:nvidia", ["vendor"]), ("amount>100", ["usd_m"]), ("target:2026", ["target"]),
      ("accelerators>=1000", ["accelerators"]),
      // A single value stands in every row: it need not be read there.
      ("vendor:nvidia", []), ("status=building", []), ("nscale", []), ("", []),
    ])
  func aFilterAsksForTheColumnsThatDiffer(_ text: String, _ columns: [String]) throws {
    #expect(try Filter(text).askedColumns == Set(columns))
  }

  @Test(arguments: [("", false), ("has:customer", true), ("city:narvik", false)])
  func whoeverAsksForTenantsReadsThemIn80Columns(_ filter: String, _ isShown: Bool) throws {
    let world = World(
      dataset: try FrozenPackage.dataset(), today: try day("2026-11-21"),
      filter: try Filter(filter))
    let sites = SiteList(world: world, includesAll: true).table(nil, sort: nil)
    var canvas = Canvas(size: Size(width: 76, height: 8))
    sites.chart.draw(on: &canvas, in: canvas.bounds, position: nil)
    #expect(PlainText.write(canvas).contains("Customer") == isShown, "\(PlainText.write(canvas))")
  }

  /// The number of sites of unknown size stands with that of the firm, where no column takes it away.
  @Test func aSumSaysHowManySitesItLeavesOutInAnyWidth() throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    let sites = SiteList(world: world, includesAll: true).table(nil, sort: nil)
    var canvas = Canvas(size: Size(width: 44, height: 30))
    sites.chart.draw(on: &canvas, in: canvas.bounds, position: nil)
    let foot = PlainText.write(canvas).split(separator: "\n").last { $0.contains("firm") } ?? ""
    #expect(foot.contains("unsized"), "\(PlainText.write(canvas))")
  }
}
