import Dataset
import TestSupport
import Testing

@testable import Capture

/// Rows that would take the place of a held row, and the row that a warning names.
@Suite struct HeldRowTests {
  private func concerns(_ remedy: Concerns.Remedy = .command) throws -> Concerns {
    Concerns(try Held.dataset(), remedy: remedy)
  }

  private func moved(_ values: [String: String]) throws -> Entry {
    var builder = try Held.builder()
    return try builder.update("north", Draft(try Held.kind("site"), values))
  }

  @Test func aRowOfTheSameDayIsWarnedOfWithWhatItLoses() throws {
    let entry = try moved([
      "date": "2026-03", "source": "u", "confidence": "confirmed",
    ])
    let words = try #require(try concerns().about(entry).first)
    #expect(words.contains("a row of 2026-03 is held already for north and says the same"))
    #expect(words.contains("lose its note (By the filing)"))
    #expect(words.contains("another date keeps both"))
  }

  @Test func whatDiffersIsNamed() throws {
    let entry = try moved([
      "date": "2026-03", "source": "u", "target": "2027-06", "note": "By the paper",
    ])
    let words = try #require(try concerns().about(entry).first)
    #expect(words.contains("target 2027 → 2027-06"))
    #expect(words.contains("note By the filing → By the paper"))
    #expect(!words.contains("lose"))
  }

  @Test func aRowOfAnEarlierDayThanTheLatestIsWarnedOfToo() throws {
    let words = try concerns().about(try moved(["date": "2026-01", "source": "u"]))
    #expect(words.contains { $0.contains("a row of 2026-01 is held already") })
  }

  @Test func aLaterDayIsNoConcern() throws {
    #expect(try concerns().about(try moved(["date": "2026-04", "source": "u"])).isEmpty)
  }

  @Test func anIdThatIsHeldIsWarnedOf() throws {
    var builder = try Held.builder()
    let entry = try builder.entry(
      Draft(
        try Held.kind("organisation"),
        [
          "id": "nvidia", "name": "Quite Another", "kind": "company", "layer": "chips",
          "country": "US", "source": "s",
        ]))
    let words = try #require(try concerns().about(entry).first)
    #expect(words.contains("name NVIDIA → Quite Another"))
  }

  @Test func theLatestRowOfASiteIsNamedAndTheWayToIt() throws {
    var builder = try Held.builder()
    let entry = try builder.entry(
      Draft(
        try Held.kind("site"),
        [
          "operator": "nscale", "city": "Loughton", "country": "GB", "date": "2026-09",
          "source": "u",
        ]))
    #expect(
      try concerns().about(entry)
        == ["north of 2026-03 looks the same; moat update site north moves it on"])
    #expect(
      try concerns(.key("Ctrl-U")).about(entry)
        == ["north of 2026-03 looks the same; Ctrl-U on its row moves it on"])
  }

  /// The day of a state is that of the page that tells it.
  @Test func aLaterStateHasTheDayOfItsPage() throws {
    let told = try moved(["source": "u"])
    #expect(told.row["date"] == "2026-03-01")
    #expect(told.assumed.contains { $0 == ("date", "2026-03-01") })
    let untold = try moved([
      "source": "https://paper.example/no-day", "source_title": "A page without a day",
    ])
    #expect(untold.row["date"] == Held.today.description)
  }
}
