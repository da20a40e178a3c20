import Testing

@testable import Dataset

/// Every problem that reading can find, with its exact place.
@Suite struct ProblemTests {
  private static let header =
    "id,company,date,series,instrument,status,amount_m,currency,part_of,confidence,source\n"
  private static let good = "r0,acme,2025,Seed,equity,closed,1,EUR,,reported,s\n"

  /// The problems of one row of rounds after a good one.
  private func problems(_ row: String) throws -> [String] {
    let dataset = try TemporaryPackage.read([
      .rounds: ProblemTests.header + ProblemTests.good + row + "\n"
    ])
    return dataset.shownProblems
  }

  @Test func aRowIsRefusedForWhatIsWrongWithIt() throws {
    let cases: [(row: String, problem: String)] = [
      (
        "R1,acme,2025,Seed,equity,closed,1,EUR,,reported,s",
        "3:1: error: id: found the id \"R1\", expected lower-case letters, digits and hyphens"
      ),
      (
        ",acme,2025,Seed,equity,closed,1,EUR,,reported,s",
        "3:1: error: id: is empty, and every row needs it"
      ),
      (
        "r1,,2025,Seed,equity,closed,1,EUR,,reported,s",
        "3:4: error: company: is empty, and every row needs it"
      ),
      (
        "r1,acne,2025,Seed,equity,closed,1,EUR,,reported,s",
        "3:4: error: company: found \"acne\", expected an id of organisations; did you mean \"acme\"?"
      ),
      (
        "r1,acme,2025-13,Seed,equity,closed,1,EUR,,reported,s",
        "3:9: error: date: found \"2025-13\", expected a date such as 2026, 2026-03 or 2026-03-21"
      ),
      (
        "r1,acme,2025,Sérié,Equity,closed,1,EUR,,reported,s",
        "3:20: error: instrument: found \"Equity\", expected one of: equity, debt, safe, grant, ipo, "
          + "mixed, acquisition, fund, buyback, plan"
      ),
      (
        "r1,acme,2025,\"a\nbé\",equity,closed,1 m,EUR,,reported,s",
        "4:19: error: amount_m: found \"1 m\", expected a number such as 1030 or 2.5"
      ),
      (
        "r1,acme,2025,Seed,equity,closed,-1,EUR,,reported,s",
        "3:33: error: amount_m: found -1, expected a number from 0 to 1000000000"
      ),
      (
        "r1,acme,2025,Seed,equity,closed,1,Eur,,reported,s",
        "3:35: error: currency: found \"Eur\", expected one of: USD, EUR, GBP, NOK, SEK, DKK, CHF, PLN"
      ),
      (
        "r1,acme,2025,Seed,equity,closed,1,EUR,,reported,s;t",
        "3:51: error: source: found \"t\", expected an id of sources; did you mean \"s\"?"
      ),
      (
        "r1,acme,2025,Seed,equity,closed,1,EUR,,reported,s;;s",
        "3:51: error: source: has an empty id; separate ids by one semicolon"
      ),
      (
        "r1,acme,2025,Seed,equity,closed,1,EUR,,reported,s;",
        "3:51: error: source: has an empty id; separate ids by one semicolon"
      ),
      (
        "r1,acme,2025,Seed,equity,closed,1,EUR,,reported",
        "3:1: error: found 10 cells, expected 11 as in the header"
      ),
      (
        "r1,acme,2025,Seed,equity,closed,1,EUR,,reported,s,",
        "3:1: error: found 12 cells, expected 11 as in the header"
      ),
      (
        "r1,acme,2025,Se\"ed,equity,closed,1,EUR,,reported,s",
        "3:16: error: found a quote inside a cell that is not quoted; quote the cell and double the quote"
      ),
      (
        "r1,acme,2025,\"é\"ed,equity,closed,1,EUR,,reported,s",
        "3:17: error: found text after a closing quote, expected a comma or the end of line"
      ),
      (
        "r1,acme,2025,\"Seed,equity,closed,1,EUR,,reported,s",
        "3:14: error: the quote that opens this cell is never closed"
      ),
      (
        "r0,acme,2025,Seed,equity,closed,1,EUR,,reported,s",
        "3:1: error: the same id, date as on line 2; the row is not used"
      ),
    ]
    for (row, problem) in cases {
      #expect(try problems(row) == ["rounds.csv:" + problem], "\(row)")
      let dataset = try TemporaryPackage.read([
        .rounds: ProblemTests.header + row + "\n" + ProblemTests.good
      ])
      #expect(dataset.rounds.count == 1, "\(row)")
    }
  }

