import Charts
import Dataset
import Insight

// The columns of the groups that Compute and the overview draw as bars.

/// A group of sites with its sums.
struct ComputeGroup: Sendable {
  let key: GroupKey?
  let label: String
  let tally: ComputeTally
  let scale: ComputeScale?

  static let columns: [Column<ComputeGroup>] = [
    Column("key") { Reference(id: $0.key?.slug(in: $1.dataset) ?? "", name: $0.label) },
    Column("commitments", .init("sites")) { group, _ in group.tally.commitments.count },
    Column("unknown", .init("of unknown size")) { group, _ in group.tally.unknown },
    Column("accelerators") { group, _ in
      group.tally.isOfUnknownSize ? nil : group.tally.accelerators
    },
    Column("mw", .init("MW")) { group, _ in group.tally.megawatts == 0 ? nil : group.tally.megawatts
    },
    Column("announced") { group, _ in group.tally.announced },
    Column("withdrawn") { group, _ in group.tally.withdrawn },
  ]

  /// The columns of accelerators by the size of a country.
  static let scaleColumns: [Column<ComputeGroup>] = [
    Column("per_million_people", .init("a million people")) { group, _ in group.scale?.perMillion },
    Column("per_usd_bn_gdp", .init("a billion of GDP")) { group, _ in group.scale?.perBillion },
    Column("statistic_year", .init("year counted")) { group, _ in group.scale?.year },
  ]

  /// The columns of H100-equivalents, where they are asked for.
  static let equivalentColumns: [Column<ComputeGroup>] = [
    Column("h100e", .init("H100-equivalents")) { group, _ in
      group.tally.isUnknown(in: .h100e) ? nil : Interval(group.tally.equivalents)
    },
    Column("unknown_h100e") { group, _ in group.tally.unknownEquivalents },
  ]
}

extension ComputeTally {
  /// True if no site of it has a size in a unit, and some should.
  func isUnknown(in unit: ComputeUnit) -> Bool {
    unit == .accelerators
      ? isOfUnknownSize : firm(in: unit).upperBound == 0 && unknown(in: unit) > 0
  }
}

/// The sites at a stage, or all of them.
struct StageGroup: Sendable {
  let label: String
  let sites: [ID<Commitment>]
  let unknown: Int
  let accelerators: Int
  let megawatts: Double

  init(_ label: String, _ stages: [Funnel.Stage]) {
    self.label = label
    sites = stages.flatMap(\.commitments)
    unknown = stages.reduce(0) { $0 + $1.unknown }
    accelerators = stages.reduce(0) { $0 + $1.accelerators }
    megawatts = stages.reduce(0) { $0 + $1.megawatts }
  }

  /// True if no site of it has a size, and some should.
  var isUnknown: Bool { accelerators == 0 && unknown > 0 }

  static let columns: [Column<StageGroup>] = [
    Column("stage") { stage, _ in stage.label },
    Column("sites") { stage, _ in stage.sites.count },
    Column("unknown", .init("of unknown size")) { stage, _ in stage.unknown },
    Column("accelerators") { stage, _ in stage.isUnknown ? nil : stage.accelerators },
    Column("mw", .init("MW")) { stage, _ in stage.megawatts == 0 ? nil : stage.megawatts },
  ]
}

extension CommitmentSchedule {
  static let columns: [Column<CommitmentSchedule?>] = [
    Column("commitment") { schedule, world in
      guard let current = schedule?.current else { return Reference(id: "", name: "All") }
      return Reference(
        id: world.dataset.slug(current.id), name: world.dataset.string(current.name))
    },
    Column("months") { schedule, _ in schedule?.slip?.months },
    Column("overdue_days", .init("days overdue")) { schedule, _ in schedule?.overdueDays },
  ]
}

/// A part of Europe's compute or capital that depends on somebody.
struct EuropeanShare: Sendable {
  let label: String
  let share: EuropeExposure.Share

  static let columns: [Column<EuropeanShare>] = [
    Column("exposure") { part, _ in part.label },
    Column("documented") { part, _ in Fraction(part.share.documented) },
    Column("possible") { part, _ in Fraction(part.share.possible) },
  ]
}
