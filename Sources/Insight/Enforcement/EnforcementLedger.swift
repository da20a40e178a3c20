import Dataset

/// The steps of all states by state and step, each in the order of its dates.
///
/// Made once for a report: the history asks for every state on every day on which a row became known.
struct EnforcementLedger {
  private let rows: [[EnforcementStep]]
  private let revised: Day

  init(_ dataset: Dataset) {
    var rows = Array(
      repeating: [EnforcementStep](),
      count: dataset.countries.count * EnforcementStepKind.allCases.count)
    for row in dataset.enforcement {
      rows[EnforcementLedger.place(row.country, row.step)].append(row)
    }
    self.rows = rows.map { group in
      group.enumerated().sorted { left, right in
        left.element.date == right.element.date
          ? left.offset < right.offset : left.element.date < right.element.date
      }.map(\.element)
    }
    revised = dataset.updated
  }

  private static func place(_ country: ID<Country>, _ step: EnforcementStepKind) -> Int {
    Int(country.index) * EnforcementStepKind.allCases.count + Int(step.rawValue)
  }

  /// The rows of a step known by a day, the earliest first; the last one stands.
  func history(_ country: ID<Country>, _ step: EnforcementStepKind, _ day: Day) -> [EnforcementStep]
  {
    rows[EnforcementLedger.place(country, step)].filter { known($0) <= day }
  }

  /// The status of a step on a day.
  func status(_ country: ID<Country>, _ step: EnforcementStepKind, _ day: Day) -> EnforcementStatus
  {
    rows[EnforcementLedger.place(country, step)].last { known($0) <= day }?.status ?? .none
  }

  /// The days on which a row of one of the four parts became known, ascending.
  func days(of country: ID<Country>) -> [Day] {
    let days = EnforcementDefinition.parts.flatMap { step in
      rows[EnforcementLedger.place(country, step)].map(known)
    }
    return Set(days).sorted()
  }

  /// What the four parts of a state amount to on a day.
  func standing(_ country: ID<Country>, _ day: Day) -> Standing {
    Standing(
      EnforcementDefinition.parts.map { step in (step: step, status: status(country, step, day)) })
  }

  func known(_ row: EnforcementStep) -> Day { row.date.known(revised: revised) }
}
