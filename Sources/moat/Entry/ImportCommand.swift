import ArgumentParser
import Canvas
import Capture
import Dashboard
import Dataset

/// `moat import FILE --as KIND`: facts from a table that comes from elsewhere.
struct ImportCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Enter the rows of a CSV table from elsewhere; a dry run unless --write is given.",
    discussion: """
      Names are matched to ids: a sure match is taken, another one waits for --accept. Plain numbers can be \
      divided on the way, as in amount_m/1000000; an amount with a unit of its own (5.5m) is taken as it is.

      moat import list.csv --as rounds --map "Company=company,Raised (USD)=amount_m/1000000" \
      --set currency=USD --source https://… --title "A list" --save dealroom
      moat import list.csv --mapping dealroom --source https://… --write
      """)

  static let rule = CommandRule(
    formats: [.text, .json], refused: CommandRule.entry)

  static let examples = [
    "moat import list.csv --as rounds --set currency=USD --source https://news.example/list --title List",
    "moat import list.csv --mapping dealroom --source https://news.example/list --write",
  ]

  @Argument(help: "The table, with a header.")
  var file: String

  @Option(name: .customLong("as"), help: ArgumentHelp("The kind of fact.", valueName: "kind"))
  var kind: String?

  @Option(
    help: ArgumentHelp(
      "COLUMN=FIELD, joined by commas; FIELD/1000000 divides.", valueName: "columns"))
  var map: String?

  @Option(help: ArgumentHelp("FIELD=VALUE for every row; repeatable.", valueName: "field"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp(
      "NAME=ID, NAME=skip or NAME=new:KIND:LAYER:COUNTRY; repeatable.", valueName: "name"))
  var accept: [String] = []

  @Option(
    help: ArgumentHelp("The address or the id of what the rows rest on.", valueName: "source"))
  var source: String?

  @Option(help: "The title of the source's page, where it is not held yet.")
  var title: String?

  @Option(help: "Its publisher.")
  var publisher: String?

  @Option(help: "Its day.")
  var published: String?

  @Option(help: ArgumentHelp("Use a mapping that was kept.", valueName: "name"))
  var mapping: String?

  @Option(help: ArgumentHelp("Keep the mapping by a name.", valueName: "name"))
  var save: String?

  @Flag(help: "Enter the rows that fit.")
  var write = false

  @Option(help: ArgumentHelp("The package to write to.", valueName: "dir"))
  var into: String?

  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    let mapping = try wholeMapping()
    guard let bytes = try PackageWriter.bytes(of: file) else {
      throw Failure.noInput("\(file): there is no such file")
    }
    let table: CSVText
    do {
      table = try CSVText(bytes)
    } catch {
      throw Failure.badData("\(file):\(error.line): \(error.message)")
    }
    let session = try EntrySession(data: options.folders, into: into)
    var (builder, dataset) = try session.builder()
    var report: TableImport
    do {
      report = try TableImport(
        table, mapping, source: try sourceFields(), builder: &builder,
        concerns: Concerns(dataset))
    } catch let error as EntryFault {
      throw error.isUsage
        ? Failure.usage(error.description) : Failure.badData(error.description)
    }
    report.refuse(try session.faults(of: report.entries, in: dataset))
    if let save { try Mappings().keep(mapping, as: save) }
    var folder: String?
    if write, !report.entries.isEmpty {
      let entries = report.entries
      folder = try session.enter(EntrySession.Manner(isMeant: true)) { _ in entries }.folder
    }
    try print(report, folder, options)
  }

  /// The mapping asked for, on top of the kept mapping.
  private func wholeMapping() throws -> ImportMapping {
    var whole: ImportMapping
    if let name = mapping {
      whole = try Mappings().named(name)
      if let kind { whole.kind = try EntryArguments.kind(kind).word }
    } else {
      guard let kind else {
        throw Failure.usage(
          "import needs --as KIND and --map, or --mapping NAME; the kinds are "
            + EntryKind.words.joined(separator: ", "))
      }
      whole = ImportMapping(kind: try EntryArguments.kind(kind).word, columns: [])
    }
    if let map {
      do {
        whole.columns = try ImportMapping.columns(map).get()
      } catch {
        throw Failure.usage(error.description)
      }
    }
    guard !whole.columns.isEmpty else {
      throw Failure.usage("import needs --map \"COLUMN=FIELD,...\", or --mapping NAME")
    }
    whole.constants.merge(try EntryArguments.values(set)) { $1 }
    for text in accept {
      guard let sign = text.lastIndex(of: "="), sign != text.startIndex else {
        throw Failure.usage("--accept \(text): expected NAME=ID, NAME=skip or NAME=new:...")
      }
      whole.names[String(text[..<sign])] = String(text[text.index(after: sign)...])
    }
    return whole
  }

  private func sourceFields() throws -> [String: String] {
    guard let source else {
      throw Failure.usage("import needs --source: the address or the id of what the rows rest on")
    }
    var fields = ["source": source]
    fields["source_title"] = title
    fields["source_publisher"] = publisher
    fields["source_published"] = published
    return fields
  }

  /// The rows that are told for each column.
  private static let mostTold = 25

  private func print(_ report: TableImport, _ folder: String?, _ options: ViewOptions) throws {
    let ascii = options.ascii || !Standard.isUTF8
    let record = ImportRecord(report, file: file, folder: folder)
    let printer = ViewPrinter(options)
    if options.format == .json { return try printer.emit(JSONWriter.text(record, ascii: ascii)) }
    var lines = [
      "\(counted(report.rows.count, "row")) of \(file): \(record.fit) fit, \(record.held) held already, "
        + "\(record.refused) not as they are"
        + (record.skipped > 0 ? ", \(record.skipped) skipped" : "")
    ]
    // A column that is mapped wrongly is wrong in every row: its first rows tell as much as all.
    var told: [(column: String, count: Int)] = []
    for row in record.rows {
      guard let reason = row.reason else { continue }
      let column = String(reason.prefix { $0 != ":" })
      let place = told.firstIndex { $0.column == column } ?? told.count
      if place == told.count { told.append((column, 0)) }
      told[place].count += 1
      if told[place].count > ImportCommand.mostTold { continue }
      lines.append("  line \(row.line): \(row.outcome): \(reason)")
    }
    for (column, count) in told where count > ImportCommand.mostTold {
      let more = counted(count - ImportCommand.mostTold, "more row")
      lines.append("  \(more) for \(column); --format json lists them")
    }
    if let folder {
      lines.append("\(record.fit) entered in \(folder); moat facts --undo takes all of them back")
    } else if record.fit > 0, !write {
      lines.append("nothing was written; --write enters the \(record.fit) that fit")
    } else {
      lines.append("nothing was written")
    }
    let text = Visible.lines(lines.map { $0 + "\n" }.joined())
    try printer.emit(ascii ? ASCII.lines(text) : text)
  }
}

