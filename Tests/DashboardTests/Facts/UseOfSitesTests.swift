import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

/// The list and the page of a site say who rents it, or plainly that nobody is named.
@Suite struct UseOfSitesTests {
  @Test func theListSaysWhereNobodyIsNamed() throws {
    let screen = ComputeScreen(
      page: .compute, world: try FrozenPackage.world(), settings: Settings())
    let rows = (0..<screen.panes[1].count).map(screen.panes[1].text)
    let jupiter = try #require(rows.first { $0.contains("JUPITER") })
    #expect(jupiter.contains("not said"))
    let loughton = try #require(rows.first { $0.contains("Loughton") })
    #expect(loughton.contains("Microsoft") && !loughton.contains("not said"))
    let announced = try #require(rows.first { $0.contains("Heidelberg") })
    #expect(!announced.contains("not said"), "nobody asks who rents what is not built")
  }

  @Test func thePageSaysSoInWords() throws {
    let world = try FrozenPackage.world()
    let page = sheet(.fact(.commitment("jupiter")), world, width: 120)
    #expect(page.contains("the ledger does not say who may rent; o opens the source"))
    #expect(!sheet(.fact(.commitment("loughton")), world, width: 120).contains("who may use it"))
  }

  @Test func aNoteIsNamedWhereThereIsOne() throws {
    let dataset = try FrozenPackage.dataset([
      .compute: """
      id,date,name,scope,operator,customer,country,city,accelerators,chip_vendor,chip,mw,status,target,confidence,note,source
      jupiter,2025-09-05,JUPITER,site,julich,,DE,Jülich,24000,nvidia,GH200,17,operational,,confirmed,Open by calls.,s
      """
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    let page = sheet(.fact(.commitment("jupiter")), world, width: 120)
    #expect(page.contains("no tenant is named; the note has what is known of its use"))
  }
}
