import Dataset
import Testing

@testable import Insight

/// How many rows of each sort pass a filter, in numbers and words.
@Suite struct FilterCountTests {
  private func counts(_ text: String) throws -> FilterCounts {
    let snapshot = try FilterData.snapshot()
    return try CompiledFilter(text, for: snapshot).counts(in: snapshot)
  }

  @Test func theTotalIsOfAllSorts() throws {
    let counts = FilterCounts(
      rounds: 1, commitments: 20, steps: 300, milestones: 4_000, organisations: 50_000,
      models: 600_000, claims: 7_000_000, sources: 80_000_000)
    #expect(counts.total == 87_654_321)
    #expect(
      counts.words
        == "1 round, 20 sites, 300 steps, 4000 milestones, 50000 organisations, 600000 models, "
        + "7000000 claims, 80000000 sources")
  }

  @Test func everySortIsCounted() throws {
    #expect(
      try counts("").words
        == "7 rounds (6 counted), 4 sites (2 firm), 3 steps, 1 milestone, 9 organisations, 2 models, 2 claims, 2 sources"
    )
    #expect(try counts("").total == 30)
    #expect(try counts("xyzzy").words == "nothing fits")
    #expect(try counts("company:charm").words == "1 round, 1 organisation")
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

  /// A minus before a name is meant as not; before a number it makes a number that no field takes.
  @Test func aSignBeforeAValue() throws {
    for text in [
      "layer:-models", "country:-FR", "company:-nscale", "jurisdiction:-EEA", "!a", "!ab",
    ] {
      #expect(try reason(text) == .foreignNot, "\(text)")
    }
    let amount = try #require(FilterField(named: "amount"))
    #expect(try reason("amount>-1") == .notANumber("-1", amount))
    #expect(try reason("text:-5") == nil)
    #expect(try reason("a ! b") == nil)
  }
}
