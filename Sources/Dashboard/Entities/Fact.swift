import Dataset

/// A single fact that can be selected: opened, sourced, copied, edited.
public enum Fact: Hashable, Sendable {
  /// A row of the dataset; `Entity` describes the rows of each table.
  case row(TableName, Key)
  case layer(Layer)
  /// A figure that other facts add up to.
  case sum(title: String, [Fact])
  case problem(Problem)

  /// The part of a fact that tells its row from the others of the table.
  public enum Key: Hashable, Sendable {
    /// The id, which outlives a reload of the data.
    case id(String)
    /// A step of a state, in the ledger that has no ids.
    case step(country: String, EnforcementStepKind)
    /// The place in the table, for rows without ids.
    case number(Int)
  }

  /// The same fact, a sum without its parts: two sums of a title are the same in a list.
  var withoutParts: Fact {
    if case .sum(let title, _) = self { return .sum(title: title, []) }
    return self
  }

  /// The id of the row, where it is one of a table.
  func id(in table: TableName) -> String? {
    if case .row(table, .id(let id)) = self { return id }
    return nil
  }
}
