import Dataset
import Testing

@testable import Insight

/// Filters in the manner of other languages: each is refused, and the way to write it is suggested.
@Suite struct FilterSlipTests {
  private func mistake(in text: String) -> FilterError? {
    do throws(FilterError) {
      _ = try Filter(text)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("amount > 100", "amount>100"), ("amount >100", "amount>100"),
    ("layer:chips amount >= 100 country:FR", "layer:chips amount>=100 country:FR"),
    ("country : FR", "country:FR"), ("-country = FR", "-country=FR"),
    ("country!=FR", "-country:FR"), ("-country!=FR", "country:FR"), ("amount≠5", "-amount:5"),
    ("amount≥100", "amount>=100"), ("amount≤100", "amount<=100"),
    ("-amount≥100", "-amount>=100"), ("-amount > 100", "-amount>100"),
    ("country~FR", "country:FR"), ("country=~FR", "country:FR"), ("country==FR", "country=FR"),
    ("(country:FR)", "country:FR"), ("'country:FR'", "country:FR"), ("+country:FR", "country:FR"),
    ("nvid*", "nvid"), ("*vidia", "vidia"),
    ("amount>1,000", "amount>1000"), ("amount>100,200", "amount>100200"),
    ("accelerators>=1,000,000", "accelerators>=1000000"),
    ("amount<1,500m", "amount<1500m"),
  ])
  func isRefusedWithTheWayToWriteIt(text: String, meant: String) throws {
    let found = try #require(mistake(in: text), "\(text) was taken")
    #expect(found.corrected == meant)
    _ = try Filter(meant)
  }

  /// A word behind a sign apart is its value only where it is no term of its own.
  @Test func aSignApartTakesNoOtherTermForItsValue() throws {
    let found = try #require(mistake(in: "amount > country:FR"))
    #expect(found.suggestion == "amount>")
    #expect(found.range == 0..<8)
    let last = try #require(mistake(in: "year:2026 amount >"))
    #expect(last.suggestion == "amount>")
    #expect(last.range == 10..<18)
  }

  @Test(arguments: [
    ">100", "layer:chips >100", "=FR", "amount>100,20", "since:2025,2026", "**", "amount>1.500",
    "accelerators>=12.000",
  ])
  func isRefusedWithoutOne(text: String) throws {
    let found = try #require(mistake(in: text), "\(text) was taken")
    #expect(found.corrected == nil)
    #expect(!found.message.isEmpty)
  }

  @Test(arguments: [
    "\">100\"", "\"(country:FR)\"", "\"nvid*\"", "C++", "R&D", "(Paris)", "a~b", "*", "!", "~",
    "amount:100,200", "date:2025,2026", "AT&T", "'quoted'", "co-op", "1,000",
    "amount>1.5", "amount>1.125", "amount>0.500", "amount>1.500bn",
  ])
  func textsAreLookedFor(text: String) {
    #expect(mistake(in: text) == nil)
  }
}
