import Dataset
import TestSupport
import Testing

@testable import Capture

/// The offers of a field by its type: words, towns, lists, and the fields that describe a source.
@Suite struct FieldOffersTests {
  private func offers(_ field: String, of kind: String, _ text: String) throws -> [FieldOffer] {
    let dataset = try SyntheticPackage.dataset([
      .organisations: "id,name,kind,layer,country\nnvidia,NVIDIA,company,chips,US\n",
      .chips: "id,name,vendor\nh100,H100 SXM5,nvidia\nh200,H200 NVL,nvidia\ngb300,GB300,nvidia\n",
      .places: """
      city,country,latitude,longitude
      Loughton,GB,51.65,0.07
      Lyon,FR,45.76,4.84
      Bruyères,FR,48.592,2.189
      """,
    ])
    return EntryBuilder(dataset, today: Held.today)
      .offers(for: field, of: try Held.kind(kind), holding: text)
  }

  @Test func theWordsThatDescribeASource() throws {
    #expect(try offers("source_kind", of: "round", "A").map(\.text) == ["analysis", "aggregator"])
    #expect(try offers("retrieved", of: "round", "d").map(\.text) == ["digest"])
    #expect(try offers("source_title", of: "round", "A").isEmpty)
  }

  @Test func theLastOfAListGoesOn() throws {
    let found = try offers("chips", of: "site", "gb300;h")
    #expect(found.map(\.text) == ["gb300;h100", "gb300;h200"])
    #expect(found.first?.detail == "H100 SXM5")
  }

  @Test func townsByTheirLettersWithTheirCountry() throws {
    #expect(
      try offers("city", of: "site", "bruyeres")
        == [FieldOffer(text: "Bruyères", detail: "France")])
    #expect(try offers("city", of: "site", "l").map(\.text) == ["Loughton", "Lyon"])
    #expect(try offers("city", of: "site", "").isEmpty)
  }
}
