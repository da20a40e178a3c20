import Dataset
import Insight
import Testing

/// Rows that were entered, changed or taken out, whatever their date.
@Suite struct EnteredTests {
  private static let before = """
    id,date,name,operator,status,accelerators
    a,2020-01-01,Alpha,grid,announced,5
    b,2020-01-01,Beta,grid,announced,5
    c,2020-01-01,Gamma,grid,announced,5
    """
  private static let after = """
    id,date,name,operator,status,accelerators
    a,2020-01-01,Alpha,grid,contracted,6
    c,2020-01-01,Gamma,grid,announced,5
    d,2019-01-01,Delta,grid,announced,5
    """

  private func dataset(_ compute: String) throws -> Dataset {
    try Synthetic.dataset([
      .organisations: "id,name\ngrid,Gridhall\n", .compute: compute,
    ])
  }

  private func told(_ entered: Entered) -> [String] {
    entered.rows.map {
      "\($0.kind.rawValue) \($0.key) \($0.title) \($0.columns.joined(separator: "+"))"
    }
  }

  @Test func againstFingerprintsTheColumnsAreTold() throws {
    let prints = try #require(RowPrints(try dataset(Self.before)))
    let entered = Entered(try dataset(Self.after), since: prints, on: try day("2026-11-01"))
    #expect(
      told(entered) == [
        "new d|2019-01-01 Delta ", "changed a|2020-01-01 Alpha accelerators+status",
        "gone b|2020-01-01 b|2020-01-01 ",
      ])
    #expect(entered.rows.map { $0.origin == nil } == [false, false, true])
  }

  @Test func againstAPackageBothValuesAreTold() throws {
    let entered = Entered(
      try dataset(Self.after), against: try dataset(Self.before), called: "old")
    #expect(
      told(entered) == [
        "new d|2019-01-01 Delta ", "changed a|2020-01-01 Alpha accelerators+status",
        "gone b|2020-01-01 Beta ",
      ])
    #expect(
      entered.rows[1].differences.map { "\($0.field) \($0.old) \($0.new)" } == [
        "accelerators 5 6", "status announced contracted",
      ])
    let document = try jsonObject(entered)
    #expect(document["by"] as? String == "entry" && document["against"] as? String == "old")
    #expect(document["gone"] as? Int == 1)
    #expect((document["changes"] as? [[String: Any]])?.count == 3)
  }

  /// An amount has the currency of its own row, and columns without a unit have none.
  @Test func amountsHaveTheUnitsOfTheirRows() throws {
    func dataset(_ cells: String, _ power: String) throws -> Dataset {
      try Synthetic.dataset([
        .organisations: "id,name\ngrid,Gridhall\n",
        .rounds: "id,company,date,instrument,status,series,amount_m,currency,amount_usd_m,"
          + "post_money_m,post_money_currency\nr,grid,2026-01-01,equity,closed," + cells,
        .compute: "id,date,name,mw,accelerators\na,2020-01-01,A," + power,
      ])
    }
    let entered = Entered(
      try dataset("B,6,EUR,7,30,CHF", "4,9"), against: try dataset("A,5,USD,5,20,GBP", "3,8"),
      called: "old")
    let told = entered.rows.flatMap(\.differences).map {
      "\($0.field) \($0.old) \($0.oldUnit)>\($0.new) \($0.newUnit)"
    }
    #expect(
      told == [
        "series A >B ", "amount_m 5 USD>6 EUR", "currency USD >EUR ", "amount_usd_m 5 USD>7 USD",
        "post_money_m 20 GBP>30 CHF", "post_money_currency GBP >CHF ", "accelerators 8 >9 ",
        "mw 3 MW>4 MW",
      ])
  }

  /// Rows that are gone stand as they stood in the table; where only their keys are known, by key.
  @Test func whatIsGoneStandsLastInOrder() throws {
    let before = try dataset(
      "id,date,name\nz,2020-01-01,Zeta\na,2020-01-01,Alpha\nm,2020-01-01,Mu")
    let after = try dataset("id,date,name\nm,2020-01-01,My\nb,2020-01-01,Beta")
    let prints = try #require(RowPrints(before))
    let since = Entered(after, since: prints, on: try day("2026-11-01"))
    let against = Entered(after, against: before, called: "old")
    #expect(since.rows.map { String($0.key.prefix(1)) } == ["b", "m", "a", "z"])
    #expect(against.rows.map { String($0.key.prefix(1)) } == ["b", "m", "z", "a"])
  }

  @Test func theDocumentOfAVisitCountsWhatAFilterLeaves() throws {
    let prints = try #require(RowPrints(try dataset(Self.before)))
    let entered = Entered(try dataset(Self.after), since: prints, on: try day("2026-11-01"))
    func counts(_ entered: Entered) throws -> String {
      let document = try jsonObject(entered)
      let keys = ["by", "since", "new", "changed", "gone"]
      return keys.map { "\(document[$0] ?? "")" }.joined(separator: " ")
    }
    #expect(try counts(entered) == "entry 2026-11-01 1 1 1")
    #expect(try counts(entered.only { $0.kind == .gone }) == "entry 2026-11-01 0 0 1")
    #expect(try counts(entered.only { $0.origin != nil }) == "entry 2026-11-01 1 1 0")
    #expect(entered.only { $0.kind == .gone }.rows.map(\.key) == ["b|2020-01-01"])
  }

  @Test func theSameDataHasNoChange() throws {
    let dataset = try FrozenLedger.dataset()
    let prints = try #require(RowPrints(dataset))
    #expect(Entered(dataset, since: prints, on: dataset.updated).rows.isEmpty)
    #expect(Entered(dataset, against: dataset, called: "itself").rows.isEmpty)
  }
}

/// The earlier of two days, as it is written.
@Suite struct SinceTests {
  @Test(arguments: [
    ("2026-03-21", "2026-03-21"), ("2026-03", "2026-03-31"), ("7d", "2026-03-24"),
    ("2w", "2026-03-17"), ("1m", "2026-02-28"), ("1y", "2025-03-31"), ("yesterday", "2026-03-30"),
    ("today", "2026-03-31"), ("Last-Visit", "2026-01-01"), ("0d", "2026-03-31"),
  ])
  func aWordMeansADay(_ word: String, _ meant: String) throws {
    let since = try #require(Since(word))
    let found = since.day(before: try day("2026-03-31"), lastVisit: try day("2026-01-01"))
    #expect(found == (try day(meant)))
  }

  @Test(arguments: [
    "", "d", "7", "7x", "-7d", "+7d", "7 d", "99999999999999999999d", "9999y", "tomorrow", "last",
    "2026-13", "٧d",
  ])
  func whatIsNoDayIsNone(_ word: String) { #expect(Since(word) == nil) }

  @Test func aVisitThatNeverWasIsNoDay() throws {
    #expect(Since.lastVisit.day(before: try day("2026-03-31"), lastVisit: nil) == nil)
  }
}
