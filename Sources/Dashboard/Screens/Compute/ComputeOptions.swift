import Insight

public enum ComputeOptions {
  public static let grouping = Choice(
    .grouping, .operator, among: ComputeGrouping.allCases,
    flag: ChoiceFlag("by", "The grouping of the sites."),
    keys: [
      .next(
        "b",
        help: "by the next of \(ComputeGrouping.allCases.map(\.rawValue).joined(separator: ", "))",
        hint: "by …"), .back("B", help: "by the grouping before"),
    ]
  ) { "by \($0.rawValue)" }

  /// The unit that compute is read in.
  public static let unit = Choice(
    .unit, .accelerators, among: ComputeUnit.allCases,
    flag: ChoiceFlag("unit", "Read compute in accelerators, h100e (H100-equivalents) or mw."),
    isShared: true,
    keys: [
      .next("u", help: "compute in accelerators, H100-equivalents or megawatts")
    ], mode: { $0 == .accelerators ? nil : "in \($0.title)" }
  ) { "in \($0.title)" }

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

  public static let announced = Choice(
    .announced, .beside, among: [Announced.beside, .counted],
    flag: ChoiceFlag("include", "Add announced sites to the sums."),
    keys: [.next("i", help: "count announced sites too, or not")],
    mode: { $0 == .counted ? "announced too" : nil }
  ) { $0 == .counted ? "announced sites are counted" : "announced sites are not counted" }

  /// Companies one by one, or with the groups they belong to.
  public static let fold = Choice(
    .fold, .none, among: [Folding.none, .groups],
    flag: ChoiceFlag(
      "fold", "See operators, customers and vendors as the groups they belong to."),
    keys: [.next("z", help: "groups of companies as one, or each on its own")],
    mode: { $0 == .groups ? "groups as one" : nil }
  ) { $0.words }

  static let scope = Choice(
    .scope, .counted, among: RowScope.allCases,
    keys: [.next("v", help: "every row: programmes, bids and options too, or sites only")],
    mode: { $0 == .all ? "every row" : nil }
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
