import Insight

public enum CapitalOptions {
  public static let grouping = Choice(
    .grouping, .layer, among: CapitalGrouping.allCases,
    flag: ChoiceFlag("by", "The grouping of the rounds."),
    keys: [
      .next(
        "b",
        help: "by the next of \(CapitalGrouping.allCases.map(\.rawValue).joined(separator: ", "))",
        hint: "by …"), .back("B", help: "by the grouping before"),
    ]
  ) { $0 == .lead ? "by lead investor, most rounds first" : "by \($0.rawValue)" }

  /// The part that announced rounds have in the sums.
  public static let announced = Choice(
    .announced, .beside, among: [Announced.beside, .counted],
    flag: ChoiceFlag("include", "Add announced and conditional rounds to the sums."),
    keys: [.next("i", help: "count announced rounds too, or not")],
    mode: { $0 == .counted ? "announced too" : nil }
  ) { $0 == .counted ? "announced rounds are counted" : "announced rounds are not counted" }

  /// The unit of compute for each of which money is read; `nil` for money as it is. The title names it.
  public static let per = Choice<ComputeUnit?>(
    .unit, nil, among: [nil] + ComputeUnit.allCases,
    flag: ChoiceFlag(
      "unit",
      "Read an operator's money for each of its accelerators, h100e (H100-equivalents) or mw."),
    keys: [
      .next(
        "u", help: "money per accelerator, H100-equivalent or MW of its operator, or as it is",
        hint: "per accelerator")
    ], mode: { $0 == nil ? nil : "" }
  ) { unit in unit.map { "$ per \($0.singular) that an operator has" } ?? "money as it is" }

  /// Companies one by one, or with the groups they belong to.
  public static let fold = Choice(
    .fold, .none, among: [Folding.none, .groups],
    flag: ChoiceFlag("fold", "See companies and investors as the groups they belong to."),
    keys: [.next("z", help: "groups of companies as one, or each on its own")],
    mode: { $0 == .groups ? "groups as one" : nil }
  ) { $0.words }

  static let scope = Choice(
    .scope, .counted, among: RowScope.allCases,
    keys: [
      .next(
        "v", help: "all rows of the ledger, plans and acquisitions too, or money raised only")
    ], mode: { $0 == .all ? "every row" : nil }
  ) { $0 == .all ? "all rows of the ledger" : "money raised only" }

  static let investors = Choice(
    .form, .everyone, among: InvestorScope.all,
    keys: [
      .next(
        "f", help: "investors in more than one layer, then in two given ones, or everyone",
        hint: "in two layers")
      // The title of the groups names the layers.
    ], mode: { $0 == .everyone ? nil : "" }
  ) { $0.words }
}

enum RowScope: Hashable, Sendable, CaseIterable {
  /// Those that can enter the sums.
  case counted
  case all
}

extension Folding {
  var words: String { self == .groups ? "groups as one" : "each on its own" }
}
