import Dataset

extension Metric {
  /// Every metric, in the order of `data/README.md`.
  public static let all = capital + compute + law + statements

  private static let capital = [
    Metric("round-amount", .rounds) { $0.roundAmount($1) },
    Metric("new-money", .round) { $0.newMoney($1) },
    Metric("post-money", .round) { $0.postMoney($1) },
    Metric("pre-money", .round) { $0.preMoney($1) },
    Metric("round-date", .round) { $0.roundDate($1) },
    Metric("round-rank", .round, .instruments) { $0.roundRank($1, $2) },
    Metric("age-at-round", .round) { $0.ageAtRound($1) },
    Metric("raised-to-date", .organisations, .instruments) { reckoning, companies, instruments in
      reckoning.raised(companies, instruments, "to date") { _ in true }
    },
    Metric("raised-before", .organisations, .date, .instruments) {
      reckoning, companies, date, instruments in
      reckoning.raised(companies, instruments, "before \(date)") { $0.lastDay < date.firstDay }
    },
    Metric("raised-in-quarter", .quarter, .organisations, .instruments) {
      reckoning, quarter, companies, instruments in
      reckoning.raised(companies, instruments, "in \(quarter)") { quarter.contains($0) }
    },
    Metric("raised-total", .quarter, .instruments) { $0.raisedTotal($1, $2) },
    Metric("invested-in", .organisation, .organisations) { $0.investedIn($1, $2) },
    Metric("holdings", .organisation, .organisations) { $0.holdings($1, $2) },
    Metric("home", .organisation) { $0.home($1) },
  ]

  private static let compute = [
    Metric("accelerators", .commitments) { $0.accelerators($1) },
    Metric("largest-commitment", .commitment) { $0.largestCommitment($1) },
    Metric("accelerators-in", .organisation, .countries, .statuses) {
      $0.acceleratorsIn($1, $2, $3)
    },
    Metric("target-date", .commitment) { $0.targetDate($1) },
    Metric("status", .commitment) { $0.status($1) },
    Metric("tenant", .commitments) { $0.tenant($1) },
    Metric("chip", .commitments) { reckoning, ids in reckoning.chip(ids) { $0 } },
    Metric("chip-family", .commitments) { $0.chip($1, MetricReckoning.family) },
    Metric("share-in-bloc", .organisation, .bloc) { $0.shareInBloc($1, $2) },
    Metric("share-of-vendor", .organisation, .organisation) { $0.shareOfVendor($1, $2) },
    Metric("share-of-tenant-home", .organisation, .country) { $0.shareOfTenantHome($1, $2) },
  ]

  private static let law = [
    Metric("milestone-date", .milestone) { $0.milestoneDate($1) },
    Metric("proposed-date", .milestone) { $0.proposedDate($1) },
    Metric("milestone-delay", .milestone) { $0.milestoneDelay($1) },
    Metric("months-until", .milestone) { $0.monthsUntil($1) },
    Metric("full-authority") { $0.fullAuthority() },
  ]

  /// Definitions that no row can contradict.
  static let statements = [
    Metric("found", .number, .sources) { reckoning, figure, sources in
      Finding(
        .exactly(figure), "outside sources give \(Stated.text(figure)); the same on every day",
        reckoning.cited(sources))
    },
    Metric("sourced", .sources) { reckoning, sources in
      Finding(
        .confirmed, "borne out by " + Wording.count(sources.count, "source"),
        reckoning.cited(sources))
    },
    Metric("unsourced") { _ in Finding(.unsourced, "no source was found for it", Evidence()) },
    Metric("judgement") { _ in
      Finding(.judgement, "a matter of opinion, not of record", Evidence())
    },
  ]
}
