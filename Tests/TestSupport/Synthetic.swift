import Dataset

/// Synthetic packages in which nothing may be wrong.
public enum Synthetic {
  /// The faults of the rows of a test.
  public struct BadRows: Error, CustomStringConvertible {
    /// The problem, as the dataset tells it.
    public let description: String
  }

  /// Reads a package in which any problem is an error.
  ///
  /// A source `s` and a few countries are there unless the test brings its own.
  public static func dataset(_ tables: [TableName: String], updated: String = "2026-11-21") throws
    -> Dataset
  {
    let dataset = try SyntheticPackage.dataset(
      foundations.merging(tables) { _, given in given }, updated: updated)
    if let problem = dataset.problems.first { throw BadRows(description: "\(problem)") }
    return dataset
  }

  /// A dataset as of a day; the last day of 2026 unless the test says otherwise.
  public static func snapshot(_ tables: [TableName: String], asOf text: String = "2026-12-31")
    throws -> Snapshot
  {
    try dataset(tables).asOf(try day(text))
  }

  private static let foundations: [TableName: String] = [
    .sources: """
    id,title,publisher,url,published,kind
    s,A page,The Paper,https://example.org/a,2026-01-02,news
    """,
    .countries: """
    code,name,bloc,eu_since
    CH,Switzerland,CH,
    DE,Germany,EU,1958-01-01
    EU,European Union,union,
    FR,France,EU,1958-01-01
    GB,United Kingdom,UK,
    JP,Japan,other,
    NO,Norway,EEA,
    US,United States,other,
    """,
  ]
}
