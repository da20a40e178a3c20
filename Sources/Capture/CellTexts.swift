import Dataset

extension Dataset {
  /// The texts of a row's cells by their columns, as they would stand in the file.
  func texts(of row: some Record) -> [String: String] {
    Dictionary(cells(of: row).map { ($0.column, $0.text) }) { first, _ in first }
  }
}
