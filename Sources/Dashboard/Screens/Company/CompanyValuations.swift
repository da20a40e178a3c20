import Canvas
import Charts
import Dataset
import Insight

// The values of a company: as a line over time, and right under it as a list.
extension CompanyFacts {
  var valuationTable: FactTable {
    let capital = capital
    let points = Array(capital.valuations.reversed())
    let rows = world.dataset.placesOfValuations
    let conflicting = Set(capital.steps.flatMap { $0.conflicting.map(\.row) })
    return FactTable(
      "Valuations · \(points.count)", name: "valuations",
      columns: [
        Column("date", .init("Date", minimum: 10, maximum: 10, priority: 10), style: .plain) {
          point, _ in point.date
        },
        Column(
          "usd_m", .init("Value", unit: "$ m", alignment: .trailing, minimum: 9, priority: 9),
          words: { DisputedFigure.text($0, in: $1) }
        ) { point, _ in point.dollars },
        Column(
          "basis", .init("Basis", minimum: 11, maximum: 11, priority: 8),
          words: { point, _ in point.basis.words }
        ) { point, _ in point.basis.word },
        Column(
          "confidence", .init("Confidence", minimum: 10, maximum: 10, priority: 7), style: .dim
        ) { point, _ in point.confidence.word },
        Column("standing", .init("Standing", minimum: 11, maximum: 11, priority: 6), style: .dim) {
          point, _ in
          CompanyFacts.standing(point, isTaken: !conflicting.contains(point.row))
        },
        Column("others_say", .init("Others say", minimum: 12, maximum: 60, priority: 6)) {
          point, world in
          OtherFigures.words(on: point, in: world)
        },
        Column("source", .init("Source", minimum: 12, maximum: 60, priority: 5), style: .dim) {
          point, world in world.publishers(of: world.dataset.ids(point.sources))
        },
        Column("sources") { $1.ids($0.sources) },
      ], rows: points, in: world,
      hidden: points.contains { !OtherFigures.words(on: $0, in: world).isEmpty }
        ? [] : ["others_say"],
      style: { point, _ in point.standing == .established ? .plain : .possible },
      fact: { $0.fact(in: $1.dataset, rows) })
  }

  /// The standing of a value, and if it is taken for its date.
  private static func standing(_ point: ValuationPoint, isTaken: Bool) -> String {
    switch point.standing {
    case .talks: "talks"
    case .pending: "not closed"
    case .established: isTaken ? "used" : "not used"
    }
  }

  /// The established values over time, and those of talks and of rounds not closed as hollow points. `nil`
  /// where there are fewer than two in all.
  var valuationLine: StepLine? {
    let open = capital.valuations.filter { $0.standing != .established && $0.dollars != nil }
    let dates = (capital.steps.map(\.date) + open.map(\.date))
    guard dates.count > 1, let first = dates.map(\.firstDay).min(),
      let last = dates.map(\.lastDay).max()
    else { return nil }
    let steps = capital.steps.map { step in
      StepLine.Step(
        day: step.taken.day(in: world.dataset).number,
        value: step.taken.dollars.map { $0.millions / 1000 }, mark: Glyph.markFull)
    }
    let points = open.map { point in
      StepLine.Step(
        day: point.day(in: world.dataset).number, value: point.dollars.map { $0.millions / 1000 },
        isPossible: true, mark: Glyph.markNone)
    }
    let legend =
      open.isEmpty ? "" : " · \(Glyph.markFull) paid \(Glyph.markNone) in talks or not closed"
    return StepLine(
      series: [
        StepLine.Series(steps: steps, style: .strong),
        StepLine.Series(steps: points, style: .possible, isJoined: false),
      ], days: (first.number - 30)...max(world.day.number, last.number + 1),
      asOf: world.day.number, title: "Valuation\(legend)", unit: "$ bn")
  }
}

extension ValuationPoint {
  /// The company valued.
  var company: ID<Organisation> {
    switch origin {
    case .round(let round): round.company
    case .valuation(let valuation): valuation.company
    }
  }

  /// The place of the row that it is read from.
  var row: RowOrigin {
    switch origin {
    case .round(let round): round.origin
    case .valuation(let valuation): valuation.origin
    }
  }

  /// The fact that the value is read from; `valuations` tells where each row of them stands.
  func fact(in dataset: Dataset, _ valuations: [RowOrigin: Int]) -> Fact? {
    switch origin {
    case .round(let round): .round(dataset.slug(round.id))
    case .valuation(let valuation): valuations[valuation.origin].map { .valuation($0) }
    }
  }
}

/// The place of a row; inside `ValuationPoint` its plain name is another type's.
typealias RowOrigin = Origin

extension Dataset {
  /// The places of the valuations' rows in their table.
  var placesOfValuations: [RowOrigin: Int] {
    Dictionary(
      valuations.enumerated().map { ($0.element.origin, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }
}
