import Dataset

/// Regulation, rounds, valuations, compute and enforcement on one axis, as known on a day.
public struct Timeline: Sendable {
  public let snapshot: Snapshot
  /// By which day rows are placed.
  public let basis: TimelineBasis
  public let events: [TimelineEvent]

  /// Lays out the facts known on the snapshot's day.
  ///
  /// - Parameters:
  ///   - kinds: the lanes wanted.
  ///   - since: where only what is dated from a day on is wanted, that day; of a million rounds the
  ///     others are not even made into events.
  ///   - include: which rows are wanted (the filter).
  public init(
    _ snapshot: Snapshot, basis: TimelineBasis = .happened,
    kinds: Set<TimelineEvent.Kind> = Set(TimelineEvent.Kind.allCases), since: Day? = nil,
    where include: (TimelineEvent.Row) -> Bool = { _ in true }
  ) {
    var events: [TimelineEvent] = []
    for kind in TimelineEvent.Kind.allCases where kinds.contains(kind) {
      switch (kind, basis) {
      case (.regulation, .happened): events += Timeline.milestones(snapshot)
      case (.regulation, .known): events += Timeline.milestoneRows(snapshot)
      case (.round, _): events += Timeline.rounds(snapshot, since: since)
      case (.valuation, _): events += Timeline.valuations(snapshot)
      case (.compute, .happened): events += Timeline.compute(snapshot)
      case (.compute, .known): events += Timeline.computeRows(snapshot)
      case (.enforcement, _): events += Timeline.enforcement(snapshot)
      }
    }
    self.snapshot = snapshot
    self.basis = basis
    if let since { events.removeAll { $0.day < since } }
    self.events = Timeline.ordered(events.filter { include($0.row) })
  }

  /// By day, precision of the date, lane and row. The keys are made once, for the comparisons of a million
  /// events.
  private static func ordered(_ events: [TimelineEvent]) -> [TimelineEvent] {
    struct Key {
      let date: Int
      let row: Int
      let place: Int
    }
    var keys = events.enumerated().map { place, event in
      Key(
        date: event.day.number * 4 + event.date.precision.rawValue, row: rank(event),
        place: place)
    }
    keys.sort { ($0.date, $0.row, $0.place) < ($1.date, $1.row, $1.place) }
    return keys.map { events[$0.place] }
  }

  private static func rank(_ event: TimelineEvent) -> Int {
    let (lane, index) =
      switch event.row {
      case .milestone(let index): (0, index)
      case .round(let index): (1, index)
      case .postMoney(let index): (2, index)
      case .valuation(let index): (3, index)
      case .commitment(let index): (4, index)
      case .step(let index): (5, index)
      }
    return lane << 40 | index
  }

  // MARK: What an event says

  public func title(_ event: TimelineEvent) -> String {
    let dataset = snapshot.dataset
    switch event.row {
    case .milestone(let index):
      let row = dataset.milestones[index]
      let title = dataset.string(row.title)
      guard basis == .known, let scheduled = row.scheduled, scheduled != row.date else {
        return title
      }
      return "\(title): \(dataset.spaced(row.status.word)) for \(scheduled)"
    case .round(let index): return dataset.title(dataset.rounds[index])
    case .postMoney(let index): return dataset.postMoneyTitle(dataset.rounds[index])
    case .valuation(let index): return dataset.title(dataset.valuations[index])
    case .commitment(let index): return dataset.string(dataset.compute[index].name)
    case .step(let index): return dataset.title(dataset.enforcement[index])
    }
  }

  /// The id of what it is about: a milestone, a company, the operator (or the commitment, where none is
  /// named), a country's code.
  public func subject(_ event: TimelineEvent) -> String {
    let dataset = snapshot.dataset
    switch event.row {
    case .milestone(let index): return dataset.slug(dataset.milestones[index].id)
    case .round(let index), .postMoney(let index):
      return dataset.slug(dataset.rounds[index].company)
    case .valuation(let index): return dataset.slug(dataset.valuations[index].company)
    case .commitment(let index):
      let row = dataset.compute[index]
      return (row.operatedBy ?? row.customer).map { dataset.slug($0) } ?? dataset.slug(row.id)
    case .step(let index): return dataset.code(dataset.enforcement[index].country)
    }
  }

  /// The status of the row, in the word of the file.
  public func status(_ event: TimelineEvent) -> String {
    let dataset = snapshot.dataset
    return switch event.row {
    case .milestone(let index): dataset.milestones[index].status.word
    case .round(let index), .postMoney(let index): dataset.rounds[index].status.word
    case .valuation(let index): dataset.valuations[index].basis.word
    case .commitment(let index): dataset.compute[index].status.word
    case .step(let index): dataset.enforcement[index].status.word
    }
  }

  public func evidence(_ event: TimelineEvent) -> Evidence {
    let dataset = snapshot.dataset
    func evidence(_ origin: Origin, _ sources: IDList<Source>) -> Evidence {
      Evidence(origin, dataset.ids(sources))
    }
    switch event.row {
    case .milestone(let index):
      return evidence(dataset.milestones[index].origin, dataset.milestones[index].sources)
    case .round(let index), .postMoney(let index):
      return evidence(dataset.rounds[index].origin, dataset.rounds[index].sources)
    case .valuation(let index):
      return evidence(dataset.valuations[index].origin, dataset.valuations[index].sources)
    case .commitment(let index):
      return evidence(dataset.compute[index].origin, dataset.compute[index].sources)
    case .step(let index):
      return evidence(dataset.enforcement[index].origin, dataset.enforcement[index].sources)
    }
  }
}
