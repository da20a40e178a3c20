import Dataset

/// The steps of all states by state and step, each in the order of its dates.
///
/// A row counts from the day of its date, when the step took effect. By the basis `known` it does
/// not count before its first source can have been published. A source's partial date may mean its
/// first day, since a reader may have read it then. Earlier pages that no row cites are not known
/// here.
///
/// Made once for a report: the history asks for every state on every day on which a row became
/// known.
struct EnforcementLedger {
  private struct Entry {
    let row: EnforcementStep
    let known: Day
  }

  private let entries: [[Entry]]

  init(_ dataset: Dataset, basis: TimelineBasis = .happened) {
    var places = Array(
      repeating: [Int](),
      count: dataset.countries.count * EnforcementStepKind.allCases.count)
    for (index, row) in dataset.enforcement.enumerated() {
      places[EnforcementLedger.place(row.country, row.step)].append(index)
    }
    entries = places.map { group in
      dataset.ordered(group, of: dataset.enforcement).map { index in
        let row = dataset.enforcement[index]
        return Entry(row: row, known: EnforcementLedger.day(of: row, basis, in: dataset))
      }
    }
  }

  /// The day from which a row counts.
  private static func day(
    of row: EnforcementStep, _ basis: TimelineBasis, in dataset: Dataset
  ) -> Day {
    let effect = dataset.known(row)
    guard basis == .known else { return effect }
    let published = dataset.ids(row.sources).compactMap { dataset[$0].published?.firstDay }
    return max(effect, published.min() ?? effect)
  }

  private static func place(_ country: ID<Country>, _ step: EnforcementStepKind) -> Int {
    Int(country.index) * EnforcementStepKind.allCases.count + Int(step.rawValue)
  }

  /// The rows of a step known by a day, the earliest first; the last stands.
  func history(_ country: ID<Country>, _ step: EnforcementStepKind, _ day: Day) -> [EnforcementStep]
  {
    entries[EnforcementLedger.place(country, step)].filter { $0.known <= day }.map(\.row)
  }

  func status(_ country: ID<Country>, _ step: EnforcementStepKind, _ day: Day) -> EnforcementStatus
  {
    entries[EnforcementLedger.place(country, step)].last { $0.known <= day }?.row.status ?? .none
  }

  /// The days on which a row of one of the four parts became known, ascending.
  func days(of country: ID<Country>) -> [Day] {
    let days = EnforcementDefinition.parts.flatMap { step in
      entries[EnforcementLedger.place(country, step)].map(\.known)
    }
    return Set(days).sorted()
  }

  /// The standing of a state's four parts on a day.
  func standing(_ country: ID<Country>, _ day: Day) -> Standing {
    Standing(
      EnforcementDefinition.parts.map { step in (step: step, status: status(country, step, day)) })
  }
}