/// An import as JSON.
private struct ImportRecord: JSONConvertible {
  struct Row: JSONConvertible {
    let line: Int
    let outcome: String
    var ids: [String] = []
    var reason: String?

    var json: JSON {
      let row: JSON = ["line": line, "outcome": outcome, "ids": ids]
      return row.adding(reason.map { ["reason": $0] })
    }
  }

  let file: String
  let fit: Int
  let held: Int
  let refused: Int
  let skipped: Int
  let rows: [Row]
  let written: Bool

  init(_ report: TableImport, file: String, folder: String?) {
    self.file = file
    rows = report.rows.map { row in
      switch row.outcome {
      case .fits(let entries):
        Row(line: row.line, outcome: "fits", ids: entries.map(\.name))
      case .held(let reason): Row(line: row.line, outcome: "held", reason: reason)
      case .skipped: Row(line: row.line, outcome: "skipped")
      case .refused(let reason): Row(line: row.line, outcome: "refused", reason: reason)
      }
    }
    let outcomes = rows.map(\.outcome)
    func count(_ word: String) -> Int { outcomes.reduce(0) { $0 + ($1 == word ? 1 : 0) } }
    fit = count("fits")
    held = count("held")
    refused = count("refused")
    skipped = count("skipped")
    written = folder != nil
  }

  var json: JSON {
    [
      "file": file, "fit": fit, "held": held, "refused": refused, "skipped": skipped,
      "rows": rows, "written": written,
    ]
  }
}
