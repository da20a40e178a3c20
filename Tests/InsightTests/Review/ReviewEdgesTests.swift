import Dataset
import Insight
import Testing

/// Findings at the edge of their rule.
@Suite struct ReviewEdgesTests {
  private static let sites =
    "id,date,name,scope,operator,customer,country,city,status,accelerators,mw,note\n"

  private func found(_ pattern: ReviewPattern, sites: String) throws -> [String] {
    try ReviewWorld.found(
      pattern,
      [
        .places: "city,country,latitude,longitude\nBonn,DE,50,7\nUlm,DE,48,10",
        .compute: Self.sites + sites,
      ]
    ).sorted()
  }

  /// The sites of a campus may need as much power as it has.
  @Test func aFullCampusIsNoContradiction() throws {
    let halls = "one,2025-01-01,One,site,grid,,DE,Bonn,building,500,60,\n"
    #expect(
      try found(
        .partsExceed,
        sites: halls + "campus,2025-01-01,Campus,site,grid,,DE,Bonn,building,0,60,") == [])
    #expect(
      try found(
        .partsExceed,
        sites: halls + "campus,2025-01-01,Campus,site,grid,,DE,Bonn,building,0,50,")
        == ["campus|2025-01-01: has 50 MW, and what stands on it needs 60 MW"])
  }

  @Test func aSiteThatChangesItsCustomerSaysWhy() throws {
    let before = "s,2025-01-01,Hall,site,grid,tenant,DE,Bonn,building,5,,\n"
    func changed(_ customer: String, _ note: String = "") throws -> [String] {
      try found(
        .siteDiffers,
        sites: before + "s,2025-06-01,Hall,site,grid,\(customer),DE,Bonn,building,5,,\(note)"
      ).filter { $0.contains("changes") }
    }
    #expect(
      try changed("start") == [
        "s|2025-06-01: changes the customer from Tenant Labs to Startling without a note, on 2025-06-01"
      ])
    #expect(try changed("tenant") == [])
    #expect(try changed("start", "Sold.") == [])
  }

  /// A letter more counts from names of six letters on.
  @Test func sixLettersAreEnoughToBeNear() throws {
    func near(_ one: String, _ other: String) throws -> Bool {
      let found = try ReviewWorld.found(
        .spelledTwice,
        [
          .organisations:
            "id,name,layer,country,city\na,A,models,DE,\(one)\nb,B,models,DE,\(other)\n"
            + "c,C,models,DE,\(other)"
        ])
      return found.contains { $0.hasPrefix("\(one)|\(other)") }
    }
    #expect(try near("Berlim", "Berlin"))
    #expect(try near("Muenche", "Muenchen"))
    #expect(try !near("Boon", "Bonn"))
    #expect(try !near("Muenchx", "Muenchen"))
    #expect(try !near("Muenxhem", "Muenchen"))
    #expect(try !near("Monza", "Monze"))
    #expect(try !near("Berlix", "Merlin"))
  }

  /// A name that is nothing but a legal form keeps it.
  @Test func legalFormsAloneAreNamesToo() throws {
    let found = try ReviewWorld.found(
      .spelledTwice,
      [.organisations: "id,name,layer\na,SA,models\nb,AG,models\nc,SA AG,models\nd,SE,models"])
    #expect(found.count == 1 && found.first?.hasPrefix("SA AG|SA") == true, "\(found)")
  }

  /// Two spellings name the first row of each.
  @Test func aSpellingNamesItsFirstRows() throws {
    let items = try ReviewWorld.items(
      .spelledTwice,
      [
        .organisations:
          "id,name,layer\na,Grid Hall,models\nb,GridHall,models\nc,Grid Hall,models\nd,Other,models"
      ])
    #expect(items.map(\.key) == ["GridHall|Grid Hall"])
    #expect(items.first?.rows.map(\.line) == [3, 2])
  }

  /// An investor's relation to a company of no known country may lack its round.
  @Test func aCompanyOfNoCountryIsLookedAfter() throws {
    let found = try ReviewWorld.found(
      .investmentUnpaired,
      [
        .organisations: ReviewWorld.organisations + "\nnowhere,Nowhere,models,,\n",
        .relations: "from,to,kind,date,status\nfund,nowhere,invests-in,2025-04-02,active\n"
          + "fund,maker,invests-in,2025-04-02,active\n",
      ])
    #expect(
      found == ["fund|nowhere|invests-in|2025-04-02: since 2025-04-02, and no round names it"])
  }
}
