import Dataset
import TestSupport
import Testing

@testable import Insight

/// Compute by town and by operator in every unit: the parts add up to the sums of the day. The live
/// ledger serves, as it has a table of chips.
@Suite struct UnitSumsTests {
  private static func isNear(_ left: ClosedRange<Double>, _ right: ClosedRange<Double>) -> Bool {
    abs(left.lowerBound - right.lowerBound) < 1e-6 * max(1, right.lowerBound)
      && abs(left.upperBound - right.upperBound) < 1e-6 * max(1, right.upperBound)
  }

  @Test(arguments: ComputeUnit.allCases)
  func townsAndMakersAddUp(_ unit: ComputeUnit) throws {
    let dataset = try LiveLedger.dataset()
    let snapshot = dataset.asOf(dataset.updated)
    let total = Compute.totals(of: snapshot, by: .operator, unit: unit).total
    let places = Compute.places(of: snapshot, in: unit)
    func sum(_ tallies: [ComputeTally]) -> ClosedRange<Double> {
      tallies.map { $0.firm(in: unit) }.reduce(0...0) {
        ($0.lowerBound + $1.lowerBound)...($0.upperBound + $1.upperBound)
      }
    }
    #expect(total.firm(in: unit).lowerBound > 0)
    #expect(Self.isNear(sum(places.map(\.tally)), total.firm(in: unit)))
    #expect(
      Self.isNear(sum(places.flatMap { $0.vendors.map(\.tally) }), total.firm(in: unit)))
    let announced = places.reduce(0) { $0 + $1.tally.announced(in: unit) }
    #expect(abs(announced - total.announced(in: unit)) < 1e-6 * max(1, announced))
    let sizes = places.filter { $0.coordinate != nil }.map { $0.tally.firm(in: unit).lowerBound }
    #expect(sizes == sizes.sorted(by: >), "the largest first")
  }

  @Test(arguments: ComputeUnit.allCases)
  func theCapacityOfAnOperatorIsItsGroup(_ unit: ComputeUnit) throws {
    let dataset = try LiveLedger.dataset()
    let snapshot = dataset.asOf(dataset.updated)
    var seen = 0
    for group in Compute.totals(of: snapshot, by: .operator, unit: unit).groups {
      guard case .organisation(let id) = group.key else { continue }
      let profile = CapacityProfile(of: id, in: snapshot, ExposureOptions(unit: unit))
      #expect(
        Self.isNear(profile.whole.size, group.tally.firm(in: unit)), "\(snapshot.dataset.slug(id))")
      for parts in [profile.byVendor, profile.byCustomer, profile.byJurisdiction] {
        let sum = parts.reduce(0) { $0 + $1.size.lowerBound }
        #expect(abs(sum - profile.whole.size.lowerBound) < 1e-6 * max(1, sum))
      }
      seen += 1
    }
    #expect(seen > 10)
  }
}
