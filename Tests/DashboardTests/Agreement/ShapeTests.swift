import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// The document of every page is of the shape that its screen says, with facts of every kind.
@Suite struct ShapeTests {
  private static func faults(of page: Page, in world: World, _ settings: Settings = Settings())
    throws
    -> [String]
  {
    let sheet = Sheet(page: page, world: world, settings: settings)
    let schema = try JSONSchema(JSONWriter.text(sheet.schema))
    return try schema.faults(in: JSONWriter.text(sheet.record))
  }

  @Test func everyPageOfTheFrozenPackage() throws {
    let world = try FrozenPackage.world()
    let dataset = world.dataset
    let pages: [Page] =
      ScreenKind.numbered.map(\.page)
      + [.map, .problems, .chips, .benchmarks, .valuations, .changes(since: try day("2025-01-01"))]
      + dataset.organisations.map { .company(dataset.slug($0.id)) }
      + dataset.organisations.map { .investor(dataset.slug($0.id)) }
      + dataset.countries.map { .country(dataset.code($0.id)) }
      + Layer.allCases.map { .layer($0) }
    for page in pages {
      let faults = try Self.faults(of: page, in: world)
      #expect(faults.isEmpty, "\(page.name ?? ""): \(faults.prefix(3))")
    }
  }

  /// Values as large, as small and as far away as the tables take them.
  @Test(arguments: 0..<6) func extremes(seed: Int) throws {
    let dataset = try ExtremeValuesTests.dataset(seed: seed)
    for text in ["9999-12-31", "2026-06-01", "0001-01-01"] {
      let world = World(dataset: dataset, today: try day("2026-06-01"), day: try day(text))
      let pages: [Page] =
        ScreenKind.numbered.map(\.page) + [
          .map, .company("acme"), .company("chips"), .investor("bank"), .country("NO"),
          .layer(.models), .problems, .valuations, .changes(since: try day("2025-01-01")),
          .compare([.organisation("acme"), .organisation("chips")]),
        ]
      for page in pages {
        let faults = try Self.faults(of: page, in: world)
        #expect(faults.isEmpty, "\(text) \(page.name ?? ""): \(faults.prefix(3))")
      }
    }
  }

  /// Rows entered since the last visit are another document.
  @Test func changesSinceAVisit() throws {
    let before = try FrozenPackage.dataset()
    let rounds = try #require(FrozenPackage.tables[.rounds])
    let after = try FrozenPackage.dataset([
      .rounds: rounds.replacing("nscale-c,nscale,2026-03-09", with: "nscale-d,nscale,2026-03-09")
        .replacing("Series B", with: "Series B2")
    ])
    let prints = try #require(RowPrints(before))
    let visit = try day("2026-11-01")
    let world = World(
      dataset: after, today: try day("2026-11-21"),
      past: Past { Entered($0, since: prints, on: visit) })
    let sheet = Sheet(page: .entered, world: world)
    let text = JSONWriter.text(sheet.record)
    #expect(text.contains("\"since\"") && text.contains("\"gone\""))
    let faults = try JSONSchema(JSONWriter.text(sheet.schema)).faults(in: text)
    #expect(faults.isEmpty, "\(faults.prefix(3))")
  }
}
