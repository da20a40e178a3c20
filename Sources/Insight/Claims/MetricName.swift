/// The metrics that a claim may name, each a function of the ledger as of a day.
///
/// `data/README.md` holds the same list for those who write claims.
public enum MetricName: String, CaseIterable, Sendable {
  case roundAmount = "round-amount"
  case newMoney = "new-money"
  case postMoney = "post-money"
  case preMoney = "pre-money"
  case roundDate = "round-date"
  case roundRank = "round-rank"
  case ageAtRound = "age-at-round"
  case raisedToDate = "raised-to-date"
  case raisedBefore = "raised-before"
  case raisedInQuarter = "raised-in-quarter"
  case raisedTotal = "raised-total"
  case investedIn = "invested-in"
  case holdings
  case home
  case accelerators
  case largestCommitment = "largest-commitment"
  case acceleratorsIn = "accelerators-in"
  case targetDate = "target-date"
  case status
  case tenant
  case chip
  case chipFamily = "chip-family"
  case shareInBloc = "share-in-bloc"
  case shareOfVendor = "share-of-vendor"
  case shareOfTenantHome = "share-of-tenant-home"
  case milestoneDate = "milestone-date"
  case proposedDate = "proposed-date"
  case milestoneDelay = "milestone-delay"
  case monthsUntil = "months-until"
  case fullAuthority = "full-authority"
  case found
  case sourced
  case unsourced
  case judgement

  /// The call as it is written, with what its arguments are.
  public var usage: String { rawValue + "(" + arguments + ")" }

  private var arguments: String {
    switch self {
    case .roundAmount: "ROUNDS"
    case .newMoney, .postMoney, .preMoney, .roundDate, .ageAtRound: "ROUND"
    case .roundRank: "ROUND, INSTRUMENTS"
    case .raisedToDate: "ORGS, INSTRUMENTS"
    case .raisedBefore: "ORGS, DATE, INSTRUMENTS"
    case .raisedInQuarter: "QUARTER, ORGS, INSTRUMENTS"
    case .raisedTotal: "QUARTER, INSTRUMENTS"
    case .investedIn, .holdings: "ORG, ORGS"
    case .home: "ORG"
    case .accelerators, .tenant, .chip, .chipFamily: "COMPUTES"
    case .largestCommitment, .targetDate, .status: "COMPUTE"
    case .acceleratorsIn: "ORG, COUNTRIES, STATUSES"
    case .shareInBloc: "ORG, BLOC"
    case .shareOfVendor: "ORG, ORG"
    case .shareOfTenantHome: "ORG, COUNTRY"
    case .milestoneDate, .proposedDate, .milestoneDelay, .monthsUntil: "MILESTONE"
    case .found: "NUMBER, SOURCES"
    case .sourced: "SOURCES"
    case .fullAuthority, .unsourced, .judgement: ""
    }
  }
}
