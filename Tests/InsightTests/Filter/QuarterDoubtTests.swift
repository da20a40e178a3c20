import Dataset
import TestSupport
import Testing

@testable import Insight

/// A quarter leaves out what is dated by its year alone, and says how many rows that is.
@Suite struct QuarterDoubtTests {
  private static func reach(_ text: String) throws -> FilterReach {
    let dataset = try Synthetic.dataset([
      .organisations: "id,name,layer,country,kind\na,Alpha,models,FR,company",
      .rounds: """
      id,company,date,series,instrument,status,confidence,source
      r,a,2026-02-01,A,equity,closed,confirmed,s
      q,a,2026,B,equity,closed,confirmed,s
      p,a,2025,C,equity,closed,confirmed,s
      o,a,2026,D,debt,closed,confirmed,s
      """,
    ])
    let snapshot = dataset.asOf(try day("2026-12-31"))
    return try #require(FilterReach(try Filter(text), among: .rounds, in: snapshot))
  }

  @Test(arguments: [
    ("quarter:2026-Q1", 2, "2 dated by the year alone left out"),
    ("quarter:2026-Q1 form:debt", 1, "1 dated by the year alone left out"),
    ("quarter:2026-Q1,2025-Q1", 3, "3 dated by the year alone left out"),
  ])
  func saysHowManyAreLeftOut(_ text: String, _ count: Int, _ words: String) throws {
    let reach = try Self.reach(text)
    #expect(reach.undated == count)
    #expect(reach.words?.contains(words) == true, "\(reach.words ?? "")")
  }

  /// A row that names no maker passes a filter that leaves a maker out, and is counted.
  @Test func aMakerLeftOutLetsTheUnknownIn() throws {
    let snapshot = try FilterData.snapshot()
    func reach(_ text: String) throws -> FilterReach {
      try #require(FilterReach(try Filter(text), among: .compute, in: snapshot))
    }
    let out = try reach("-vendor:nvidia")
    #expect(out.rows == 2 && out.unknownMaker == 2)
    #expect(out.words == "2 of unknown maker let in")
    #expect(try reach("vendor:nvidia").unknownMaker == 0)
    let rounds = try #require(
      FilterReach(try Filter("-vendor:nvidia"), among: .rounds, in: snapshot))
    #expect(rounds.unknownMaker == 0, "a round has no maker that could be unknown")
  }

  @Test(arguments: ["year:2026", "-quarter:2026-Q1", "quarter:2024-Q1"])
  func saysNothingWhereNoneIs(_ text: String) throws {
    #expect(try Self.reach(text).undated == 0)
  }

  @Test(arguments: [
    ("2025-Q1", "r1 r2 r3"), ("2025-Q2", "r4 r5 r6"), ("2025q3", "r7 r8 r9"),
    ("2025-Q4", "r10 r11 r12"), ("2024-Q4", ""), ("2026-Q1", ""),
  ])
  func everyMonthIsOfItsQuarter(_ quarter: String, _ rounds: String) throws {
    let dataset = try SyntheticPackage.dataset([
      .organisations: "id,name\na,A",
      .rounds: "id,company,date,instrument,status\n"
        + (1...12).map { "r\($0),a,2025-\($0 < 10 ? "0" : "")\($0),equity,closed\n" }.joined(),
    ])
    let snapshot = dataset.asOf(try day("2026-12-31"))
    #expect(try FilterData.rounds("quarter:\(quarter)", snapshot) == rounds)
  }
}
