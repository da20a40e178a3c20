import Dataset
import TestSupport
import Testing

@testable import Capture

/// The town of a new site, placed on the map where no package knows it yet.
@Suite struct SitePlaceTests {
  private func site(_ values: [String: String]) throws -> Draft {
    Draft(
      try Held.kind("site"),
      ["operator": "nscale", "city": "Narvik", "country": "GB", "source": "s"]
        .merging(values) { $1 })
  }

  private func builder() throws -> EntryBuilder {
    EntryBuilder(
      try SyntheticPackage.dataset([
        .sources: "id,published\ns,2026-01-01\n",
        .organisations: "id,name,kind,layer,country\nnscale,Nscale,company,infrastructure,GB\n",
        .places: "city,country,latitude,longitude\nLoughton,GB,51.65,0.07\n",
      ]), today: Held.today)
  }

  @Test func aTownThatNoPackageKnowsIsPlaced() throws {
    var builder = try builder()
    let entry = try builder.entry(site(["latitude": "68.44", "longitude": "-17.43"]))
    let place = try #require(entry.rows.first { $0.table == .places })
    #expect(
      ["city", "country", "latitude", "longitude", "source"].map { place[$0] }
        == ["Narvik", "GB", "68.44", "-17.43", "s"])
  }

  @Test func aTownThatIsKnownStaysWhereItIs() throws {
    var builder = try builder()
    let entry = try builder.entry(
      site(["city": "Loughton", "latitude": "1", "longitude": "1"]))
    #expect(!entry.rows.contains { $0.table == .places })
  }

  @Test(arguments: [("91", "0", "latitude"), ("0", "east", "longitude")])
  func degreesHaveTheirEnds(_ latitude: String, _ longitude: String, _ field: String) throws {
    var builder = try builder()
    let draft = try site(["latitude": latitude, "longitude": longitude])
    let fault = #expect(throws: EntryFault.self) { try builder.entry(draft) }
    #expect(fault?.reasons.map(\.field) == [field])
    #expect(fault?.message(of: field)?.contains("expected degrees from -") == true)
  }
}
