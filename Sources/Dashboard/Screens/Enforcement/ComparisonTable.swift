import Canvas
import Charts
import Dataset
import Insight

extension EnforcementScreen {
  /// The day compared with: the day chosen, or one of those a key goes through.
  static func comparedDay(_ settings: Settings, before day: Day) -> Day? {
    settings.since ?? settings[EnforcementOptions.since].day(before: day)
  }

  /// State by state what stood and what stands; only those in which something changed, the gains first.
  static func table(
    _ comparison: EnforcementComparison, _ rows: [EnforcementRow], in world: World,
    sort: SortOrder?
  ) -> FactTable {
    FactTable(
      "Changes", name: "changes",
      columns: [
        Column(
          "state", .init("State", minimum: 14, maximum: 18, priority: 10),
          styled: { row, _, style in
            comparison.becameFull.contains(row.country.id) ? .strong : style
          }
        ) { row, _ in Reference(id: row.code, name: row.name) },
        Column(
          "then", .init("Then", minimum: 10, maximum: 15, priority: 9),
          ranked: { row, _ in cell(comparison.earlier[row.country.id]) }
        ) { row, _ in words(comparison.earlier[row.country.id]) },
        Column(
          "now", .init("Now", minimum: 10, maximum: 15, priority: 9),
          ranked: { row, _ in cell(comparison.later[row.country.id]) }
        ) { row, _ in words(comparison.later[row.country.id]) },
        Column(
          "gained_by", .init("Last step", minimum: 12, maximum: 30, priority: 8),
          words: { row, _ in
            guard comparison.becameFull.contains(row.country.id),
              let state = comparison.later[row.country.id]
            else { return nil }
            return gained(state)
          }
        ) { row, _ in
          comparison.becameFull.contains(row.country.id)
            ? comparison.later[row.country.id].map { Words($0.gainedBy.map { columnID($0.word) }) }
            : nil
        },
        Column("changes", .init("What changed", minimum: 24, maximum: 120, priority: 8)) {
          row, _ in
          Words(comparison.telling(in: row.country.id).map(EnforcementScreen.words))
        },
        Column("date", .init("Last", minimum: 10, maximum: 10, priority: 4), style: .dim) {
          row, _ in
          comparison.telling(in: row.country.id).compactMap { $0.after?.date }.max()
        },
      ], rows: rows, in: world, sort: sort
    ) { row, _ in row.fact }
  }

  private static func words(_ state: StateEnforcement?) -> String? {
    state.flatMap { $0.bloc == .eu ? $0.standing.words : nil }
  }

  private static func cell(_ state: StateEnforcement?) -> RankedEntry {
    guard let state, state.bloc == .eu else { return .unknown }
    let standing = state.standing
    return RankedEntry(
      Table.Entry(
        standing.words, style: standing == .full ? .strong : .plain, mark: standing.mark,
        markStyle: standing.style), Double(standing.rawValue))
  }

  /// A change in the fewest words: `penalties adopted → in force`.
  private static func words(_ change: EnforcementComparison.Change) -> String {
    let before = change.before?.status.words ?? "unknown"
    let after = change.after?.status.words ?? "unknown"
    return "\(change.step.shortWords) \(before) \(Glyph.arrowRight) \(after)"
  }

  /// The states in which something changed: gains, losses, those that may be full by now, the others.
  static func changed(
    _ comparison: EnforcementComparison, of rows: [EnforcementRow]
  ) -> [EnforcementRow] {
    func rank(_ row: EnforcementRow) -> Int {
      let id = row.country.id
      if comparison.becameFull.contains(id) { return 0 }
      if comparison.ceasedFull.contains(id) { return 1 }
      if comparison.becamePossible.contains(id) { return 2 }
      return row.isMember ? 3 : 4
    }
    let listed = rows.filter { !comparison.telling(in: $0.country.id).isEmpty }
    return listed.sorted { left, right in
      let (one, two) = (rank(left), rank(right))
      return one == two ? left.name < right.name : one < two
    }
  }

  /// The count on both days and who made the difference.
  static func headline(_ comparison: EnforcementComparison) -> [Span] {
    let (before, after) = (comparison.earlier.full.count, comparison.later.full.count)
    let of = comparison.later.members.count
    let count = "\(before) \(Glyph.arrowRight) \(after) of \(of)"
    let since = " since " + readable(comparison.from)
    return [
      Span("Enforcement authority · ", .heading), Span(count, Style(.strong, .bold)),
      Span(since, Style(.accent, .bold)), question(comparison.later.basis),
    ]
  }

  /// The states that gained and lost authority, and those that may have it now.
  static func summary(_ comparison: EnforcementComparison) -> [[Span]] {
    let dataset = comparison.later.snapshot.dataset
    func line(_ words: String, _ states: [ID<Country>], _ style: Style) -> [Span]? {
      guard !states.isEmpty else { return nil }
      return [
        Span(words + " ", .dim), Span(states.map(dataset.name).joined(separator: ", "), style),
      ]
    }
    let lines = [
      line("gained", comparison.becameFull, .good), line("lost", comparison.ceasedFull, .alarm),
      line("possibly gained", comparison.becamePossible, .possible),
    ].compactMap(\.self)
    return lines.isEmpty ? [[Span("no state gained or lost full authority", .dim)]] : lines
  }

  /// The states with the gain or loss of the state at hand: the marks of the map.
  static func movement(_ comparison: EnforcementComparison?, _ row: EnforcementRow) -> Movement? {
    guard let comparison else { return nil }
    if comparison.becameFull.contains(row.country.id) { return .gained }
    return comparison.ceasedFull.contains(row.country.id) ? .lost : nil
  }

  enum Movement { case gained, lost }

  /// The question about a day that is answered; the other question is a mode, which the title line names.
  static func question(_ basis: TimelineBasis) -> Span {
    Span(basis == .happened ? " · by effective date" : "", .dim)
  }
}

extension EnforcementComparison {
  /// The changes of a state that tell something: that a first row says nothing was found changes nothing.
  func telling(in country: ID<Country>) -> [Change] {
    changes(in: country).filter { $0.before != nil || $0.after?.status != EnforcementStatus.none }
  }
}
