import Canvas
import Charts
import Dataset
import Insight

extension EnforcementScreen {
  /// State by obligation. Where there is little room, a mark stands for the words it goes with.
  static func table(
    _ rows: [EnforcementRow], sort: SortOrder?, inWords: Bool
  ) -> FactTable {
    FactTable(
      "States", columns: columns(inWords: inWords), count: rows.count, foot: foot(rows), sort: sort
    ) { index in
      let row = rows[index]
      return (row.fact, cells(row, inWords: inWords))
    }
  }

  /// The obligations with a column, in their order.
  static let steps: [EnforcementStepKind] = [
    .law, .marketSurveillance, .notifying, .singlePointOfContact, .penalties,
  ]
  private static let furtherSteps: [EnforcementStepKind] = [.fundamentalRights, .sandbox]

  private static func columns(inWords: Bool) -> [Table.Column] {
    func column(_ step: EnforcementStepKind, priority: Int) -> Table.Column {
      Table.Column(
        inWords ? step.columnTitle : step.columnAbbreviation,
        alignment: inWords ? .leading : .centre, minimum: 12, maximum: 14, priority: priority)
    }
    return [Table.Column("State", minimum: 16, maximum: 18, priority: 10)]
      + steps.map { column($0, priority: 8) }
      + [
        Table.Column("Late", alignment: .trailing, minimum: 6, maximum: 8, priority: 7),
        Table.Column("Missing", minimum: 14, maximum: 34, priority: 6),
      ]
      + furtherSteps.map { column($0, priority: 2) }
  }

  private static func cells(_ row: EnforcementRow, inWords: Bool) -> [FactCell] {
    func cell(_ step: EnforcementStepKind) -> FactCell {
      guard let cell = row.state?[step] else { return FactCell(.unknown, .unknown) }
      let style = row.isMember ? cell.style : .dim
      let entry =
        inWords && cell.row != nil
        ? Table.Entry(
          cell.words, style: cell.status == .none ? .dim : .plain, mark: cell.mark,
          markStyle: style)
        : Table.Entry(String(cell.mark), style: style)
      return FactCell(entry, .number(cell.rank))
    }
    return [name(row)] + steps.map(cell) + [late(row), missing(row, inWords: inWords)]
      + furtherSteps.map(cell)
  }

  private static func name(_ row: EnforcementRow) -> FactCell {
    guard row.isMember, let state = row.state else {
      return FactCell(
        Table.Entry(row.name, style: .dim, mark: Glyph.unknown, markStyle: .dim), .text(row.name))
    }
    return FactCell(
      Table.Entry(
        row.name, style: state.isFull ? .strong : .plain, mark: state.standing.mark,
        markStyle: state.standing.style),
      .text(row.name))
  }

  /// Days after 2 August 2025 on which the last part came to hold, or that have passed without it.
  private static func late(_ row: EnforcementRow) -> FactCell {
    guard row.isMember, let days = row.state?.daysLate else {
      return FactCell(.unknown, .unknown)
    }
    if days == 0 { return FactCell(Table.Entry(String(Glyph.none), style: .dim), .number(0)) }
    return FactCell(
      Table.Entry(NumberFormat.shortDays(days, signed: true), style: lateness(row.state)),
      .number(days))
  }

  /// Late for certain where a row says that a part is missing; where nothing is known of those that
  /// are, it may be.
  private static func lateness(_ state: StateEnforcement?) -> Style {
    guard let state, state.isOverdue else { return .plain }
    return state.missing.contains { state[$0].row != nil } ? .alarm : .possible
  }

  private static func missing(_ row: EnforcementRow, inWords: Bool) -> FactCell {
    guard row.isMember, let state = row.state else {
      return FactCell(Table.Entry("not in the EU", style: .dim), .unknown)
    }
    let missing = state.missing
    let text =
      missing.isEmpty
      ? String(Glyph.none)
      : missing.count == EnforcementDefinition.parts.count
        ? "all four"
        : missing.map { inWords ? $0.shortWords : $0.columnAbbreviation }.joined(separator: ", ")
    return FactCell(
      Table.Entry(text, style: missing.isEmpty ? .dim : .plain), .number(missing.count))
  }

  /// In how many of the states shown each obligation is met.
  private static func foot(_ rows: [EnforcementRow]) -> [Table.Entry]? {
    let members = rows.filter(\.isMember).compactMap(\.state)
    guard !members.isEmpty else { return nil }
    func count(_ step: EnforcementStepKind) -> Table.Entry {
      Table.Entry(NumberFormat.integer(members.count { $0[step].holds }))
    }
    let overdue = members.count { $0.isOverdue }
    let noun = members.count == 1 ? "member" : "members"
    return [Table.Entry("\(members.count) \(noun)", style: .dim)]
      + steps.map(count)
      + [Table.Entry(NumberFormat.integer(overdue)), Table.Entry("late", style: .dim)]
      + furtherSteps.map(count)
  }
}
