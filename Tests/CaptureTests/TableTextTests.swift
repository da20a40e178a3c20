import Dataset
import TestSupport
import Testing

@testable import Capture

@Suite("Rows added to the text of a table")
struct TableTextTests {
  private let header = "city,country,latitude,longitude,source"

  private func row(_ city: String) -> EntryRow {
    EntryRow(
      .places,
      ["city": city, "country": "GB", "latitude": "1", "longitude": "2", "source": "s"])
  }

  private func added(_ rows: [EntryRow], to text: String) throws -> TableText {
    try TableText(adding: rows, of: .places, to: Array(text.utf8), named: "places.csv")
  }

  @Test("a sorted table stays sorted, and each row knows its line")
  func sorted() throws {
    let text = try added(
      [row("Mid"), row("Zoo")],
      to: "\(header)\nAbe,GB,0,0,s\n\"Bee\nhive\",GB,0,0,s\nNor,GB,0,0,s\n")
    #expect(
      String(decoding: text.bytes, as: UTF8.self)
        == "\(header)\nAbe,GB,0,0,s\n\"Bee\nhive\",GB,0,0,s\nMid,GB,1,2,s\nNor,GB,0,0,s\nZoo,GB,1,2,s\n"
    )
    #expect(text.lines == [5, 7])
  }

  @Test("a table in no order gets rows at its end, with its line ends")
  func unsorted() throws {
    let text = try added([row("Mid")], to: "\(header)\r\nZoo,GB,0,0,s\r\nAbe,GB,0,0,s")
    #expect(
      String(decoding: text.bytes, as: UTF8.self)
        == "\(header)\r\nZoo,GB,0,0,s\r\nAbe,GB,0,0,s\r\nMid,GB,1,2,s\r\n")
    #expect(text.lines == [4])
  }

  @Test("columns of the file in their own order; a missing one is told")
  func columns() throws {
    let text = try added([row("A, B")], to: "source,city,country,latitude,longitude,extra\n")
    #expect(String(decoding: text.bytes, as: UTF8.self).hasSuffix("\ns,\"A, B\",GB,1,2,\n"))
    #expect(throws: EntryFault.self) { try added([row("A")], to: "city,country,latitude,source\n") }
  }

  @Test("what was added is taken away again, and nothing else")
  func removing() throws {
    let start = "\(header)\nZoo,GB,0,0,s\nAbe,GB,0,0,s"
    let text = try added([row("Mid"), row("Bee")], to: start)
    let left = try #require(TableText.removing(text.records, from: text.bytes))
    #expect(String(decoding: left, as: UTF8.self) == start + "\n")
    #expect(TableText.removing(["Mid,GB,9,9,s"], from: text.bytes) == nil)
  }

  @Test("random rows are read again as they were entered")
  func roundTrip() throws {
    var random = SplitMix64(seed: 16)
    let letters = ["a", "b", ",", "\"", "é", " ", "'", ";", "漢", "=", "-"]
    for _ in 0..<200 {
      let cities = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        (0..<Int.random(in: 1...8, using: &random)).map { _ in random.pick(letters) }.joined()
      }
      let text = try added(cities.map(row), to: "\(header)\nMid,GB,0,0,s\nZoo,GB,0,0,s\n")
      let read = try CSVText(text.bytes)
      #expect(Set(read.records.map { $0.cells[0] }) == Set(cities + ["city", "Mid", "Zoo"]))
      for (city, line) in zip(cities, text.lines) {
        #expect(read.records.contains { $0.line == line && $0.cells[0] == city })
      }
    }
  }
}

@Suite("Addresses of pages")
struct WebAddressTests {
  @Test(
    "the day in the path",
    arguments: [
      ("https://tech.eu/2026/07/21/uk-robotics", "2026-07-21"),
      ("https://a.example/news/2026-09-02-title", "2026-09-02"),
      ("https://a.example/20260731/x", "2026-07-31"), ("https://a.example/2026/07/x", "2026-07"),
      ("https://a.example/gp/5000000/2026/44/9", nil), ("https://a.example/p/2030", nil),
    ])
  func published(_ text: String, _ day: String?) throws {
    #expect(try #require(WebAddress(text)).published?.description == day)
  }

  @Test("two forms of one address are equal")
  func normal() throws {
    let forms = [
      "https://www.A.example/x/?utm_source=y#z", "http://a.example/x", "https://a.example/x/",
    ]
    #expect(Set(try forms.map { try #require(WebAddress($0)).normal }).count == 1)
    #expect(
      try #require(WebAddress("https://a.example/x?id=2")).normal
        != #require(WebAddress("https://a.example/x")).normal)
  }

  @Test(
    "what is no address",
    arguments: ["ftp://a.example", "https://", "https:///x", "https://a b.example", "a.example"])
  func none(_ text: String) { #expect(WebAddress(text) == nil) }
}
