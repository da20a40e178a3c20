import Dataset
import Insight
import Testing

/// Sites against relations, their own earlier rows, and the names in their names.
@Suite struct SiteDiffersTests {
  private static let sites = "id,date,name,operator,customer,country,city,status,accelerators\n"

  private func found(_ sites: String, _ tables: [TableName: String] = [:]) throws -> [String] {
    try ReviewWorld.found(.siteDiffers, [.compute: Self.sites + sites].merging(tables) { $1 })
  }

  /// A customer of an operator and its host are the same two; the relation that stands counts,
  /// whichever came first.
  @Test func ofTwoRelationsTheOneThatStandsCounts() throws {
    let sites =
      "a,2025-01-01,One,grid,tenant,DE,,building,5\n"
      + "b,2025-01-01,Two,other,start,DE,,building,5\n"
    let bonds = """
      from,to,kind,date,status
      tenant,grid,customer-of,2025-01-01,active
      grid,tenant,hosts,2025-02-01,ended
      other,start,hosts,2025-01-01,ended
      start,other,customer-of,2025-02-01,active

      """
    #expect(try found(sites, [.relations: bonds]) == [])
    let over = bonds.split(separator: "\n").filter { !$0.contains("active") }
    #expect(
      try found(sites, [.relations: over.joined(separator: "\n")]).sorted() == [
        "a|2025-01-01: is building, and the relation of Tenant Labs and Gridhall is ended since "
          + "2025-02-01",
        "b|2025-01-01: is building, and the relation of Startling and Otherhall is ended since "
          + "2025-01-01",
      ])
  }

  /// A relation stands without a site only where every site of the two was given up.
  @Test func aRelationNeedsOneSiteThatWasNotGivenUp() throws {
    let sites =
      "a,2025-01-01,One,grid,tenant,DE,,paused,5\nb,2025-01-01,Two,grid,tenant,DE,,cancelled,5\n"
    let bond: [TableName: String] = [
      .relations: "from,to,kind,date,status\ntenant,grid,customer-of,2025-01-01,active\n"
    ]
    #expect(
      try found(sites, bond) == [
        "tenant|grid|customer-of|2025-01-01: by an active relation, and One is paused"
      ])
    #expect(try found(sites + "c,2025-01-01,Three,grid,tenant,DE,,announced,5\n", bond) == [])
    #expect(try found("d,2025-01-01,Own,grid,grid,DE,,building,5\n") == [], "its own customer")
  }

  /// A site in another country is not told to be in another town as well.
  @Test func aSiteThatMovesAbroadSaysWhy() throws {
    let before = "s,2025-01-01,Hall,grid,,DE,Bonn,building,5\n"
    #expect(
      try found(before + "s,2025-06-01,Hall,grid,,FR,Metz,building,5\n") == [
        "s|2025-06-01: changes the country from Germany to France without a note, on 2025-06-01"
      ])
    #expect(
      try found(before + "s,2025-06-01,Hall,grid,,DE,Ulm,building,5\n") == [
        "s|2025-06-01: changes the town from Bonn to Ulm without a note, on 2025-06-01"
      ])
    #expect(try found(before + "s,2025-06-01,Hall,grid,,DE,,building,5\n") == [])
    #expect(try found(before + "s,2025-06-01,Hall,,,DE,Bonn,building,5\n") == [])
  }

  /// Of two other towns in a name the first of the table is told; its own town settles it.
  @Test func aTownInANameIsHeldAgainstTheTown() throws {
    let places: [TableName: String] = [
      .places: "city,country,latitude,longitude\nBonn,DE,50,7\nKoeln,DE,51,7\nTrier,DE,49,6\n"
    ]
    #expect(
      try found("a,2025-01-01,Hall Trier Koeln,grid,,DE,Bonn,building,5\n", places) == [
        "a|2025-01-01: stands in Bonn, and its name says Koeln"
      ])
    #expect(
      try found("a,2025-01-01,\"Trier, Hall\",grid,,DE,Bonn,building,5\n", places) == [
        "a|2025-01-01: stands in Bonn, and its name says Trier"
      ])
    #expect(try found("a,2025-01-01,Bonn Koeln Hall,grid,,DE,Bonn,building,5\n", places) == [])
    #expect(try found("a,2025-01-01,Hall Trierer,grid,,DE,Bonn,building,5\n", places) == [])
    #expect(try found("a,2025-01-01,Hall Trier,grid,,DE,,building,5\n", places) == [])
  }

  /// Of two strangers in a name the first is told. A relation, a group or a column ties a name to
  /// the site.
  @Test func aNameInANameIsTied() throws {
    func told(_ name: String, _ operatedBy: String = "grid", tied: String = "") throws -> [String] {
      try found(
        "a,2025-01-01,\(name),\(operatedBy),,DE,,building,5\n",
        [.relations: "from,to,kind,date,status\n" + tied]
      ).map { String($0.drop { $0 != " " }.prefix { $0 != "," }) }
    }
    #expect(try told("Otherhall Chipmaker Hall") == [" has Otherhall in its name"])
    #expect(try told("Chipmaker Otherhall Hall") == [" has Chipmaker in its name"])
    #expect(try told("Gridhall Otherhall") == [" has Otherhall in its name"])
    #expect(try told("Gridhall One") == [])
    #expect(try told("The Tenant Labs Hall") == [" has Tenant Labs in its name"])
    #expect(try told("Otherhall", tied: "grid,other,partners-with,2025-01-01,active\n") == [])
    #expect(try told("Otherhall", tied: "other,grid,partners-with,2025-01-01,active\n") == [])
    #expect(try told("Chipmaker Hall", "arm") == [], "its own group")
    #expect(try told("Otherhall", "") == [], "a site without anybody")
  }
}
