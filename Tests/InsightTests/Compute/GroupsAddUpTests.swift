import Dataset
import Testing

@testable import Insight

/// Groups that are disjoint add up to the total, figure by figure.
@Suite struct GroupsAddUpTests {
  /// The stored figures by name; of lists how much they hold, in no order.
  private func figures(_ tally: Any, _ prefix: String = "") -> [String: Double] {
    var found: [String: Double] = [:]
    for child in Mirror(reflecting: tally).children {
      let name = prefix + (child.label ?? "")
      switch child.value {
      case let count as Int: found[name] = Double(count)
      case let sum as Double: found[name] = sum
      case let range as ClosedRange<Double>:
        found[name + ".least"] = range.lowerBound
        found[name + ".most"] = range.upperBound
      case let ids as [ID<Commitment>]:
        found[name] = ids.reduce(Double(ids.count) * 1e6) { $0 + Double($1.index) }
      case let ids as [ID<Round>]:
        found[name] = ids.reduce(Double(ids.count) * 1e6) { $0 + Double($1.index) }
      case let sums as [Double]:
        for (place, sum) in sums.enumerated() { found["\(name)[\(place)]"] = sum }
      default: break
      }
    }
    return found
  }

  private func expectEqual(
    _ one: [String: Double], _ other: [String: Double], _ what: String,
    _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(one.count == other.count && one.count > 9, sourceLocation: location)
    for (name, value) in one {
      let difference = abs(value - (other[name] ?? .nan))
      #expect(
        difference <= 1e-9 * max(1, abs(value)),
        "\(what): \(name) is \(value) and \(other[name] ?? .nan)", sourceLocation: location)
    }
  }

  /// Withdrawn sites alone are listed only where there is nothing else, so that they are left out here.
  @Test(arguments: 0..<UInt64(12))
  func sites(seed: UInt64) throws {
    let snapshot = try LedgerOfSums.dataset(seed: seed).asOf(try day("2026-06-01"))
    for grouping in [ComputeGrouping.operator, .country, .jurisdiction, .vendor, .status] {
      for unit in ComputeUnit.allCases {
        let totals = Compute.totals(of: snapshot, by: grouping, unit: unit)
        var sum = ComputeTally()
        for group in totals.groups { sum.add(group.tally) }
        let isStanding = { (name: String, _: Double) in !name.hasPrefix("withdrawn") }
        expectEqual(
          figures(sum).filter(isStanding), figures(totals.total).filter(isStanding),
          "\(grouping) \(unit) \(seed)")
      }
    }
  }

  /// A filter, and its opposite.
  @Test(arguments: 0..<UInt64(12))
  func halves(seed: UInt64) throws {
    let snapshot = try LedgerOfSums.dataset(seed: seed).asOf(try day("2026-06-01"))
    var sites = ComputeTally()
    var rounds = CapitalTally()
    for text in ["country:DE", "-country:DE"] {
      let filter = try CompiledFilter(text, for: snapshot)
      sites.add(Compute.totals(of: snapshot, by: .chip, unit: .h100e, where: filter).total)
      rounds.add(Capital.totals(of: snapshot, by: .investor, where: filter).total)
    }
    let allSites = Compute.totals(of: snapshot, by: .chip, unit: .h100e).total
    let allRounds = Capital.totals(of: snapshot, by: .investor).total
    expectEqual(figures(sites), figures(allSites), "sites \(seed)")
    expectEqual(figures(rounds), figures(allRounds), "rounds \(seed)")
    #expect(!allSites.withdrawnCommitments.isEmpty && !allRounds.rounds.isEmpty)
  }

  @Test(arguments: 0..<UInt64(12))
  func rounds(seed: UInt64) throws {
    let snapshot = try LedgerOfSums.dataset(seed: seed).asOf(try day("2026-06-01"))
    for grouping in [CapitalGrouping.layer, .company, .country, .quarter, .year, .instrument] {
      for announced in Announced.allCases {
        let totals = Capital.totals(of: snapshot, by: grouping, announced: announced)
        var sum = CapitalTally()
        for group in totals.groups { sum.add(group.tally) }
        expectEqual(figures(sum), figures(totals.total), "\(grouping) \(announced) \(seed)")
      }
    }
  }

  /// The total by the rules of the data's README, from the rows alone.
  @Test(arguments: 0..<UInt64(12))
  func theTotalIsTheSumOfItsRows(seed: UInt64) throws {
    let dataset = try LedgerOfSums.dataset(seed: seed)
    let total = Compute.totals(of: dataset.asOf(try day("2026-06-01")), by: .country).total
    let rows = dataset.compute.filter { $0.scope == .site }
    let firm = rows.filter { [.contracted, .building, .operational].contains($0.status) }
    #expect(total.accelerators == firm.reduce(0) { $0 + ($1.accelerators ?? 0) })
    #expect(
      total.running
        == firm.filter { $0.status == .operational }.reduce(0) { $0 + ($1.accelerators ?? 0) })
    let plans = rows.filter { $0.status == .announced }
    #expect(total.announced == plans.reduce(0) { $0 + ($1.accelerators ?? 0) })
    #expect(total.announcedUnknown == plans.count { $0.accelerators == nil })
    #expect(total.announcedMegawatts == plans.reduce(0) { $0 + ($1.megawatts ?? 0) })
    let gone = rows.filter { $0.status == .paused || $0.status == .cancelled }
    #expect(total.withdrawnCommitments.count == gone.count)
  }
}
