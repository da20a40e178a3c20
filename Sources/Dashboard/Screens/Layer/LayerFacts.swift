import Canvas
import Charts
import Dataset
import Insight

/// A layer in figures and tables.
struct LayerFacts: Sendable {
  let profile: LayerProfile
  let world: World
  /// The dependency of all compute on NVIDIA; `nil` where the data knows no NVIDIA.
  private let exposure: Exposure?
  private let shown: [LayerProfile.Member]
  /// Said of what no filter applies to, where a filter is set.
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
    FactTable(
      "Organisations · \(shown.count)"
        + (world.filter.isEmpty
          ? "" : " of \(profile.members.count) pass the filter, or a model of theirs does"),
      name: "organisations", columns: LayerFacts.columns(exposure, world.focusName), rows: shown,
      in: world,
      sort: sort
    ) { .organisation($1.dataset.slug($0.organisation)) }
  }

  private static func columns(_ exposure: Exposure?, _ focus: String) -> [Column<
    LayerProfile.Member
  >] {
    [
      Column("organisation", .init("Organisation", minimum: 18, maximum: 34, priority: 10)) {
        $1.reference($0.organisation)
      },
      Column(
        "city", .init("Home", minimum: 12, maximum: 24, priority: 5), style: .dim,
        words: { member, world in
          let organisation = world.dataset[member.organisation]
          return [
            world.dataset.string(organisation.city),
            organisation.country.map { world.dataset.code($0) } ?? "",
          ].filter { !$0.isEmpty }.joined(separator: ", ")
        }
      ) { $1.dataset.string($1.dataset[$0.organisation].city) },
      Column("country") { $1.dataset[$0.organisation].country.map($1.reference) },
      .raised(
        .init("Raised", unit: "$ m", alignment: .trailing, minimum: 11, priority: 9),
        { member, _ in member.raised }, by: { $0.organisation }),
      Column(
        "rounds", .init("Rounds", alignment: .trailing, minimum: 6, priority: 4), style: .dim,
        entry: { member, _, _ in member.raised.rounds.isEmpty ? .unknown : nil },
        rank: { member, _ in
          member.raised.rounds.isEmpty ? nil : Double(member.raised.rounds.count)
        }
      ) { member, _ in member.raised.rounds.count },
      Column(
        "valuation_usd_m",
        .init("Valued", unit: "$ m", alignment: .trailing, minimum: 10, priority: 8),
        words: { member, world in member.value.flatMap { DisputedFigure.text($0, in: world) } }
      ) { member, _ in member.value?.dollars },
      Column(
        "accelerators", .init("Accelerators", alignment: .trailing, minimum: 12, priority: 7)
      ) { member, _ in member.compute.accelerators > 0 ? member.compute.accelerators : nil },
      Column(
        "nvidia_share", .init("On \(focus)", alignment: .trailing, minimum: 9, priority: 6),
        styled: { _, _, _ in .target }
      ) { member, _ -> ClosedRange<Double>? in
        guard let found = exposure?[member.organisation], !found.isUnknown else { return nil }
        return found.known.map { $0.documented...$0.possible }
      },
      Column("note", .init("Note", minimum: 24, maximum: 90, priority: 3), style: .dim) {
        $1.dataset.string($1.dataset[$0.organisation].note)
      },
    ]
  }

  func suppliers(sort: SortOrder?) -> FactTable {
    let whole = max(1, profile.compute.accelerators)
    let nvidia = world.dataset.focus.map { GroupKey.organisation($0) }
    @Sendable func style(_ key: GroupKey) -> Style {
      key == .unknown ? .possible : key == nvidia ? .target : .plain
    }
    return FactTable(
      "Chips of its compute\(unfiltered)", name: "suppliers",
      columns: [
        Column(
          "maker", .init("Maker", minimum: 12, maximum: 24, priority: 10),
          styled: { group, _, _ in style(group.key) },
          words: { group, _ in group.key == .unknown ? "not said" : nil }
        ) { $1.reference($0.key) },
        Column(
          drawn: "bar", .init("", minimum: 20, maximum: 20, priority: 6),
          rank: { group, _ in Double(group.tally.accelerators) }
        ) { group, _, _ in
          let share = Double(group.tally.accelerators) / Double(whole)
          return Table.Entry(
            bar: Bar(share: share...share, style: style(group.key)), cells: 20)
        },
        Column(
          "accelerators", .init("Accelerators", alignment: .trailing, minimum: 12, priority: 9)
        ) { group, _ in group.tally.accelerators },
        Column("share", .init("Share", alignment: .trailing, minimum: 6, priority: 8)) { group, _ in
          Fraction(Double(group.tally.accelerators) / Double(whole))
        },
        Column(
          "announced", .init("Announced", alignment: .trailing, minimum: 10, priority: 6),
          style: .dim
        ) { group, _ in group.tally.announced > 0 ? group.tally.announced : nil },
        Column(
          "unsized", .init("Of unknown size", alignment: .trailing, minimum: 15, priority: 4),
          style: .dim
        ) { group, _ in group.tally.unknown > 0 ? group.tally.unknown : nil },
      ], rows: Array(profile.suppliers), in: world, sort: sort
    ) { $1.fact(of: $0.key) }
  }
}
