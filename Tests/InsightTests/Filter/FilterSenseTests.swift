import Dataset
import Testing

@testable import Insight

/// A filter's words on itself, and the terms read before any row is asked.
@Suite struct FilterSenseTests {
  @Test func aFilterWithoutATermLetsEverythingThrough() throws {
    #expect(Filter.everything.isEmpty && Filter.everything.text.isEmpty)
    #expect(try Filter(" \t ").isEmpty)
    #expect(try !Filter("nscale").isEmpty)
    let snapshot = try FilterData.snapshot()
    #expect(CompiledFilter.everything.isEverything)
    #expect(try CompiledFilter(" ", for: snapshot).isEverything)
    #expect(try !CompiledFilter("nscale", for: snapshot).isEverything)
    #expect(!CompiledFilter.nothing.isEverything)
    #expect(!snapshot.rounds.contains { CompiledFilter.nothing.matches($0) })
  }

  /// Only texts that rows must have are looked for; values of fields are no such texts.
  @Test func itsWordsAreTheTextsLookedFor() throws {
    #expect(
      try Filter("amount>5 \"series c\" -norway country:FR nvidia").words == "series c nvidia")
    #expect(try Filter("-norway layer:models").words == "")
  }

  @Test(arguments: [
    ("path:direct", true), ("-through:nvidia", true), ("nscale reach:direct", true),
    ("company:path", false), ("path", false), ("", false),
  ])
  func itIsAboutAnExposureByItsFieldsAlone(_ text: String, _ isAbout: Bool) throws {
    #expect(try Filter(text).isAboutExposure == isAbout)
  }

  /// Names are looked up in a dataset without a day, so that a day in the past refuses no name.
  @Test func namesAreThereWhateverTheDay() throws {
    let dataset = try FilterData.snapshot().dataset
    for text in [
      "company:nscale", "missing=penalties", "has:penalties", "investor:nvidia", "role:lead",
      "form:\"ai act\"", "watched:yes", "path:direct", "id:nscale-c",
    ] {
      #expect(try Filter(text, in: dataset).text == text)
    }
    for text in ["company:nobody", "missing:nothing", "id:nobody", "amount>lots"] {
      #expect(throws: FilterError.self, "\(text)") { try Filter(text, in: dataset) }
    }
  }

  private func reason(_ text: String) throws -> FilterError.Reason? {
    let snapshot = try FilterData.snapshot()
    do throws(FilterError) {
      _ = try CompiledFilter(text, for: snapshot)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test(arguments: ["kind", "instrument", "role", "missing", "watched", "layer", "bloc"])
  func aWordThatTheFieldDoesNotKnowIsRefused(_ name: String) throws {
    let field = try #require(FilterField(named: name))
    #expect(try reason("\(name):xyzzy") == .unknownWord("xyzzy", field))
  }

  @Test func aQuotedNothingIsNoText() throws {
    #expect(try reason("\"\"") == .missingValue(of: .anywhere))
    #expect(try reason("-\"\"") == .missingValue(of: .anywhere))
  }

  @Test(arguments: ["26-Q1", "02026-Q1", "2026-Q0", "2026-Q5", "2026Q", "Q1", "2026-Q1Q2"])
  func whatIsNoQuarterIsRefused(_ text: String) throws {
    let quarter = try #require(FilterField(named: "quarter"))
    #expect(try reason("quarter:\(text)") == .notADate(text, quarter))
  }

  /// Money is in millions, other figures in units.
  @Test(arguments: [
    ("amount>2bn", 2_000), ("amount>2b", 2_000), ("amount>3M", 3), ("amount>5k", 0.005),
    ("amount>7", 7), ("accelerators>2bn", 2e9), ("accelerators>3m", 3e6), ("accelerators>5K", 5e3),
    ("accelerators>7", 7), ("mw>0.5", 0.5), ("year>2024", 2024),
  ])
  func aFigureHasItsUnit(_ text: String, _ number: Double) throws {
    guard case .field(_, let comparison, let values) = try Filter(text).terms.first?.test else {
      Issue.record("\(text) has no field")
      return
    }
    #expect(comparison == .greater)
    #expect(values.map(\.operand) == [.number(number)])
  }
}
