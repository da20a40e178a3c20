import Dataset
import TestSupport
import Testing

@testable import Insight

/// So many rounds that two threads look at them.
@Suite struct ManyRoundsTests {
  private static let count = 50_002

  private static func snapshot() throws -> Snapshot {
    let rows = (0..<count).map { "r\($0),acme,2026-0\($0 % 9 + 1),equity,closed,\($0 % 200 + 1)" }
    let dataset = try SyntheticPackage.dataset([
      .organisations: "id,name,kind,layer\nacme,Acme,company,models",
      .rounds: "id,company,date,instrument,status,amount_usd_m\n" + rows.joined(separator: "\n"),
    ])
    return dataset.asOf(try day("2026-11-21"))
  }

  @Test func whatPassesIsWhatPassesRowByRow() throws {
    let snapshot = try Self.snapshot()
    #expect(snapshot.rounds.count == Self.count)
    for text in ["amount>150", "-amount>150", "quarter:2026-Q1 amount>150", "r50001", "nobody"] {
      let filter = try CompiledFilter(text, for: snapshot)
      let passed = filter.rounds(in: snapshot)
      #expect(passed.map(\.id) == snapshot.rounds.filter(filter.matches).map(\.id), "\(text)")
      #expect(filter.rounds(in: snapshot).count == passed.count, "\(text) is kept")
      #expect(filter.counts(in: snapshot).rounds == passed.count, "\(text)")
      #expect(
        Capital.totals(of: snapshot, by: .layer, where: filter).total.rounds.count == passed.count)
    }
    let filter = try CompiledFilter("amount>150", for: snapshot)
    #expect(filter.rounds(in: snapshot).count == Self.count / 200 * 50, "of each 200 the last 50")
  }

  @Test func bothAnswersCome() throws {
    let snapshot = try Self.snapshot()
    let (first, second) = snapshot.both {
      snapshot.rounds.count
    } _: {
      snapshot.rounds.count { $0.usdMillions == 1 }
    }
    #expect(first == Self.count)
    #expect(second == (Self.count + 199) / 200)
  }
}
