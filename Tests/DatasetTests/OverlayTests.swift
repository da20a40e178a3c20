import Testing

@testable import Dataset

@Suite struct OverlayTests {
  private static let rounds = """
    id,company,date,series,instrument,status,amount_m,currency,part_of,confidence,source,note
    a,acme,2025-01-10,A,equity,closed,10,EUR,,reported,s,base
    b,acme,2026,B,equity,announced,20,EUR,,reported,s,base

    """

  private func dataset(_ overlay: [TableName: String], updated: String = "2026-11-21") throws
    -> Dataset
  {
    try TemporaryPackage.read(layers: [
      ([.rounds: OverlayTests.rounds], "2026-11-21"), (overlay, updated),
    ])
  }

  private func notes(_ dataset: Dataset) -> [String] {
    dataset.rounds.map {
      "\(dataset.slug($0.id)) \($0.date) \(dataset.string($0.note)) \($0.origin.package)"
    }
  }

  @Test func aLaterPackageAddsAndReplacesRows() throws {
    let dataset = try dataset([
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency,part_of,confidence,source,note
      c,acme,2026-02-01,C,equity,closed,5,EUR,a,reported,s,mine
      a,acme,2025-01-10,A,equity,closed,11,EUR,,confirmed,s,mine
      b,acme,2026-08-01,B,equity,closed,21,EUR,,confirmed,s,mine

      """
    ])
    #expect(dataset.shownProblems == [])
    #expect(
      notes(dataset) == [
        "a 2025-01-10 mine 1", "b 2026 base 0", "c 2026-02-01 mine 1", "b 2026-08-01 mine 1",
      ])
    #expect(dataset.rounds[0].amountMillions == 11)
    #expect(dataset.path(of: dataset.rounds[0].origin)?.hasSuffix("/rounds.csv") == true)
    #expect(
      dataset.path(of: dataset.rounds[0].origin) != dataset.path(of: dataset.rounds[1].origin))
    let id = try #require(dataset.round("b"))
    // The row of the base is dated 2026 and so known from the day the base was last revised.
    let history = dataset.asOf(try #require(Day("2026-11-21"))).history(of: id)
    #expect(history.map { dataset.string($0.note) } == ["mine", "base"])
    let summer = dataset.asOf(try #require(Day("2026-09-01")))
    #expect(summer.round(id).map { dataset.string($0.note) } == "mine")
  }

  /// A year counts from the day its own package was last revised: so does the rate it is converted at.
  @Test func aPartialDateIsConvertedAtTheRateOfItsOwnPackage() throws {
    let rates = """
      date,USD,GBP,NOK,SEK,DKK,CHF,PLN,source
      2026-01-02,1.1,0.9,11,11,7.5,0.9,4.3,s
      2026-06-01,1.2,0.9,10,11,7.5,0.9,4.3,s

      """
    let mine = """
      id,company,date,series,instrument,status,amount_m,currency,post_money_m,post_money_currency,part_of,confidence,source,note
      m,acme,2026,M,equity,closed,110,NOK,220,NOK,,reported,s,mine

      """
    let dataset = try TemporaryPackage.read(layers: [
      ([.rounds: OverlayTests.rounds, .exchangeRates: rates], "2026-11-21"),
      ([.rounds: mine], "2026-03-01"),
    ])
    let round = try #require(dataset.rounds.first { dataset.string($0.note) == "mine" })
    #expect(dataset.known(round) == Day("2026-03-01"))
    #expect(dataset.dollars(round).map { ($0.millions * 100).rounded() } == 1_100)
    #expect(dataset.postMoneyDollars(round).map { ($0.millions * 100).rounded() } == 2_200)
    let base = try #require(dataset.round("b").flatMap { dataset.asOf(dataset.updated).round($0) })
    #expect(dataset.dollars(base).map { ($0.millions * 100).rounded() } == 2_400)
  }

  @Test func anOverlayMayNameWhatOnlyTheBaseHas() throws {
    let dataset = try dataset([
      .sources: "id,title,publisher,kind\nnote,My note,Me,analysis\n",
      .organisations: """
      id,name,kind,layer,parent,source
      startup,Startup,company,models,acme,note
      bank,The Bank,fund,capital,startup,s;note

      """,
      .investments: "round,investor,role,source\na,startup,lead,note;s\n",
      .valuations: "company,date,value_m,currency,basis,confidence,source\n"
        + "acme,2026-01-01,100,EUR,talks,estimate,note\n",
    ])
    #expect(dataset.shownProblems == [])
    #expect(
      dataset.organisations.map { dataset.string($0.name) } == [
        "Acme", "The Bank", "Chipper", "Startup",
      ])
    #expect(dataset.organisations.map(\.origin.package) == [0, 1, 0, 1])
    let bank = try #require(dataset.organisation("bank"))
    #expect(dataset[bank].parent.map { dataset.slug($0) } == "startup")
    #expect(dataset.ids(dataset.investments[0].sources).map { dataset.slug($0) } == ["note", "s"])
    #expect(dataset.packages.count == 2)
    #expect(dataset.packages[1].files.keys.contains(.rounds) == false)
  }

  @Test func theBaseDoesNotKnowItsOverlays() throws {
    let dataset = try TemporaryPackage.read(layers: [
      (
        [.investments: "round,investor,role,source\nmine,bank,lead,s\n"], "2026-11-21"
      ),
      ([.rounds: OverlayTests.rounds.replacing("a,acme", with: "mine,acme")], "2026-11-21"),
    ])
    // Investments are read when all rounds are, so a private round may be named by a shared row.
    #expect(dataset.shownProblems == [])
    #expect(dataset.investments.count == 1)
  }

  @Test func aPackageTwiceIsThePackageOnce() throws {
    let files = RandomTables(seed: 3).files
    let package = try TemporaryPackage(files)
    let once = try Dataset(folders: [package.folder.path])
    let thrice = try Dataset(folders: Array(repeating: package.folder.path, count: 3))
    #expect(thrice.shownProblems == [])
    for table in TableName.allCases { #expect(thrice.csv(table) == once.csv(table)) }
    #expect(thrice.rounds.allSatisfy { $0.origin.package == 2 })
    let day = once.updated
    #expect(thrice.asOf(day).rounds.map(\.id) == once.asOf(day).rounds.map(\.id))
    #expect(thrice.asOf(day).enforcement.count == once.asOf(day).enforcement.count)
  }

  @Test func aBadRowOfAnOverlayLeavesTheBaseAsItWas() throws {
    let dataset = try dataset([
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency,part_of,confidence,source,note
      a,acme,2025-01-10,A,shares,closed,11,EUR,,confirmed,s,mine
      d,acme,2025-01-10,A,equity,closed,11,EUR,,confirmed,s,mine
      d,acme,2025-01-10,A,equity,closed,12,EUR,,confirmed,s,again

      """
    ])
    #expect(dataset.problems.map { "\($0.line):\($0.column)" } == ["2:21", "4:1"])
    #expect(dataset.problems[1].message == "the same id, date as on line 3; the row is not used")
    #expect(notes(dataset) == ["a 2025-01-10 base 0", "b 2026 base 0", "d 2025-01-10 mine 1"])
  }

