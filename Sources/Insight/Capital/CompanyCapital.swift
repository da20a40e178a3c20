import Dataset

/// The money a company has raised to date, and its value.
public struct CompanyCapital: Sendable {
  public let company: ID<Organisation>
  /// The company, or all members of its group, whose rounds are counted.
  public let members: [ID<Organisation>]
  /// The money raised, by form: `raised.usdMillions(.debt)`.
  public let raised: CapitalTally
  /// Every known value by date, those of talks and of rounds that have not closed included.
  public let valuations: [ValuationPoint]
  /// The established values, one step a date: a step line.
  public let steps: [ValuationStep]

  /// The last established value; talks and rounds that have not closed set none.
  public var last: ValuationStep? { steps.last }

  /// Money for shares in millions of dollars (`CapitalTally.sharesUSDMillions`).
  public var equityUSDMillions: Double { raised.sharesUSDMillions }

  /// The last established value for each dollar raised for shares. At most this where amounts are
  /// undisclosed (`raised.isAtLeast`). `nil` where either is unknown.
  public var multiple: Double? {
    guard let value = last?.taken.dollars?.millions, equityUSDMillions > 0 else { return nil }
    return value / equityUSDMillions
  }
}

extension Capital {
  /// A company's capital on a day.
  ///
  /// With `folding` the rounds of everyone in its group count; the valuations are the company's own.
  public static func of(
    _ company: ID<Organisation>, in snapshot: Snapshot, folding: Folding = .none
  ) -> CompanyCapital {
    let dataset = snapshot.dataset
    let members =
      folding == .none
      ? [company] : GroupHeads(dataset, folding).members(of: company, in: dataset)
    let counted = Set(members)
    var raised = CapitalTally()
    var points: [ValuationPoint] = []
    for round in snapshot.rounds where counted.contains(round.company) {
      raised.add(round, snapshot.standing(of: round), dataset.dollars(round), announced: .beside)
      if round.company == company, let point = ValuationPoint(round, in: dataset) {
        points.append(point)
      }
    }
    for valuation in snapshot.valuations where valuation.company == company {
      points.append(ValuationPoint(valuation, in: dataset))
    }
    let sorted = points.enumerated()
      .map { (day: $1.day(in: dataset), date: $1.date, place: $0, point: $1) }
      .sorted { ($0.day, $0.date, $0.place) < ($1.day, $1.date, $1.place) }.map(\.point)
    return CompanyCapital(
      company: company, members: members, raised: raised, valuations: sorted,
      steps: steps(sorted))
  }

  private static func steps(_ sorted: [ValuationPoint]) -> [ValuationStep] {
    var steps: [ValuationStep] = []
    let established = sorted.filter { $0.standing == .established }
    for points in established.chunked(by: { $0.date == $1.date }) {
      let preferred = points.enumerated().sorted { left, right in
        if left.element.isTaken(over: right.element) { return true }
        if right.element.isTaken(over: left.element) { return false }
        return left.offset < right.offset
      }.map(\.element)
      guard let taken = preferred.first else { continue }
      steps.append(ValuationStep(taken: taken, conflicting: Array(preferred.dropFirst())))
    }
    return steps
  }
}

extension Array {
  /// Runs of neighbours that belong together.
  func chunked(by together: (Element, Element) -> Bool) -> [[Element]] {
    var chunks: [[Element]] = []
    for element in self {
      if let last = chunks.last?.last, together(last, element) {
        chunks[chunks.count - 1].append(element)
      } else {
        chunks.append([element])
      }
    }
    return chunks
  }
}
