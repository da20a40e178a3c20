import Canvas
import Charts
import Dataset
import Insight

/// A layer in figures and tables.
struct LayerFacts: Sendable {
  let profile: LayerProfile
  let world: World
  /// How far everyone's compute depends on NVIDIA; `nil` where the data knows no NVIDIA.
  private let exposure: Exposure?
  private let shown: [LayerProfile.Member]
  /// Said of what no filter applies to, where there is one.
  private let unfiltered: String

  init(_ layer: Layer, in world: World) {
    self.world = world
    profile = LayerProfile(layer, in: world.snapshot)
    exposure = world.dataset.focus.flatMap {
      try? Exposure(of: world.snapshot, to: .organisation($0), in: .compute)
    }
    unfiltered = world.filter.isEmpty ? "" : ", all of them: the filter is about the lists"
    // Who made a model that passes is shown with it: the weights are no property of the company.
    let developers = Set(
      world.filter.isEmpty
        ? [] : world.snapshot.models.filter(world.passes.matches).map(\.developer))
    shown = profile.members.filter {
      world.shows(world.dataset[$0.organisation]) || developers.contains($0.organisation)
    }
  }

  /// The layer as data, with the rows that the filter shows.
  var record: LayerProfile {
    guard !world.filter.isEmpty else { return profile }
    let ids = Set(shown.map(\.organisation))
    return profile.only({ ids.contains($0) }, world.passes)
  }

  var headline: [Span] {
    let compute = profile.compute
    let part = world.filter.isEmpty ? "" : " of \(profile.members.count)"
    return [
      Span("Layer: \(profile.layer.word) · ", .heading),
      Span("\(shown.count)", Style(.strong, .bold)),
      Span("\(part) organisations · \(part.isEmpty ? "" : "all ")raised "),
      Span(NumberFormat.money(millions: profile.capital.usdMillions), Style(.strong, .bold)),
      Span(
        compute.accelerators > 0
          ? " · \(NumberFormat.integer(compute.accelerators)) firm accelerators" : ""),
      Span(
        compute.unknown > 0 ? ", \(counted(compute.unknown, "site")) of unknown size" : "",
        .possible),
    ]
  }

  func members(sort: SortOrder?) -> FactTable {
    let (shown, dataset, exposure) = (shown, world.dataset, exposure)
    return FactTable(
      "Organisations · \(shown.count)"
        + (world.filter.isEmpty
          ? "" : " of \(profile.members.count) pass the filter, or a model of theirs does"),
      columns: [
        Table.Column("Organisation", minimum: 18, maximum: 34, priority: 10),
        Table.Column("Home", minimum: 12, maximum: 24, priority: 5),
        Table.Column("Raised", unit: "$ m", alignment: .trailing, minimum: 11, priority: 9),
        Table.Column("Rounds", alignment: .trailing, minimum: 6, priority: 4),
        Table.Column("Valued", unit: "$ m", alignment: .trailing, minimum: 10, priority: 8),
        Table.Column("Accelerators", alignment: .trailing, minimum: 12, priority: 7),
        Table.Column("On NVIDIA", alignment: .trailing, minimum: 9, priority: 6),
        Table.Column("Note", minimum: 24, maximum: 90, priority: 3),
      ], count: shown.count, sort: sort
    ) { index in
      let member = shown[index]
      let organisation = dataset[member.organisation]
      let home = [
        dataset.string(organisation.city), organisation.country.map { dataset.code($0) } ?? "",
      ].filter { !$0.isEmpty }.joined(separator: ", ")
      let found = exposure?[member.organisation]
      let share = found.flatMap { $0.isUnknown ? nil : $0.countedShare }
      return (
        .organisation(dataset.slug(member.organisation)),
        [
          FactCell(dataset.name(member.organisation)), FactCell(home, style: .dim),
          .raised(member.raised, by: organisation),
          FactCell(
            count: member.raised.rounds.isEmpty ? nil : member.raised.rounds.count, style: .dim),
          FactCell(
            member.value?.dollars?.millions, { NumberFormat.integer($0) }),
          FactCell(
            count: member.compute.accelerators > 0 ? member.compute.accelerators : nil),
          FactCell(
            share.map {
              Table.Entry(NumberFormat.percent($0.documented...$0.possible), style: .target)
            } ?? .unknown, share.map { .number($0.documented) } ?? .unknown),
          FactCell(dataset.string(organisation.note), style: .dim),
        ]
      )
    }
  }

  /// Whose chips its compute has.
  func suppliers(sort: SortOrder?) -> FactTable {
    let (groups, world) = (profile.suppliers, world)
    let whole = max(1, profile.compute.accelerators)
    return FactTable(
      "Chips of its compute\(unfiltered)",
      columns: [
        Table.Column("Maker", minimum: 12, maximum: 24, priority: 10),
        Table.Column("", minimum: 20, maximum: 20, priority: 6),
        Table.Column("Accelerators", alignment: .trailing, minimum: 12, priority: 9),
        Table.Column("Share", alignment: .trailing, minimum: 6, priority: 8),
        Table.Column("Announced", alignment: .trailing, minimum: 10, priority: 6),
        Table.Column("Of unknown size", alignment: .trailing, minimum: 15, priority: 4),
      ], count: groups.count, sort: sort
    ) { index in
      let (key, tally) = (groups[index].key, groups[index].tally)
      let share = Double(tally.accelerators) / Double(whole)
      let isTarget = key == world.dataset.focus.map { GroupKey.organisation($0) }
      let style: Style = key == .unknown ? .possible : isTarget ? .target : .plain
      return (
        world.fact(of: key),
        [
          FactCell(key == .unknown ? "not said" : key.name(in: world.dataset), style: style),
          FactCell(
            Table.Entry(bar: Bar(share: share...share, style: style), cells: 20), .number(share)),
          FactCell(count: tally.accelerators), FactCell(share, { NumberFormat.percent($0) }),
          FactCell(count: tally.announced > 0 ? tally.announced : nil, style: .dim),
          FactCell(count: tally.unknown > 0 ? tally.unknown : nil, style: .dim),
        ]
      )
    }
  }
}