  @Test func aLaterRevisionOfTheOverlayIsNotOneOfTheBase() throws {
    let overlay = """
      id,company,date,series,instrument,status,part_of,confidence,source,note
      n,acme,2026,A,equity,closed,,reported,s,mine

      """
    let dataset = try dataset([.rounds: overlay], updated: "2026-12-10")
    #expect(dataset.updated == Day("2026-12-10"))
    func known(_ day: String) throws -> [String] {
      dataset.asOf(try #require(Day(day))).rounds.map { dataset.slug($0.id) }
    }
    #expect(try known("2026-11-20") == ["a"])
    #expect(try known("2026-11-21") == ["a", "b"])
    #expect(try known("2026-12-09") == ["a", "b"])
    #expect(try known("2026-12-10") == ["a", "b", "n"])
    #expect(dataset.known(dataset.rounds[1]) == Day("2026-11-21"))
    #expect(CheckReport(dataset).errors == 0)
  }

  @Test func rowsWithoutIdsAreReplacedByTheirKey() throws {
    let step = "country,date,step,status,detail,confidence,source\n"
    let dataset = try TemporaryPackage.read(layers: [
      (
        [
          .enforcement: step + "FR,2025-08-02,law,proposed,base,reported,s\n"
            + "DE,2025-08-02,law,proposed,base,reported,s\n"
        ], "2026-11-21"
      ),
      (
        [
          .enforcement: "step,country,date,status,detail,confidence,source\n"
            + "law,DE,2025-08-02,adopted,mine,reported,s\nlaw,DE,2025-08,adopted,mine,reported,s\n"
        ],
        "2026-11-21"
      ),
    ])
    #expect(dataset.shownProblems == [])
    #expect(
      dataset.enforcement.map {
        "\(dataset.code($0.country)) \($0.date) \(dataset.string($0.detail))"
      }
        == ["FR 2025-08-02 base", "DE 2025-08-02 mine", "DE 2025-08 mine"])
  }
}
