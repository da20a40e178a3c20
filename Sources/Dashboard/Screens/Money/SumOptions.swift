import Insight

public enum CapitalOptions {
  /// The groups that sums are made for.
  public static let grouping = Choice(
    .grouping, .layer, among: CapitalGrouping.allCases,
    flag: ChoiceFlag("by", "What rounds are grouped by."),
    keys: [
      .next(
        "b",
        help: "by the next of \(CapitalGrouping.allCases.map(\.rawValue).joined(separator: ", "))",
        hint: "by …"), .back("B", help: "by the one before"),
    ]
  ) { "by \($0.rawValue)" }

  /// The part that announced rounds have in the sums.
  public static let announced = Choice(
    .announced, .beside, among: [Announced.beside, .counted],
    flag: ChoiceFlag("include", "Add announced and conditional rounds to the sums."),
    keys: [.next("i", help: "count announced rounds too, or leave them beside")]
  ) { $0 == .counted ? "announced rounds are counted" : "announced rounds stand beside" }

  /// Companies one by one, or with the groups they belong to.
  public static let fold = Choice(
    .fold, .none, among: [Folding.none, .groups],
    flag: ChoiceFlag("fold", "See companies and investors as the groups they belong to."),
    keys: [.next("z", help: "groups of companies as one, or each on its own")]
  ) { $0.words }

  static let scope = Choice(
    .scope, .counted, among: RowScope.allCases,
    keys: [
      .next(
        "v", help: "all rows of the ledger, plans and acquisitions too, or money raised only")
    ]
  ) { $0 == .all ? "all rows of the ledger" : "money raised only" }

  static let investors = Choice(
    .form, .everyone, among: InvestorScope.all,
    keys: [
      .next(
        "f", help: "investors in more than one layer, then in two given ones, or everyone",
        hint: "in two layers")
    ]
  ) { $0.words }
}

public enum ComputeOptions {
  /// The groups that sums are made for.
  public static let grouping = Choice(
    .grouping, .operator, among: ComputeGrouping.allCases,
    flag: ChoiceFlag("by", "What sites are grouped by."),
    keys: [
      .next(
        "b",
        help: "by the next of \(ComputeGrouping.allCases.map(\.rawValue).joined(separator: ", "))",
        hint: "by …"), .back("B", help: "by the one before"),
    ]
  ) { "by \($0.rawValue)" }

  /// The question that the bars answer.
  public static let form = Choice(
    .form, .groups, among: ComputeForm.allCases,
    keys: [
      .next(
        "f", help: "by group, from announced to running, or what slipped and by how long",
        hint: "funnel, slips")
    ]
  ) { form in
    switch form {
    case .groups: nil
    case .funnel: "from announced to running"
    case .slips: "what slipped, and by how long"
    }
  }

  /// The part that announced sites have in the sums.
  public static let announced = Choice(
    .announced, .beside, among: [Announced.beside, .counted],
    flag: ChoiceFlag("include", "Add announced sites to the sums."),
    keys: [.next("i", help: "count announced sites too, or leave them beside")]
  ) { $0 == .counted ? "announced sites are counted" : "announced sites stand beside" }

  /// Companies one by one, or with the groups they belong to.
  public static let fold = Choice(
    .fold, .none, among: [Folding.none, .groups],
    flag: ChoiceFlag(
      "fold", "See operators, customers and vendors as the groups they belong to."),
    keys: [.next("z", help: "groups of companies as one, or each on its own")]
  ) { $0.words }

  static let scope = Choice(
    .scope, .counted, among: RowScope.allCases,
    keys: [.next("v", help: "every row: programmes, bids and options too, or sites only")]
  ) { $0 == .all ? "every row of the ledger" : "sites only" }
}

/// The question that the bars of Compute answer.
public enum ComputeForm: Hashable, Sendable, CaseIterable {
  /// The accelerators by group.
  case groups
  /// The way from announced to running.
  case funnel
  /// The plans that were put off.
  case slips
}

/// The rows of a ledger that a list shows.
enum RowScope: Hashable, Sendable, CaseIterable {
  /// Those that can enter the sums.
  case counted
  case all
}

extension Folding {
  /// The words for what is shown.
  var words: String { self == .groups ? "groups as one" : "each on its own" }
}
