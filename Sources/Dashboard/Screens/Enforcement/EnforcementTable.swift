import Canvas
import Charts
import Dataset
import Insight

extension EnforcementScreen {
  /// State by obligation. Where there is little room, a mark stands for the words it goes with.
  static func table(
    _ rows: [EnforcementRow], in world: World, sort: SortOrder?, inWords: Bool
  ) -> FactTable {
    FactTable(
      "States", name: "states", columns: columns(inWords: inWords), rows: rows, in: world,
      sort: sort, feet: [foot(rows)].compactMap(\.self)
    ) { row, _ in row.fact }
  }

  /// The obligations with a column, in their order.
  static let steps: [EnforcementStepKind] = [
    .law, .marketSurveillance, .notifying, .singlePointOfContact, .penalties,
  ]
  private static let furtherSteps: [EnforcementStepKind] = [.fundamentalRights, .sandbox]

  private static func columns(inWords: Bool) -> [Column<EnforcementRow>] {
    func column(_ step: EnforcementStepKind, priority: Int) -> Column<EnforcementRow> {
      Column(
        columnID(step.word),
        .init(
          inWords ? step.columnTitle : step.columnAbbreviation,
          alignment: inWords ? .leading : .centre, minimum: 12, maximum: 14, priority: priority),
        ranked: { cell($0, step, in: $1, inWords: inWords) }
      ) { row, _ in
        row.state.flatMap { $0[step].row == nil ? nil : $0[step].status.word }
      }
    }
    return [
      Column(
        "state", .init("State", minimum: 16, maximum: 18, priority: 10),
        entry: { row, _, _ in name(row) }
      ) { row, _ in Reference(id: row.code, name: row.name) },
      Column("member") { row, _ in row.isMember },
      Column("full") { row, _ in row.isMember ? row.state?.isFull : nil },
    ] + steps.map { column($0, priority: 8) }
      + [
        Column("late_days") { row, _ in row.isMember ? row.state?.daysLate : nil },
        late(
          "authorities_late_days", .authorities, inWords ? "Art.70 late" : "Art. 70", priority: 7
        ),
        late(
          "penalties_late_days", .penalties, inWords ? "Art.99 late" : "Art. 99", priority: 6),
        Column(
          "missing", .init("Missing", minimum: 12, maximum: 34, priority: 6),
          ranked: { row, _ in missing(row, inWords: inWords) }
        ) { row, _ in
          row.isMember ? row.state.map { Words($0.missing.map { columnID($0.word) }) } : nil
        },
        Column(
          "gained_by", .init("Full by", minimum: 20, maximum: 30, priority: 5), style: .dim,
          words: { row, _ in row.state.flatMap(gained) }
        ) { row, _ in row.state.map { Words($0.gainedBy.map { columnID($0.word) }) } },
        Column("full_since") { row, _ in row.state?.fullSince.map { PartialDate($0) } },
      ] + furtherSteps.map { column($0, priority: 2) }
  }

  /// How far a step has come. Of penalties that hold and cover a part of the Act, that they are some: the page
  /// of the state says for which. A state is "in part" where some of the four parts hold, which is another thing.
  private static func cell(
    _ row: EnforcementRow, _ step: EnforcementStepKind, in world: World, inWords: Bool
  ) -> RankedEntry {
    guard let cell = row.state?[step] else { return .unknown }
    let style = row.isMember ? cell.style : .dim
    let isInPart = cell.holds && cell.row?.coveredOnly(in: world.dataset) != nil
    let entry =
      inWords && cell.row != nil
      ? Table.Entry(
        isInPart ? "some only" : cell.words, style: cell.status == .none ? .dim : .plain,
        mark: cell.mark, markStyle: style)
      : Table.Entry(isInPart ? "\(cell.mark) some" : String(cell.mark), style: style)
    return RankedEntry(entry, cell.rank)
  }

