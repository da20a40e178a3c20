import Dataset

/// Reckons metrics as of a day.
struct MetricReckoning {
  let snapshot: Snapshot
  var dataset: Dataset { snapshot.dataset }

  func finding(of metric: Metric) -> Finding {
    switch metric {
    case .roundAmount(let ids): roundAmount(ids)
    case .newMoney(let id): newMoney(id)
    case .postMoney(let id): postMoney(id)
    case .preMoney(let id): preMoney(id)
    case .roundDate(let id): roundDate(id)
    case .roundRank(let id, let instruments): roundRank(id, instruments)
    case .ageAtRound(let id): ageAtRound(id)
    case .raisedToDate(let companies, let instruments):
      raised(companies, instruments, "to date") { _ in true }
    case .raisedBefore(let companies, let date, let instruments):
      raised(companies, instruments, "before \(date)") { $0.lastDay < date.firstDay }
    case .raisedInQuarter(let quarter, let companies, let instruments):
      raised(companies, instruments, "in \(quarter)") { quarter.contains($0) }
    case .raisedTotal(let quarter, let instruments): raisedTotal(quarter, instruments)
    case .investedIn(let company, let investors): investedIn(company, investors)
    case .holdings(let investor, let companies): holdings(investor, companies)
    case .home(let id): home(id)
    case .accelerators(let ids): accelerators(ids)
    case .largestCommitment(let id): largestCommitment(id)
    case .acceleratorsIn(let id, let countries, let statuses):
      acceleratorsIn(id, countries, statuses)
    case .targetDate(let id): targetDate(id)
    case .status(let id): status(id)
    case .tenant(let ids): tenant(ids)
    case .chip(let ids): chip(ids) { $0 }
    case .chipFamily(let ids): chip(ids, MetricReckoning.family)
    case .shareInBloc(let id, let bloc): shareInBloc(id, bloc)
    case .shareOfVendor(let id, let vendor): shareOfVendor(id, vendor)
    case .shareOfTenantHome(let id, let country): shareOfTenantHome(id, country)
    case .milestoneDate(let id): milestoneDate(id)
    case .proposedDate(let id): proposedDate(id)
    case .milestoneDelay(let id): milestoneDelay(id)
    case .monthsUntil(let id): monthsUntil(id)
    case .fullAuthority: fullAuthority()
    case .found(let figure, let sources):
      Finding(
        .exactly(figure), "outside sources give \(Stated.text(figure)); the same on every day",
        cited(sources))
    case .sourced(let sources):
      Finding(
        .confirmed, "borne out by " + Wording.count(sources.count, "source"), cited(sources))
    case .unsourced: Finding(.unsourced, "no source was found for it", Evidence())
    case .judgement: Finding(.judgement, "a matter of opinion, not of record", Evidence())
    }
  }

  // MARK: What several metrics share

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

  /// Whether an organisation is another one or belongs to its group.
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
