import Dataset

/// The user's own data package, laid over the package that its facts belong to.
public enum OwnPackage {
  /// The descriptor of a new package: every table that can be entered, without rows yet.
  ///
  /// - Parameter base: The name of the package that it is laid over.
  public static func descriptor(over base: String, revised day: Day) -> String {
    let resources = EntryKind.all.map { kind in
      """
          {
            "name": "\(kind.table.word)",
            "type": "table",
            "path": "\(kind.table.word).csv",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": \(kind.table.schema.descriptor)
          }
      """
    }
    return """
      {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "own-facts",
        "title": "Own facts",
        "description": "Own facts, laid over the package named below.",
        "over": \(quoted(base)),
        "version": "1.0.0",
        "updated": "\(day)",
        "resources": [
      \(resources.joined(separator: ",\n"))
        ]
      }

      """
  }

  /// A table without rows.
  public static func header(of table: TableName) -> String {
    table.schema.fields.map(\.name).joined(separator: ",") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where scalar.value < 32:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
