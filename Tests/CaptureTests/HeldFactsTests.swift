import Dataset
import TestSupport
import Testing

@testable import Capture

/// Valuations, relations, authorities, pages and rounds without a sum that look like what is held.
@Suite struct HeldFactsTests {
  private static func dataset() throws -> Dataset {
    try SyntheticPackage.dataset([
      .sources: """
      id,title,publisher,url
      s,A page,The Paper,https://paper.example/a
      """,
      .organisations: """
      id,name,kind,layer,country
      nscale,Nscale,company,infrastructure,GB
      nvidia,NVIDIA,company,chips,US
      """,
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency
      c,nscale,2026-03-09,Series C,equity,closed,2000,USD
      """,
      .valuations: """
      company,date,value_m,currency,basis
      nscale,2026-03,14600,USD,post-money
      """,
      .relations: """
      from,to,kind,date,status
      nvidia,nscale,supplies,2025-02,active
      """,
      .authorities: """
      country,authority,role,date,legal_basis,english
      IE,An Coimisiún,market-surveillance,2025-01-31,Draft,The Commission
      """,
      .enforcement: """
      country,date,step,status,detail
      IE,2026-05,bill,proposed,Bill 12 before the Dáil
      """,
    ])
  }

  private func concerns(_ kind: String, _ values: [String: String]) throws -> [String] {
    let dataset = try Self.dataset()
    var builder = EntryBuilder(dataset, today: Held.today)
    let source = kind == "source" ? [:] : ["source": "s"]
    let entry = try builder.entry(Draft(try Held.kind(kind), source.merging(values) { $1 }))
    return Concerns(dataset).about(entry)
  }

  @Test func aValueOfNearlyThatSumWithinTwoMonths() throws {
    let near = [
      "company": "nscale", "date": "2026-04-20", "value_m": "14700", "currency": "USD",
      "basis": "talks",
    ]
    #expect(try concerns("valuation", near) == ["a valuation of 2026-03 looks the same"])
    for other in [["value_m": "15000"], ["currency": "EUR"], ["date": "2026-07"]] {
      #expect(try concerns("valuation", near.merging(other) { $1 }).isEmpty, "\(other)")
    }
  }

  @Test func aRelationThatSaysNothingNew() throws {
    let same = ["from": "nvidia", "to": "nscale", "kind": "supplies", "date": "2026-01"]
    #expect(
      try concerns("relation", same)
        == ["the relation of 2025-02 is held already with the status active"])
    #expect(try concerns("relation", same.merging(["status": "ended"]) { $1 }).isEmpty)
    #expect(try concerns("relation", same.merging(["kind": "invests-in"]) { $1 }).isEmpty)
  }

  @Test(arguments: ["An Coimisiun", "the commission"])
  func anAuthorityByEitherOfItsNames(_ name: String) throws {
    let same = [
      "country": "IE", "authority": name, "role": "market-surveillance", "date": "2026-08",
      "legal_basis": "Act",
    ]
    #expect(
      try concerns("authority", same) == ["it is held already for that role since 2025-01-31"])
    #expect(try concerns("authority", same.merging(["role": "notifying"]) { $1 }).isEmpty)
    #expect(try concerns("authority", same.merging(["country": "FR"]) { $1 }).isEmpty)
  }

  /// A later state of an authority is what the way to move it on is for.
  @Test func anAuthorityThatMovesOnIsNoConcern() throws {
    let dataset = try Self.dataset()
    var builder = EntryBuilder(dataset, today: Held.today)
    let entry = try builder.update(
      "IE/market-surveillance/An Coimisiún",
      Draft(
        try Held.kind("authority"), ["legal_basis": "Act", "date": "2026-08", "source": "s"]))
    #expect(entry.changes.map(\.column).contains("legal_basis"))
    #expect(Concerns(dataset).about(entry).isEmpty)
  }

  /// A step has its country and its day for a key: the same once more would take its place.
  @Test func aStepOfThatDay() throws {
    let same = [
      "country": "IE", "step": "bill", "status": "adopted", "detail": "Bill 12 before the Dáil",
      "date": "2026-05",
    ]
    let words = try #require(try concerns("step", same).first)
    #expect(words.contains("status proposed → adopted"), "\(words)")
    #expect(words.contains("this row would take its place"))
    #expect(try concerns("step", same.merging(["date": "2026-06"]) { $1 }).isEmpty)
  }

  @Test func aPageThatIsHeldUnderAnotherAddress() throws {
    let page = ["title": "Again", "publisher": "The Paper", "url": "http://www.paper.example/a/"]
    #expect(try concerns("source", page) == ["s has that address"])
    let other = page.merging(["url": "https://paper.example/b"]) { $1 }
    #expect(try concerns("source", other).isEmpty)
  }

  /// Where a sum is unknown, the name of the round tells it.
  @Test func aRoundOfThatNameWithoutASum() throws {
    let named = ["company": "nscale", "date": "2026-04", "series": "series C"]
    #expect(
      try concerns("round", named)
        == ["c of 2026-03-09 looks the same; moat update round c moves it on"])
    #expect(try concerns("round", named.merging(["series": "Series D"]) { $1 }).isEmpty)
    let told = ["amount_m": "900", "currency": "USD"]
    #expect(try concerns("round", named.merging(told) { $1 }).isEmpty)
  }
}
