import Dataset

/// The changes in the enforcement of the AI Act between two days.
public struct EnforcementComparison: Sendable {
  /// A step of a state that stands differently.
  public struct Change: Sendable {
    public let country: ID<Country>
    public let step: EnforcementStepKind
    /// The row that stood on the earlier day; `nil` where there was none.
    public let before: EnforcementStep?
    /// The row that stands on the later day; `nil` where the later day knows of none.
    public let after: EnforcementStep?
  }

  public let earlier: EnforcementReport
  public let later: EnforcementReport
  public let from: Day
  public let to: Day
  /// The members that are full on the second day and were not on the first, by code.
  public let becameFull: [ID<Country>]
  /// The members that were full on the first day and are not on the second, by code.
  public let ceasedFull: [ID<Country>]
  /// The members that may be full on the second day and on the first were neither full nor possible.
  public let becamePossible: [ID<Country>]
  /// Every step whose status differs, by state and step.
  public let changes: [Change]

  /// Compares two reports of one dataset, in whichever order they are given.
  public init(between one: EnforcementReport, and other: EnforcementReport) {
    self =
      one.day <= other.day
      ? EnforcementComparison(from: one, to: other) : EnforcementComparison(from: other, to: one)
  }

  /// The same of some states alone (the filter).
  public func only(_ isWanted: (ID<Country>) -> Bool) -> EnforcementComparison {
    EnforcementComparison(from: earlier.only(isWanted), to: later.only(isWanted))
  }

  /// Compares two reports of one dataset, the earlier first.
  public init(from earlier: EnforcementReport, to later: EnforcementReport) {
    self.earlier = earlier
    self.later = later
    from = earlier.day
    to = later.day
    var changes: [Change] = []
    var (becameFull, ceasedFull, becamePossible): ([ID<Country>], [ID<Country>], [ID<Country>])
    (becameFull, ceasedFull, becamePossible) = ([], [], [])
    let codes = Set(earlier.others.map(\.country)).union(later.others.map(\.country))
    let dataset = later.snapshot.dataset
    let others = codes.sorted { dataset.code($0) < dataset.code($1) }
    for country in later.members.map(\.country) + others {
      let (before, after) = (earlier[country], later[country])
      for step in EnforcementStepKind.allCases {
        let (old, new) = (before?[step].row, after?[step].row)
        if old?.status != new?.status {
          changes.append(Change(country: country, step: step, before: old, after: new))
        }
      }
      guard let before, let after, after.bloc == .eu else { continue }
      if after.isFull, !before.isFull { becameFull.append(country) }
      if before.isFull, !after.isFull { ceasedFull.append(country) }
      if after.standing == .possible, before.standing < .possible { becamePossible.append(country) }
    }
    self.changes = changes
    self.becameFull = becameFull
    self.ceasedFull = ceasedFull
    self.becamePossible = becamePossible
  }

  /// The changes in a state, in the order of the steps.
  public func changes(in country: ID<Country>) -> [Change] {
    changes.filter { $0.country == country }
  }
}
