import Dataset
import Insight
import Testing

/// Synthetic packages for the patterns of the review.
enum ReviewWorld {
  /// Two operators, a customer, a maker, a fund and a company that raises money.
  static let organisations = """
    id,name,layer,country,parent
    grid,Gridhall,infrastructure,DE,
    other,Otherhall,infrastructure,FR,
    tenant,Tenant Labs,models,FR,
    maker,Chipmaker,chips,US,
    arm,Chipmaker Ventures,capital,US,maker
    fund,Fund,capital,DE,
    start,Startling,applications,DE,
    """

  /// The findings of a pattern, as "key: what is wrong", in the order of the list.
  static func found(
    _ pattern: ReviewPattern, _ tables: [TableName: String], on day: String = "2026-11-29"
  ) throws -> [String] {
    try items(pattern, tables, on: day).map { "\($0.key): \($0.wrong)" }
  }

  /// The findings of a pattern.
  static func items(
    _ pattern: ReviewPattern, _ tables: [TableName: String], on day: String = "2026-11-29"
  ) throws -> [ReviewItem] {
    try review(tables, on: day).items.filter { $0.pattern == pattern }
  }

  /// The whole review.
  static func review(_ tables: [TableName: String], on day: String = "2026-11-29") throws -> Review
  {
    let tables = [.organisations: organisations].merging(tables) { _, given in given }
    return Review(
      try Synthetic.dataset(tables, updated: "2026-11-29").asOf(try TestSupport.day(day)))
  }
}
