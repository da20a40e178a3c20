import Dataset
import TestSupport
import Testing

@testable import Capture

/// A small package in which facts are entered.
enum Held {
  static func dataset() throws -> Dataset {
    try SyntheticPackage.dataset([
      .sources: """
      id,title,publisher,url,published,kind
      s,A page,The Paper,https://paper.example/2026/01/02/a,2026-01-02,news
      t,Another page,The Paper,https://www.paper.example/b/?utm_source=x,2026-02,company
      u,Third page,The Paper,https://paper.example/c,2026-03-01,company
      """,
      .countries: "code,name,bloc\nFR,France,EU\nGB,United Kingdom,UK\nUS,United States,other\n",
      .organisations: """
      id,name,kind,layer,country,city,founded,parent,note,source
      nscale,Nscale,company,infrastructure,GB,,,,,s
      aglae-ventures,Aglaé Ventures,fund,capital,FR,,,,,s
      meridian,Meridian Capital Ltd,fund,capital,GB,,,,,s
      nvidia,NVIDIA,company,chips,US,,,,,s
      """,
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency,amount_usd_m,post_money_m,post_money_currency,part_of,confidence,note,source
      nscale-2026-03-series-c,nscale,2026-03-09,Series C,equity,closed,2000,USD,,,,,confirmed,First closing,s
      """,
      .compute: """
      id,date,name,scope,operator,customer,country,city,accelerators,chip_vendor,chip,chips,mw,status,target,capital_m,currency,confidence,note,source
      north,2026-01,North hall,site,nscale,,GB,Loughton,23040,nvidia,,,50,contracted,2027,,,confirmed,By the filing,s
      north,2026-03,North hall,site,nscale,,GB,Loughton,23040,nvidia,,,50,building,2027,,,confirmed,By the filing,s
      """,
    ])
  }

  static let today = Day("2026-11-29") ?? Day(number: 0)

  static func builder() throws -> EntryBuilder { EntryBuilder(try dataset(), today: today) }

  static func kind(_ word: String) throws -> EntryKind { try #require(EntryKind(word)) }
}

@Suite("Entries made of drafts")
struct EntryBuilderTests {
  private func round(_ values: [String: String]) throws -> Draft {
    Draft(
      try Held.kind("round"),
      ["company": "Nscale", "date": "2026-09-25", "source": "u"].merging(values) { $1 })
  }

  private func reasons(_ draft: Draft) throws -> [String] {
    var builder = try Held.builder()
    do {
      _ = try builder.entry(draft)
      return []
    } catch {
      return error.reasons.map(\.field)
    }
  }

  @Test("a name stands for an id, with and without its marks and its legal form")
  func names() throws {
    var builder = try Held.builder()
    let entry = try builder.entry(
      round([
        "investors": "Aglae ventures:lead; MERIDIAN CAPITAL:participant:25", "currency": "EUR",
      ]))
    let tickets = entry.rows.filter { $0.table == .investments }
    #expect(tickets.map { $0["investor"] } == ["aglae-ventures", "meridian"])
    #expect(tickets.map { $0["role"] } == ["lead", "participant"])
    #expect(tickets[1]["amount_m"] == "25")
    #expect(tickets[1]["currency"] == "EUR")
    #expect(entry.row["company"] == "nscale")
  }

  @Test("what is not told is assumed and said")
  func assumed() throws {
    var builder = try Held.builder()
    let entry = try builder.entry(round([:]))
    #expect(entry.row["id"] == "nscale-2026-09-venture-round")
    #expect(
      entry.assumed.map(\.column) == ["id", "confidence", "instrument", "series", "status"])
    #expect(entry.row["amount_m"].isEmpty)
  }

  @Test("a part of a group is of its layer unless another is told")
  func layerOfTheGroup() throws {
    var builder = try Held.builder()
    let part = [
      "name": "Chip Tools", "kind": "company", "country": "US", "parent": "nvidia", "source": "s",
    ]
    let kind = try Held.kind("organisation")
    let entry = try builder.entry(Draft(kind, part))
    #expect(entry.row["layer"] == "chips")
    #expect(entry.assumed.contains { $0 == ("layer", "chips") })
    let told = Draft(kind, part.merging(["name": "Chip Money", "layer": "capital"]) { $1 })
    #expect(try builder.entry(told).row["layer"] == "capital")
  }

  @Test(
    "amounts as people write them",
    arguments: [
      ("3360", "3360", ""), ("3.36bn", "3360", ""), ("$152m", "152", "USD"),
      ("€1,250 m", "1250", "EUR"),
      ("GBP 0.5", "0.5", "GBP"), ("750k", "0.75", ""), ("2,000,000", "2000000", ""),
      ("152 EUR", "152", "EUR"), ("0077", "77", ""),
    ])
  func amounts(_ written: String, _ amount: String, _ currency: String) throws {
    var builder = try Held.builder()
    let entry = try builder.entry(round(["amount_m": written]))
    #expect(entry.row["amount_m"] == amount)
    #expect(entry.row["currency"] == currency)
  }

  @Test(
    "what is no number is refused",
    arguments: ["-3", "1e9", "1,23", "nan", "12 apples", "1.2.3", "."])
  func noAmounts(_ written: String) throws {
    #expect(try reasons(round(["amount_m": written])) == ["amount_m"])
  }

  @Test("every wrong field is told at once")
  func wrongFields() throws {
    let draft = try round([
      "company": "Nscal", "date": "2026-13", "instrument": "equities",
      "source": "https://new.example/x",
    ])
    #expect(try reasons(draft) == ["company", "date", "instrument", "title"])
  }

  @Test("a field that there is none of is a wrong request")
  func unknownField() throws {
    var builder = try Held.builder()
    let draft = try round(["ammount_m": "3"])
    let fault = #expect(throws: EntryFault.self) { try builder.entry(draft) }
    #expect(fault?.isUsage == true)
    #expect(fault?.description.contains("did you mean amount_m?") == true)
  }

  @Test("missing fields are named with what they take")
  func missing() throws {
    var builder = try Held.builder()
    let draft = Draft(try Held.kind("relation"), ["from": "nvidia", "source": "s"])
    let fault = #expect(throws: EntryFault.self) { try builder.entry(draft) }
    #expect(fault?.reasons.map(\.field) == ["to", "kind"])
  }

  @Test("a page that is held is not entered twice, whatever its address looks like")
  func heldSource() throws {
    var builder = try Held.builder()
    let entry = try builder.entry(round(["source": "http://paper.example/b#top"]))
    #expect(entry.row["source"] == "t")
    #expect(!entry.rows.contains { $0.table == .sources })
  }

  @Test("a new page gets its publisher, its kind and its day from what is known of its host")
  func newSource() throws {
    var builder = try Held.builder()
    let draft = Draft(
      try Held.kind("round"),
      [
        "company": "nscale", "source": "https://paper.example/2026/09/26/convertible",
        "title": "Nscale sells notes",
      ])
    let entry = try builder.entry(draft)
    let source = try #require(entry.rows.first)
    #expect(source["publisher"] == "The Paper")
    #expect(source["kind"] == "company")
    #expect(source["published"] == "2026-09-26")
    #expect(source["id"] == "paper-nscale-sells-notes")
    #expect(entry.row["source"] == source["id"])
    #expect(entry.row["date"] == "2026-09-26")
    // The second fact of the page rests on the same row.
    let second = try builder.entry(
      Draft(
        try Held.kind("valuation"),
        [
          "company": "nscale", "value_m": "9bn", "currency": "USD",
          "source": "https://paper.example/2026/09/26/convertible/",
        ]))
    #expect(second.rows.count == 1)
    #expect(second.row["value_m"] == "9000")
  }

  @Test("an update carries the latest row on, without its note and its confidence")
  func update() throws {
    var builder = try Held.builder()
    let entry = try builder.update(
      "north", Draft(try Held.kind("site"), ["status": "operational", "source": "u", "target": ""]))
    #expect(entry.row["accelerators"] == "23040")
    #expect(entry.row["date"] == "2026-03-01")
    #expect(entry.row["note"].isEmpty)
    #expect(entry.row["confidence"] == "reported")
    #expect(entry.row["target"].isEmpty)
    #expect(entry.before["status"] == "building")
    #expect(
      entry.changes.map(\.column) == ["status", "target", "confidence", "note"])
  }

  @Test("an update needs a subject and a source")
  func updateFaults() throws {
    var builder = try Held.builder()
    let site = try Held.kind("site")
    #expect(throws: EntryFault.self) {
      try builder.update("nroth", Draft(site, ["status": "building", "source": "u"]))
    }
    let fault = #expect(throws: EntryFault.self) {
      try builder.update("north", Draft(site, ["status": "building"]))
    }
    #expect(fault?.reasons.map(\.field) == ["source"])
  }

  @Test("control characters and line breaks are no text")
  func hostile() throws {
    #expect(try reasons(round(["series": "Series\u{1B}[31m A"])) == ["series"])
    #expect(try reasons(round(["series": "Series\nA"])) == ["series"])
  }
}

@Suite("Facts that may be held already")
struct ConcernsTests {
  private func concerns(_ kind: String, _ values: [String: String]) throws -> [String] {
    var builder = try Held.builder()
    let entry = try builder.entry(
      Draft(try Held.kind(kind), ["source": "u"].merging(values) { $1 }))
    return Concerns(try Held.dataset()).about(entry)
  }

  @Test("a round of nearly that sum within two months")
  func round() throws {
    let near = ["company": "nscale", "date": "2026-04-02", "amount_m": "1950", "currency": "USD"]
    #expect(try concerns("round", near).count == 1)
    #expect(try concerns("round", near.merging(["date": "2026-08-02"]) { $1 }).isEmpty)
    #expect(try concerns("round", near.merging(["amount_m": "150"]) { $1 }).isEmpty)
    #expect(try concerns("round", near.merging(["currency": "EUR"]) { $1 }).isEmpty)
  }

  @Test("a site in the town of the same operator, and an organisation of that name")
  func others() throws {
    let site = ["operator": "nscale", "city": "Loughton", "country": "GB", "date": "2026-09"]
    #expect(try concerns("site", site).count == 1)
    #expect(try concerns("site", site.merging(["city": "Narvik", "name": "X"]) { $1 }).isEmpty)
    let fund = ["kind": "fund", "layer": "capital", "country": "GB"]
    #expect(
      try concerns("organisation", fund.merging(["name": "Meridian capital"]) { $1 }).count == 1)
    #expect(try concerns("organisation", fund.merging(["name": "Meridian Labs"]) { $1 }).isEmpty)
  }

  @Test("a state before the one that it moves on")
  func order() throws {
    var builder = try Held.builder()
    let draft = Draft(
      try Held.kind("site"), ["status": "operational", "source": "u", "date": "2026-02-01"])
    let entry = try builder.update("north", draft)
    #expect(Concerns(try Held.dataset()).about(entry).count == 1)
  }
}
