import ArgumentParser
import Canvas
import Capture
import Dashboard
import Dataset
import Glibc

/// `moat facts`: the user's own entries, and their effect.
struct FactsCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "List your own facts and what they change; take the last entry back.",
    discussion: """
      moat facts
      moat facts --undo
      """)

  static let rule = CommandRule(
    formats: [.text, .json], refused: CommandRule.entry)

  static let examples = ["moat facts", "moat facts --undo"]

  @Option(
    help: ArgumentHelp(
      "The package of own facts; the usual package unless given.", valueName: "dir"))
  var into: String?

  @Flag(help: "Take the last entry back, wherever it was written.")
  var undo = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    if undo {
      let undone = try EntryLog().undo()
      return try Standard.write(Visible.lines("\(undone.words), from \(undone.folder)\n"))
    }
    let session = try EntrySession(data: options.folders, into: into)
    let ascii = options.ascii || !Standard.isUTF8
    let printer = ViewPrinter(options)
    guard access(session.target + "/datapackage.json", R_OK) == 0 else {
      if options.format == .json {
        return try printer.emit("[]\n")
      }
      return try printer.emit(
        "no facts of your own yet; moat add enters a fact (they go to \(session.target))\n")
    }
    let dataset = try session.read(replacing: nil)
    guard
      let package = dataset.packages.firstIndex(where: {
        OwnFacts.isSame($0.folder, session.target)
      })
    else { throw Failure.noInput("\(session.target): is not among the packages that are read") }
    let below =
      package > 0
      ? try Dataset(folders: dataset.packages.prefix(package).map(\.folder)) : nil
    let facts = OwnRows(dataset, package: package, below: below)
    if options.format == .json {
      return try printer.emit(JSONWriter.text(facts.rows, ascii: ascii))
    }
    var lines = facts.rows.map { "\($0.file):\($0.line): \($0.kind) \($0.summary)" }
    if let below {
      let day = max(Standard.today, dataset.updated)
      let effect = EntryEffect(from: below.asOf(day), to: dataset.asOf(day), companies: [])
      lines += EntryPrinter.lines(effect)
    }
    lines.append("\(counted(facts.rows.count, "row")) in \(session.target)")
    let text = Visible.lines(lines.map { $0 + "\n" }.joined())
    try printer.emit(ascii ? ASCII.lines(text) : text)
  }
}

/// The rows of a package, by the kinds that can be entered.
struct OwnRows {
  struct Row: JSONConvertible {
    let kind: String
    let file: String
    let line: Int
    let row: [String: String]
    /// The changes to the state before.
    let changes: [StateBefore.Change]

    /// The cells that tell the row apart, and what it changed, in a line.
    var summary: String {
      let first = ["id", "company", "country", "city", "from", "to", "step", "round", "investor"]
      let rest = [
        "name", "date", "series", "status", "amount_m", "currency", "accelerators", "authority",
        "detail", "title", "value_m",
      ]
      let cells = (first + rest).compactMap { row[$0] }.joined(separator: ", ")
      return changes.isEmpty
        ? cells : cells + "; " + changes.map(\.words).joined(separator: ", ")
    }

    var json: JSON { ["kind": kind, "file": file, "line": line, "row": row] }
  }

  let rows: [Row]

  /// - Parameter below: The facts without the package; `nil` where it lies over none.
  init(_ dataset: Dataset, package: Int, below: Dataset?) {
    var rows: [Row] = []
    for kind in EntryKind.all {
      var states = StateBefore(kind, below: below)
      dataset.forEachRow(of: kind.table) { record in
        guard Int(record.origin.package) == package else { return }
        let cells = dataset.cells(of: record).filter { !$0.text.isEmpty }
        rows.append(
          Row(
            kind: kind.word, file: dataset.path(of: record.origin) ?? "",
            line: Int(record.origin.line),
            row: Dictionary(cells.map { ($0.column, $0.text) }) { first, _ in first },
            changes: states.changes(of: record, in: dataset)))
      }
    }
    self.rows = rows
  }
}
