import Dataset

extension EnforcementStep {
  /// The part of the Act that a regime of penalties covers, where its row says so.
  ///
  /// By the convention of the data it stands after `for` and before `other duties of the Act are
  /// not covered`. The first thing named stands for it: `prohibited practices`. `nil` where the row
  /// says nothing of the kind.
  public func coveredOnly(in dataset: Dataset) -> String? {
    guard step == .penalties else { return nil }
    let clauses = dataset.string(detail).split(separator: ";")
    guard let first = clauses.first,
      clauses.dropFirst().contains(where: {
        $0.hasSuffix("other duties of the Act are not covered")
      })
    else { return nil }
    let words = first.split(separator: " ")
    guard let place = words.firstIndex(of: "for") else { return nil }
    let covered = words[(place + 1)...].joined(separator: " ")
    return covered.split(separator: ",").first.map(String.init)
  }
}
