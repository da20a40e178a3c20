import Dataset

/// A single fact that can be selected: opened, sourced, copied, edited.
public enum Fact: Hashable, Sendable {
  case organisation(String)
  case country(String)
  case round(String)
  case commitment(String)
  case milestone(String)
  case claim(String)
  case source(String)
  case model(String)
  case layer(Layer)
  /// A state's step towards enforcement.
  case step(country: String, EnforcementStepKind)
  /// Rows of tables without ids, by their number in the dataset.
  case investment(Int)
  case valuation(Int)
  case relation(Int)
  case authority(Int)
  case signatory(Int)
  /// A figure that other facts add up to.
  case sum(title: String, [Fact])
  /// A problem of the data.
  case problem(Problem)
}
