import Dataset
import Insight
import TestSupport
import Testing

/// The live ledger says something: few of those with a known share have a wide interval, and each says why.
@Suite struct WideIntervalTests {
  @Test func atMostOneInFiveIsWiderThanFiftyPoints() throws {
    let dataset = try LiveLedger.dataset()
    let snapshot = dataset.asOf(dataset.updated)
    let maker = try #require(Compute.usualMaker(in: snapshot))
    let exposure = try Exposure(of: snapshot, to: .organisation(maker), in: .compute)
    let known = exposure.organisations.filter { $0.known != nil }
    let wide = known.filter { $0.share.width > 0.5 }
    let names = wide.map { dataset.name($0.id) }.joined(separator: ", ")
    print("\(wide.count) of \(known.count) with a known share are wider than 50 points: \(names)")
    #expect(wide.count * 5 <= known.count)
    #expect(wide.allSatisfy { !$0.open.isEmpty })
    // Whoever has a commitment of any size that names its maker leads.
    #expect(exposure.organisations.prefix(known.count).allSatisfy { $0.known != nil })
  }
}
