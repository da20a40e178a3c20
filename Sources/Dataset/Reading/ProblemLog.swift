struct ProblemLog {
  /// Enough to see what is wrong; a file of another kind must not fill the memory with complaints.
  static let most = 20_000

  private(set) var problems: [Problem] = []
  private(set) var unlistedErrors = 0
  private(set) var unlistedWarnings = 0
  /// The remaining comparisons of names with mistyped names: a hint is worth a little time, not a
  /// pause.
  private var comparisonsLeft = 500_000

  /// Notes a problem at a byte of a record that starts on a line.
  mutating func note(
    _ severity: Problem.Severity, in file: LoadedFile, recordStart: Int, line: Int, offset: Int,
    _ message: String
  ) {
    guard problems.count < ProblemLog.most else {
      if severity == .error { unlistedErrors += 1 } else { unlistedWarnings += 1 }
      return
    }
    var line = line
    var lineStart = recordStart
    for index in recordStart..<max(recordStart, offset) where file.base[index] == 10 {
      line += 1
      lineStart = index + 1
    }
    if lineStart == 0, offset >= 3, file.base[0] == 0xEF, file.base[1] == 0xBB,
      file.base[2] == 0xBF
    {
      lineStart = 3
    }
    let column = (lineStart..<max(lineStart, offset)).reduce(1) {
      $0 + (file.base[$1] & 0xC0 == 0x80 ? 0 : 1)
    }
    problems.append(
      Problem(
        file: file.path, line: line, column: column, severity: severity, message: message))
  }

  /// The name that was most likely meant, as the end of a sentence.
  mutating func hint(for wanted: String, among count: Int, _ names: () -> [String]) -> String {
    guard count <= comparisonsLeft else { return "" }
    comparisonsLeft -= count
    return nearest(to: wanted, among: names()).map { "; did you mean \"\($0)\"?" } ?? ""
  }
}
