import Dataset
import Insight
import Testing

/// The tables whose changes are told: what a change is about, and which rows a filter lets through.
@Suite struct ChangeKindsTests {
  private static let organisations = "id,name\nacme,Acme\nbank,Bank\n"

  private static let tables: [TableName: String] = [
    .organisations: organisations,
    .rounds: "id,company,date,series,instrument,status\nr,acme,2026-01-01,A,equity,closed",
    .valuations: "company,date,value_m,currency,basis\nacme,2026-01-01,9,USD,talks",
    .compute: "id,date,name,scope,country,status\nhall,2026-01-01,Hall,site,DE,announced",
    .relations: "from,to,kind,date,status\nbank,acme,finances,2026-01-01,active",
    .enforcement: "country,date,step,status\nDE,2026-01-01,bill,proposed",
    .authorities: "country,authority,role,date\nFR,Guard,notifying,2026-01-01",
    .milestones: "id,date,title,status\ncode,2026-01-01,Code,scheduled",
    .models: "id,name,developer,date\nbig,Big,acme,2026-01-01",
    .signatories: "organisation,instrument,date,status\nbank,code,2026-01-01,refused",
    .investments: "round,investor\nr,bank",
    .chips: "id,name,vendor\nfast,Fast,acme",
    .claims: "id,briefing,claim\nc,A,The claim",
    .statistics: "country,year\nDE,2024",
  ]

  private func changes(_ tables: [TableName: String], _ from: String, _ to: String) throws
    -> Changes
  {
    Changes(try Synthetic.dataset(tables), from: try day(from), to: try day(to))
  }

  @Test func everyTableHasATitleAndASubject() throws {
    let changes = try changes(Self.tables, "2025-12-31", "2026-01-01")
    #expect(
      changes.changes.map {
        "\($0.table.word) \(changes.subject($0)): \(changes.title($0))"
      } == [
        "rounds acme: Acme A", "valuations acme: Acme at USD 9 m, talks", "compute hall: Hall",
        "relations bank: Bank finances Acme", "enforcement DE: Germany: bill proposed",
        "authorities FR: France: Guard, notifying", "milestones code: Code",
        "models acme: Acme: Big", "signatories bank: Bank refused code",
      ])
  }

  /// Two parts that a company supplies to another are two relations.
  @Test func anotherPartSuppliedIsNew() throws {
    let tables: [TableName: String] = [
      .organisations: Self.organisations,
      .relations: "from,to,kind,part,date,status\nbank,acme,supplies,memory,2025-01-01,active\n"
        + "bank,acme,supplies,foundry,2025-02-01,active",
    ]
    let both = try changes(tables, "2025-01-15", "2026-02-01")
    #expect(both.changes.map(\.isNew) == [true])
    #expect(try changes(tables, "2026-01-01", "2026-02-01").changes.isEmpty)
  }

  /// The tables of facts first, then the others; a row of a table without names has its key.
  @Test func everyRowEnteredHasATitle() throws {
    let bare = try Synthetic.dataset([.countries: "code,name,bloc\nFR,France,EU"])
    let entered = Entered(try Synthetic.dataset(Self.tables), against: bare, called: "bare")
    let titles = entered.rows.filter { $0.table != .countries }.map { row in
      "\(row.table.word) \(row.title) \(row.date.map { "\($0)" } ?? "-")"
    }
    #expect(
      titles.prefix(9) == [
        "rounds Acme A 2026-01-01", "valuations Acme at USD 9 m, talks 2026-01-01",
        "compute Hall 2026-01-01", "relations Bank finances Acme 2026-01-01",
        "enforcement Germany: bill proposed 2026-01-01",
        "authorities France: Guard, notifying 2026-01-01", "milestones Code 2026-01-01",
        "models Acme: Big 2026-01-01", "signatories Bank refused code 2026-01-01",
      ])
    #expect(
      titles.dropFirst(9).sorted() == [
        "chips Fast -", "claims The claim -", "investments Bank in r -", "organisations Acme -",
        "organisations Bank -", "statistics DE|2024 -",
      ])
  }

  @Test func theLatestKnownStandsFirstThenTheLowerRow() throws {
    let rows = """
      from,to,kind,date,status
      acme,bank,hosts,2026-01-02,active
      acme,bank,supplies,2026-01-03,active
      bank,acme,hosts,2026-01-03,active
      bank,acme,supplies,2026-01-01,active
      """
    let changes = try changes(
      [.organisations: Self.organisations, .relations: rows], "2025-12-31", "2026-01-31")
    #expect(
      changes.changes.map { changes.title($0) } == [
        "Bank hosts Acme", "Acme supplies Bank", "Acme hosts Bank", "Bank supplies Acme",
      ])
  }

  /// A second answer of somebody stands next to the first, as another row.
  @Test func anAnswerIsNewEachTime() throws {
    var tables = Self.tables
    tables[.signatories] =
      "organisation,instrument,date,status\nbank,code,2026-01-01,refused\n"
      + "bank,code,2026-03-01,signed"
    let changes = try changes(tables, "2026-02-01", "2026-03-01")
    #expect(changes.changes.map { changes.title($0) } == ["Bank signed code"])
    #expect(changes.changes.map(\.isNew) == [true])
  }

  /// A filter asks the row that stands now, not the row before it.
  @Test func aFilterAsksTheLaterRow() throws {
    let rows = """
      id,date,name,scope,country,accelerators,status
      hall,2025-01-01,Hall,site,DE,5,announced
      yard,2026-01-15,Yard,site,DE,7,announced
      hall,2026-01-20,Hall,site,DE,6,building
      """
    let changes = try changes([.compute: rows], "2025-12-31", "2026-01-31")
    func told(_ filter: String) throws -> String {
      let filter = try CompiledFilter(filter, for: changes.later)
      let some = changes.only { $0.passes(filter) }
      let document = try jsonObject(some)
      return "new \(document["new"] ?? ""), changed \(document["changed"] ?? ""): "
        + some.changes.map { some.title($0) }.joined(separator: ", ")
    }
    #expect(try told("status:building") == "new 0, changed 1: Hall")
    #expect(try told("status:announced") == "new 1, changed 0: Yard")
    #expect(changes.changes.map { changes.evidence($0).rows.count } == [2, 1])
  }
}
