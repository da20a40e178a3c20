/// Something in the data that is not as it should be, with its place.
public struct Problem: Hashable, Sendable, Comparable, CustomStringConvertible {
  public enum Severity: String, CaseIterable, Sendable, Comparable, JSONConvertible {
    /// A figure is wrong or missing for it: most often the row, or the part of it that the message names,
    /// is not used.
    case error
    /// The row is used, and somebody should look at it.
    case warning
    /// Nothing is wrong for sure; an attentive curator would look into it.
    case review

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .review: 2
      }
    }
  }

  /// The file's path as it was opened.
  public let file: String
  /// The line, from 1; the line a record starts on is 1 for the header.
  public let line: Int
  /// The column in characters (Unicode scalars) from 1, or 1 where the whole line is meant.
  public let column: Int
  public let severity: Severity
  /// The finding and the expectation, in a sentence without a full stop.
  public let message: String

  public init(file: String, line: Int, column: Int, severity: Severity, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.severity = severity
    self.message = message
  }

  /// `file:line:column: severity: message`, the form that editors and compilers share.
  public var description: String {
    "\(file):\(line):\(column): \(severity.rawValue): \(message)"
  }

  public static func < (left: Problem, right: Problem) -> Bool {
    (left.file, left.line, left.column, left.severity, left.message)
      < (right.file, right.line, right.column, right.severity, right.message)
  }
}

extension Problem: JSONConvertible {
  public var json: JSON {
    [
      "file": file, "line": line, "column": column, "severity": severity, "message": message,
    ]
  }
}

/// The reason why a dataset cannot be opened.
public enum DatasetError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no such folder or file, or it cannot be read: its path and the system's reason.
  case unreadable(path: String, reason: String)
  /// The package's descriptor is not one: its path and what is wrong with it.
  case badDescriptor(path: String, reason: String)
  case noPackage

  /// One sentence that says what to do next.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path): cannot be read (\(reason)); "
        + (path.hasSuffix("datapackage.json")
          ? "name a folder that holds a datapackage.json with --data"
          : "the package's datapackage.json names this file: put it there or take it out of the list")
    case .badDescriptor(let path, let reason):
      "\(path): \(reason); a Moat package needs title, version, updated and one resource per table"
    case .noPackage:
      "no data package was named; name a folder that holds a datapackage.json with --data"
    }
  }
}
