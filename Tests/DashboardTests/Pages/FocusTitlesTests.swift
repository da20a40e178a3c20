import Canvas
import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// A column that tells how much runs on the maker in focus bears that maker's name.
@Suite struct FocusTitlesTests {
  private static let tables: [TableName: String] = [
    .countries: "code,name,bloc\nDE,Germany,EU\nUS,United States,other",
    .organisations: """
    id,name,kind,layer,country
    acme,Acme,company,models,DE
    host,Host,company,infrastructure,DE
    cere,Cerebras,company,chips,US
    nvidia,NVIDIA,public-company,chips,US
    """,
    .compute: """
    id,date,name,scope,operator,country,accelerators,chip_vendor,status
    a,2026-01-01,Alpha,site,acme,DE,1000,cere,operational
    b,2026-01-01,Beta,site,host,DE,3000,nvidia,operational
    """,
    .models: """
    id,name,developer,date,weights,parameters_b
    own,Own,acme,2025-01-01,open,7
    """,
  ]

  private func sheet(_ page: Page) throws -> String {
    let world = World(
      dataset: try SyntheticPackage.dataset(Self.tables, focus: ["cere"]),
      today: try day("2026-11-21"))
    let sheet = Sheet(page: page, world: world, settings: Settings())
    return PlainText.write(sheet.canvas(width: 260, height: nil), ascii: false)
  }

  @Test func theLayerPageNamesTheMakerInFocus() throws {
    let page = try sheet(.layer(.models))
    #expect(page.contains("On Cerebras"))
    #expect(!page.contains("On NVIDIA"))
    #expect(page.components(separatedBy: "On Cerebras").count == 3, "the list and the frontier")
  }

  @Test func thePlannerNamesTheMakerInFocus() throws {
    let page = try sheet(.planner(PlanRequest(country: "DE")))
    let header = try #require(
      page.split(separator: "\n").first { $0.contains("Owner's home") }, "\(page)")
    #expect(header.contains("Cerebras"))
    #expect(!header.contains("NVIDIA"))
  }
}