  private static func name(_ row: EnforcementRow) -> Table.Entry {
    guard row.isMember, let state = row.state else {
      return Table.Entry(row.name, style: .dim, mark: Glyph.unknown, markStyle: .dim)
    }
    return Table.Entry(
      row.name, style: state.isFull ? .strong : .plain, mark: state.standing.mark,
      markStyle: state.standing.style)
  }

  /// The step that came last, and the day from which the state is full.
  static func gained(_ state: StateEnforcement) -> String? {
    guard let since = state.fullSince, !state.gainedBy.isEmpty else { return nil }
    let isAll = state.gainedBy.count == EnforcementDefinition.parts.count
    let steps = isAll ? "all four" : state.gainedBy.map(\.shortWords).joined(separator: ", ")
    return "\(steps) \(since)"
  }

  /// The days by which a duty is late: until the last of its parts came to hold, or until today.
  private static func late(
    _ id: String, _ duty: EnforcementDuty, _ title: String, priority: Int
  ) -> Column<EnforcementRow> {
    Column(
      id, .init(title, alignment: .trailing, minimum: 7, maximum: 8, priority: priority),
      ranked: { row, _ in
        guard row.isMember, let state = row.state, let days = state.daysLate(duty) else {
          return .unknown
        }
        if days == 0 { return RankedEntry("in time", style: .dim, 0) }
        return RankedEntry(
          NumberFormat.shortDays(days, signed: true), style: lateness(state, duty), days)
      }
    ) { row, _ in row.isMember ? row.state?.daysLate(duty) : nil }
  }

  /// Late for certain where a row says that a part is missing. Where nothing is known of those that
  /// are, it may be.
  private static func lateness(_ state: StateEnforcement, _ duty: EnforcementDuty) -> Style {
    let missing = state.overdue(duty).filter(state.missing.contains)
    guard !missing.isEmpty else { return .plain }
    return missing.contains { state[$0].row != nil } ? .alarm : .possible
  }

  private static func missing(_ row: EnforcementRow, inWords: Bool) -> RankedEntry {
    guard row.isMember, let state = row.state else {
      return RankedEntry("not in the EU", style: .dim, nil)
    }
    let missing = state.missing
    let text =
      missing.isEmpty
      ? String(Glyph.none)
      : missing.count == EnforcementDefinition.parts.count
        ? "all four"
        : missing.count == 1 && !inWords
          ? missing.map { alone($0, state) }.joined()
          : missing.map { inWords ? $0.shortWords : $0.columnAbbreviation }.joined(separator: ", ")
    return RankedEntry(text, style: missing.isEmpty ? .dim : .plain, missing.count)
  }

  /// The part that alone is missing, with how far it has come: its mark has no words next to it.
  private static func alone(_ step: EnforcementStepKind, _ state: StateEnforcement) -> String {
    state[step].row == nil
      ? step.columnAbbreviation : "\(step.columnAbbreviation) \(state[step].words)"
  }

  /// In how many of the states shown each obligation is met.
  private static func foot(_ rows: [EnforcementRow]) -> [String: Table.Entry]? {
    let members = rows.filter(\.isMember).compactMap(\.state)
    guard !members.isEmpty else { return nil }
    func count(_ step: EnforcementStepKind) -> Table.Entry {
      Table.Entry(NumberFormat.integer(members.count { $0[step].holds }))
    }
    func overdue(_ duty: EnforcementDuty) -> Table.Entry {
      // Others that bear days were late and are no longer.
      Table.Entry("\(members.count { !$0.overdue(duty).isEmpty }) open")
    }
    let noun = members.count == 1 ? "member" : "members"
    var foot = [
      "state": Table.Entry("\(members.count) \(noun)", style: .dim),
      "authorities_late_days": overdue(.authorities),
      "penalties_late_days": overdue(.penalties),
    ]
    for step in steps + furtherSteps { foot[columnID(step.word)] = count(step) }
    return foot
  }
}
