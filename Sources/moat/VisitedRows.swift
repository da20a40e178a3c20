import Dataset

/// The file of the rows that were seen: for each set of packages a heading (day, stamp and folders) and
/// the fingerprints, the set visited last first.
///
/// A set whose lines are damaged is as if it had never been visited; the others stay. The sets visited
/// longest ago are dropped where the file would become too long to be read again.
struct VisitedRows {
  private struct Visit {
    let name: String
    let day: Day
    /// The hash of the files as they were, in hexadecimal digits; empty where it was not kept.
    let stamp: String
    /// The fingerprints as text: read only where they are asked for.
    let rows: String
  }

  private let visits: [Visit]

  private static let heading = "= "
  private static let mostBytes = 3_500_000

  init(text: String) {
    var visits: [Visit] = []
    for part in text.parts(beginningWith: VisitedRows.heading) {
      let lines = part.split(separator: "\n", maxSplits: 1).map(String.init)
      guard lines.count == 2, lines[0].hasPrefix(VisitedRows.heading) else { continue }
      let words = lines[0].dropFirst(2).split(separator: " ", maxSplits: 1).map(String.init)
      guard words.count == 2, let day = Day(words[0]) else { continue }
      let rest = words[1].split(separator: " ", maxSplits: 1).map(String.init)
      let isStamped = rest.count == 2 && UInt64(rest[0], radix: 16) != nil
      visits.append(
        Visit(
          name: isStamped ? rest[1] : words[1], day: day, stamp: isStamped ? rest[0] : "",
          rows: lines[1]))
    }
    self.visits = visits
  }

  private init(_ visits: [Visit]) { self.visits = visits }

  /// The rows of a set of packages, and the day of the visit.
  func rows(of name: String) -> (prints: RowPrints, day: Day)? {
    let name = VisitedRows.plain(name)
    guard let visit = visits.first(where: { $0.name == name }),
      let prints = RowPrints(text: visit.rows)
    else { return nil }
    return (prints, visit.day)
  }

  /// The same with the rows of a set of packages as they are now. The fingerprints are only taken where
  /// the stamp tells that the files have changed.
  func noting(_ prints: () -> RowPrints?, stamp: UInt64, of name: String, on day: Day)
    -> VisitedRows
  {
    let name = VisitedRows.plain(name)
    let stamp = String(stamp, radix: 16)
    let standing = visits.first { $0.name == name && $0.stamp == stamp }?.rows
    guard let rows = standing ?? prints()?.text else { return self }
    return VisitedRows(
      [Visit(name: name, day: day, stamp: stamp, rows: rows)] + visits.filter { $0.name != name })
  }

  /// The file.
  var text: String {
    var text = ""
    for visit in visits {
      let part =
        "\(VisitedRows.heading)\(visit.day) \(visit.stamp.isEmpty ? "" : visit.stamp + " ")\(visit.name)\n"
        + (visit.rows.hasSuffix("\n") ? visit.rows : visit.rows + "\n")
      guard text.utf8.count + part.utf8.count <= VisitedRows.mostBytes else { break }
      text += part
    }
    return text
  }

  /// The name of a folder may hold a line end, which would end the heading.
  private static func plain(_ name: String) -> String {
    String(name.map { $0.isNewline ? "?" : $0 })
  }
}

extension String {
  /// The parts that begin with a line that begins with a mark.
  fileprivate func parts(beginningWith mark: String) -> [String] {
    var parts: [String] = []
    var current = ""
    for line in split(separator: "\n", omittingEmptySubsequences: true) {
      if line.hasPrefix(mark), !current.isEmpty {
        parts.append(current)
        current = ""
      }
      current += line + "\n"
    }
    if !current.isEmpty { parts.append(current) }
    return parts
  }
}
