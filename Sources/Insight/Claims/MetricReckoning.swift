import Dataset

struct MetricReckoning {
  let snapshot: Snapshot
  var dataset: Dataset { snapshot.dataset }

  func cited(_ sources: [ID<Source>]) -> Evidence {
    var evidence = Evidence()
    for source in sources { evidence.add(dataset[source].origin, [source]) }
    return evidence
  }

  func evidence(_ round: Round) -> Evidence { Evidence(round.origin, dataset.ids(round.sources)) }

  func evidence(_ row: Commitment) -> Evidence { Evidence(row.origin, dataset.ids(row.sources)) }

  func evidence(_ row: Milestone) -> Evidence { Evidence(row.origin, dataset.ids(row.sources)) }

  func title(_ round: Round) -> String {
    dataset.name(round.company) + " " + dataset.string(round.series)
  }

  func unknown(_ what: String) -> Finding {
    Finding(.nothing, "\(what) was not known on \(snapshot.day)", Evidence())
  }

  /// True if an organisation is the head of a group or belongs to it.
  func belongs(_ id: ID<Organisation>, to head: ID<Organisation>) -> Bool {
    id == head || dataset[id].parent == head
  }

  /// "1 row without an amount" or the like; empty for none.
  func beside(_ count: Int, _ what: String) -> String {
    count == 0
      ? "" : "; \(count) \(count == 1 ? "row" : "rows") without \(what), not counted as zero"
  }

  /// Months between two days: whole calendar months, and the days left over as a part of the month they
  /// fall in. Negative where the second comes first.
  static func months(from start: Day, to end: Day) -> Double {
    if end < start { return -months(from: end, to: start) }
    let whole = Slip.wholeMonths(from: start, to: end)
    let (first, next) = (start.adding(months: whole), start.adding(months: whole + 1))
    return Double(whole) + Double(end - first) / Double(max(1, next - first))
  }
}