  @Test func everythingWrongWithARowIsSaidAtOnce() throws {
    #expect(
      try problems("R1,acne,x,Seed,none,closed,1,EUR,,reported,s").map { $0.prefix(16) } == [
        "rounds.csv:3:1: ", "rounds.csv:3:4: ", "rounds.csv:3:9: ", "rounds.csv:3:16:",
      ])
  }

  @Test func aReferenceToTheSameTableMayPointDownwards() throws {
    let dataset = try TemporaryPackage.read([
      .rounds: ProblemTests.header
        + "a,acme,2024,Seed,safe,closed,1,EUR,b,reported,s\n"
        + "\"b\",acme,2025,A,equity,closed,1,EUR,,reported,s\n"
        + "c,acme,2025,\"A\n1\",equity,closed,1,EUR,\"x\",reported,s\n"
    ])
    #expect(
      dataset.shownProblems == [
        "rounds.csv:5:25: error: part_of: found \"x\", expected an id of rounds; did you mean \"a\"?; "
          + "the row is used without it"
      ])
    let whole = try #require(dataset.rounds[0].partOf)
    #expect(dataset.slug(whole) == "b")
    #expect(dataset.rounds[2].partOf == nil)
  }

  @Test func bytesThatAreNoTextAreRefused() throws {
    var tables = TemporaryPackage.foundations.mapValues { Array($0.utf8) }
    tables[.rounds] =
      Array((ProblemTests.header + "é1,acme,2025,S").utf8) + [0xC3]
      + Array(",equity,closed,1,EUR,,reported,s\n".utf8) + Array(ProblemTests.good.utf8)
    let package = try TemporaryPackage(tables)
    let dataset = try Dataset(folders: [package.folder.path])
    #expect(
      dataset.shownProblems == [
        "rounds.csv:2:15: error: found bytes that are not UTF-8; save the file as UTF-8"
      ])
    #expect(dataset.rounds.count == 1)
  }

  @Test func headersAreMet() throws {
    func problems(_ claims: String) throws -> [String] {
      try TemporaryPackage.read([.claims: claims]).shownProblems
    }
    let row = "c,A,Claim,m,so\n"
    #expect(try problems("id,briefing,claim,unit,how_to_check\n" + row).isEmpty)
    #expect(try problems("\u{FEFF}\"id\",\"briefing\",claim,unit,how_to_check\r\n" + row).isEmpty)
    #expect(try problems("how_to_check,claim,id,briefing,unit\nso,Claim,c,A,m\n").isEmpty)
    #expect(try problems("id,briefing,claim,unit,how_to_check").isEmpty)
    #expect(
      try problems("") == [
        "claims.csv:1:1: error: the file is empty, expected a header: "
          + "id,briefing,claim,stated,unit,how_to_check,metric"
      ])
    #expect(try problems("\n\n\u{FEFF}").count > 0)
    #expect(
      try problems("\u{FEFF}id,briefing,claim,units,how_to_check\n" + row) == [
        "claims.csv:1:19: warning: the column \"units\" is not one of claims and is not read; "
          + "did you mean \"unit\"?",
        "claims.csv:1:1: error: the column \"unit\" is missing; the table is not read",
      ])
    #expect(
      try problems("id,briefing,claim,unit,how_to_check,id\n" + row) == [
        "claims.csv:1:37: error: the column \"id\" stands twice in the header; the table is not read"
      ])
    #expect(
      try problems("id,briefing,claim,unit,how_to_check,\u{1B}[2J\n") == [
        "claims.csv:1:37: warning: the column \"\u{FFFD}[2J\" is not one of claims and is not read"
      ])
    #expect(
      try problems("\n\nid,briefing,claim,\"unit,how_to_check\n" + row) == [
        "claims.csv:3:19: error: the quote that opens this cell is never closed; the table is not read"
      ])
    #expect(
      try problems("id,briefing,claim,unit,how_to_check\rc,A,Claim,m,so\r") == [
        "claims.csv:1:24: error: found a line end of CR alone in the header, expected LF or CR LF; "
          + "the table is not read"
      ])
    #expect(
      try problems("id\u{0}\n").first
        == "claims.csv:1:1: warning: the column \"id\u{FFFD}\" is not one of claims and is not read; "
        + "did you mean \"id\"?")
  }

  @Test func aCellHasAnEnd() throws {
    let long = String(repeating: "x", count: 101)
    let package = try TemporaryPackage([
      .claims: "id,briefing,claim,unit,how_to_check\n"
        + "a,A,\(long),m,so\nb,A,\"\(long)\"\"\",m,so\nc,A,\(long.dropLast()),m,so\n"
    ])
    let dataset = try Dataset(
      folders: [package.folder.path], limits: ReadingLimits(longestCell: 100))
    #expect(
      dataset.shownProblems == [
        "claims.csv:2:5: error: claim: is longer than 16 MiB",
        "claims.csv:3:6: error: claim: is longer than 16 MiB",
      ])
    #expect(dataset.claims.map { $0.claim.length } == [100])
  }

  @Test func complaintsHaveAnEndToo() throws {
    let rows = String(repeating: "A,,,,\n", count: ProblemLog.most)
    let dataset = try TemporaryPackage.read([
      .claims: "id,briefing,claim,unit,how_to_check\n" + rows
    ])
    #expect(dataset.problems.count == ProblemLog.most)
    #expect(dataset.unlistedProblems == 4 * ProblemLog.most)
  }

  @Test func otherTablesAreReadAllTheSame() throws {
    let dataset = try TemporaryPackage.read([
      .claims: "nothing\n", .rounds: ProblemTests.header + ProblemTests.good,
    ])
    #expect(dataset.claims.isEmpty)
    #expect(dataset.rounds.count == 1)
  }
}
