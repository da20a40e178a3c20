import Canvas
import Charts
import Dataset
import Insight

/// Compute over time: what ran, was firm and was announced by month, and the target's share as a line.
/// Right of today is what is due, if only the firm is built and if all is.
struct TimeView: Sendable {
  let table: FactTable
  private let course: ComputeCourse
  private let world: World
  private let name: String

  /// A row of the table: a month, or a year ahead.
  private struct Row: Sendable {
    let when: String
    let isAhead: Bool
    /// The running sites of a month; `nil` for a year ahead.
    let running: ComputeCourse.Tally?
    let firm: ComputeCourse.Tally
    let announced: ComputeCourse.Tally
    let share: ShareInterval?
    let shareOfAll: ShareInterval?

    var sites: [ID<Commitment>] { (running?.sites ?? []) + firm.sites + announced.sites }
    var uncounted: Int { (running?.uncounted ?? 0) + firm.uncounted }
  }

  init(_ course: ComputeCourse, facts: ExposureFacts, sort: SortOrder?) {
    self.course = course
    world = facts.world
    name = facts.target.map { facts.world.dataset.name($0) } ?? ""
    let ahead = course.due.map { due in
      Row(
        when: due.year.map { "due \($0)" } ?? "no date", isAhead: true, running: nil,
        firm: due.firm, announced: due.announced, share: due.shareOfFirm,
        shareOfAll: due.shareOfAll)
    }
    let months = course.months.map { month in
      Row(
        when: String(month.day.description.prefix(7)), isAhead: false, running: month.running,
        firm: month.firm, announced: month.announced, share: month.share, shareOfAll: nil)
    }
    // The years ahead stand above today, and today above the past.
    let rows = ahead.reversed() + months.reversed()
    let unit = course.unit.title
    table = FactTable(
      "Over time · \(unit)", name: "time",
      columns: TimeView.columns(
        maker: facts.target.map { .organisation($0) }, name: name,
        most: rows.map { ($0.running?.total ?? 0) + $0.firm.total + $0.announced.total }.max() ?? 0),
      rows: rows, in: world, sort: sort, style: { row, _ in row.isAhead ? .possible : .plain }
    ) { row, world in
      .sum(title: row.when, row.sites.map { .commitment(world.dataset.slug($0)) })
    }
  }

  private static func columns(maker: GroupKey?, name: String, most: Double) -> [Column<Row>] {
    func size(_ id: String, _ title: String, _ tally: @escaping @Sendable (Row) -> Double?)
      -> Column<Row>
    {
      Column(id, .init(title, alignment: .trailing, minimum: 8, maximum: 10, priority: 8)) {
        row, _ in tally(row).flatMap { $0 > 0 ? Millions($0) : nil }
      }
    }
    return [
      Column("when", .init("When", minimum: 8, maximum: 9, priority: 10)) { row, _ in row.when },
      Column(
        drawn: "bar", .init("", minimum: 24, maximum: 48, priority: 7),
        rank: { row, _ in (row.running?.total ?? 0) + row.firm.total }
      ) { row, _, _ in
        Table.Entry(bar: Bar(value(row, maker), maximum: max(1, most)), cells: 24)
      },
      size("running", "Running") { $0.running?.total },
      size("firm", "Firm") { $0.firm.total },
      size("announced", "Announced") { $0.announced.total },
      Column(
        "share", .init("On \(name)", alignment: .trailing, minimum: 9, maximum: 11, priority: 9),
        styled: { _, _, _ in .target }
      ) { row, _ in row.share.map { $0.documented...$0.possible } },
      Column(
        "share_all", .init("If all is built", alignment: .trailing, minimum: 9, priority: 6),
        style: .possible
      ) { row, _ in row.shareOfAll.map { $0.documented...$0.possible } },
      Column(
        "unsized", .init("Unsized", alignment: .trailing, minimum: 7, priority: 5), style: .dim
      ) { row, _ in row.uncounted > 0 ? row.uncounted : nil },
    ]
  }

  /// The running and the firm sites, the target's part first, and hollow the announced.
  private static func value(_ row: Row, _ maker: GroupKey?) -> BarValue {
    func parts(_ tally: ComputeCourse.Tally?, _ letter: Character, _ style: Style)
      -> [BarValue.Part]
    {
      guard let tally else { return [] }
      let own = tally.makers.filter { $0.key == maker }.reduce(0) { $0 + $1.size }
      return [
        BarValue.Part(own, style: .target, letter: letter),
        BarValue.Part(max(0, tally.total - own), style: style),
      ]
    }
    return BarValue(
      parts: parts(row.running, "r", .strong) + parts(row.firm, "f", .plain),
      possible: row.announced.total)
  }

  /// The share as a line, as it was known month by month. Ahead it goes on as if only the firm is built,
  /// and dashed as if all that is announced is.
  var line: StepLine? {
    guard let first = course.months.first, let last = course.months.last else { return nil }
    func step(_ day: Day, _ share: ShareInterval?, isPossible: Bool = false) -> StepLine.Step {
      StepLine.Step(
        day: day.number, value: share.map { $0.documented * 100 },
        possible: share.flatMap { $0.isExact ? nil : $0.possible * 100 }, isPossible: isPossible)
    }
    func end(_ year: Int) -> Day? { Day("\(year)-12-31") }
    let years = course.due.compactMap { due in
      due.year.flatMap(end).map { (due: due, day: max($0, last.day.adding(days: 1))) }
    }
    let history = course.months.map { step($0.day, $0.share) }
    let firm = years.map { step($0.day, $0.due.shareOfFirm) }
    let all =
      [step(last.day, last.share, isPossible: true)]
      + years.map { step($0.day, $0.due.shareOfAll, isPossible: true) }
    let until = years.map(\.day).max().map { $0.adding(days: 60) } ?? last.day.adding(days: 30)
    return StepLine(
      series: [
        StepLine.Series(steps: all, style: .possible),
        StepLine.Series(steps: history + firm, style: .target),
      ],
      days: first.day.number...max(first.day.number + 1, until.number), asOf: last.day.number,
      title: "On \(name): as known, then if only the firm is built, dashed if all announced is",
      unit: "%", maximum: 100)
  }

  /// The rows it takes to show everything.
  var naturalHeight: Int { table.naturalHeight + 13 }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    let height = area.height >= 24 ? 12 : area.height >= 16 ? 7 : 0
    if height > 0, let line {
      line.draw(
        on: &frame.canvas, in: Rect(x: area.x, y: area.y, width: area.width, height: height))
    }
    table.draw(0, in: area.inset(top: height > 0 ? height + 1 : 0), of: &frame, view: view)
  }
}
