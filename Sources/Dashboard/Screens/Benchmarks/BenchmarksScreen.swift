import Canvas
import Charts
import Dataset
import Insight

/// The figures of others, with the part that this ledger holds of each. The difference of the populations
/// stands under the list, as they are never the same.
struct BenchmarksScreen: Screen {
  static let title = "Benchmarks"
  static let reachingTable: TableName? = .benchmarks
  static let access = ScreenAccess.palette
  static let isFiltered = false
  static let purpose = "what others count, and how much of it the ledger holds"
  static let views = [
    NamedView(
      "Benchmarks: what others count, what the ledger holds",
      also: "crunchbase coverage compare totals", .benchmarks)
  ]

  let headline: [Span]
  let record: any JSONConvertible & Sendable
  private let table: FactTable
  /// The difference of the populations, by the row of the list.
  private let differences: [String]

  var panes: [Pane] { [table.pane] }

  init(page: Page, world: World, settings: Settings) {
    let checks = BenchmarkCheck.all(in: world.snapshot)
    let funding = checks.last { $0.isMoney && $0.held != nil }
    headline =
      [Span("Benchmarks · ", .heading), Span("\(checks.count)", Style(.strong, .bold))]
      + (funding.map { [Span(" · ", .dim)] + $0.sentence(in: world) } ?? [])
    let table = FactTable(
      "Benchmarks", name: "benchmarks", columns: BenchmarksScreen.columns, rows: checks, in: world,
      sort: settings.sort["benchmarks"],
      style: { check, _ in check.held == nil ? .dim : .plain }
    ) { check, _ in .row(.benchmarks, .number(check.number)) }
    self.table = table
    differences = table.rows.map { checks[$0].difference }
    record = LateRecord {
      ["as_of": world.day, "benchmarks": checks.map { $0.json(in: world.dataset) }]
    }
  }

  private static let columns: [Column<BenchmarkCheck>] = [
    Column(
      "measure", .init("What is counted", minimum: 14, maximum: 30, priority: 10),
      words: { check, world in
        BenchmarksScreen.words(world.dataset.string(check.benchmark.measure), in: world)
      }
    ) { $1.dataset.string($0.benchmark.measure) },
    Column("scope", .init("Of whom", minimum: 16, maximum: 44, priority: 7)) {
      $1.dataset.string($0.benchmark.scope)
    },
    Column("period", .init("Period", minimum: 7, maximum: 10, priority: 9)) {
      $1.dataset.string($0.benchmark.period)
    },
    Column(
      "value", .init("They count", alignment: .trailing, minimum: 10, priority: 9),
      words: { check, _ in check.figure(check.benchmark.value) }
    ) { check, _ in check.benchmark.value },
    Column(
      "held", .init("Ledger", alignment: .trailing, minimum: 6, priority: 9), style: .strong,
      words: { check, _ in check.heldWords }
    ) { check, _ in check.held.map { Interval($0.lowerBound, $0.upperBound) } },
    Column(
      "coverage", .init("Covered", alignment: .trailing, minimum: 5, maximum: 9, priority: 8)
    ) { check, _ in check.coverage },
    Column("unit", .init("Unit", minimum: 16, maximum: 20, priority: 6), style: .dim) {
      $1.dataset.string($0.benchmark.unit)
    },
    Column("publisher", .init("Who counts", minimum: 12, maximum: 30, priority: 6)) {
      $0.counter(in: $1)
    },
    Column("basis", .init("How they count", minimum: 14, maximum: 60, priority: 3), style: .dim) {
      $1.dataset.string($0.benchmark.basis)
    },
    Column("difference") { check, _ in check.difference },
    Column("sources") { $1.ids($0.benchmark.sources) },
  ]

  /// A measure in words: `NVIDIA share compute` for `nvidia-share-compute`.
  private static func words(_ measure: String, in world: World) -> String {
    let focus = world.dataset.focus.map { world.dataset.slug($0) }
    return measure.split(separator: "-").enumerated().map { place, word in
      if String(word) == focus { return world.focusName }
      if word.count == 2, word != "of" { return word.uppercased() }
      return place == 0 ? word.prefix(1).uppercased() + word.dropFirst() : String(word)
    }.joined(separator: " ")
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    let position = view.position(0)
    let row = view.isPrinted ? nil : position.cursor ?? 0
    let words = row.flatMap { differences.indices.contains($0) ? differences[$0] : nil } ?? ""
    let lines = TextWidth.wrap(words, width: max(20, area.width - 2)).prefix(3)
    let below = area.height > 8 && !lines.isEmpty ? lines.count + 1 : 0
    table.draw(0, in: area.inset(bottom: below), of: &frame, view: view)
    guard below > 0 else { return }
    for (index, line) in lines.enumerated() {
      frame.canvas.put(
        line, x: area.x + 1, y: area.maxY - lines.count + index, style: .dim,
        width: area.width - 1)
    }
  }

  func naturalHeight(width: Int) -> Int { table.naturalHeight }
}

extension BenchmarkCheck {
  /// A figure in its unit, as a list shows it.
  func figure(_ value: Double) -> String {
    value >= 1000 ? NumberFormat.integer(value) : NumberFormat.figure(value)
  }

  /// The figure of the ledger.
  var heldWords: String? {
    held.map { bounds in
      let (low, high) = (figure(bounds.lowerBound), figure(bounds.upperBound))
      return low == high ? low : NumberFormat.interval(low, high)
    }
  }

  /// The publisher of its first source.
  func counter(in world: World) -> String {
    world.dataset.ids(benchmark.sources).first
      .map { world.dataset.string(world.dataset[$0].publisher) } ?? ""
  }

  /// The two figures in one sentence: `Crunchbase News counts $23.0 bn for 2026-H1, this ledger holds $18.1
  /// bn`.
  func sentence(in world: World) -> [Span] {
    guard let held else { return [] }
    let money: (Double) -> String = { NumberFormat.money(millions: $0, currency: "$") }
    let (low, high) = (money(held.lowerBound), money(held.upperBound))
    let words = low == high ? low : NumberFormat.interval(low, high)
    let part = coverage.map { " (\(NumberFormat.percent($0)))" } ?? ""
    return [
      Span("\(counter(in: world)) counts ", .dim), Span(money(benchmark.value)),
      Span(" for \(world.dataset.string(benchmark.period)), this ledger holds ", .dim),
      Span(words, Style(.strong, .bold)), Span(part, .dim),
    ]
  }
}

extension Page {
  public static let benchmarks = Page(BenchmarksScreen.self)
}
