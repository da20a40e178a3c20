import Testing

@testable import Dashboard

@Suite struct DataCellTests {
  @Test(arguments: [
    ("1,200", "1200"), ("~857", "857"), ("57?", "57"), ("−3.67", "-3.67"), ("·", ""), ("0", "0"),
    ("2026-03-09", "2026-03-09"), ("77–95 %", "77–95 %"), ("Series C", "Series C"), ("", ""),
    ("1,700 m EUR", "1,700 m EUR"), ("18+", "18+"), ("Why, then?", "Why, then?"),
  ])
  func aNumberIsPlainAndAllElseAsShown(_ shown: String, _ data: String) {
    #expect(dataCell(shown) == data)
  }

  @Test func nounsAgreeWithTheirCount() {
    #expect(counted(1, "site") == "1 site")
    #expect(counted(0, "site") == "0 sites")
    #expect(counted(20, "site") == "20 sites")
  }
}
