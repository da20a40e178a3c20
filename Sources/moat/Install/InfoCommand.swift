import ArgumentParser
import Canvas
import Dashboard
import Dataset

/// `moat info`: what is in use, and where everything lies.
struct InfoCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Versions of program and data, the packages in use, and where your own files lie.")

  static let rule = CommandRule(
    formats: [.text, .json],
    refused: CommandRule.noView.merging([.force: "it tells what is wrong anyway"]) { first, _ in
      first
    })

  static let examples = ["moat info", "moat info --format json"]

  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    let dataset = try DataFolders(named: options.folders).load()
    let info = Info(dataset)
    let ascii = options.ascii || !Standard.isUTF8
    if options.format == .json {
      return try ViewPrinter(options).emit(JSONWriter.text(info, ascii: ascii))
    }
    let text = Visible.lines(info.text)
    try ViewPrinter(options).emit(ascii ? ASCII.lines(text) : text)
  }
}

/// The answer of `moat info`.
private struct Info: JSONConvertible {
  let version: String
  let program: String?
  let packages: [Dataset.Package]
  let reach: [String: String]
  let errors: Int
  let warnings: Int
  let rowsLeftOut: Int
  let files: [String: String]
  let pulled: String?

  init(_ dataset: Dataset) {
    version = Moat.configuration.version
    program = Standard.programPath
    packages = dataset.packages
    reach = Dictionary(
      TableName.allCases.compactMap { table in
        dataset.reach(of: table).map { (table.word, $0.description) }
      }, uniquingKeysWith: { first, _ in first })
    errors = dataset.errorCount
    warnings = dataset.problems.count - dataset.errorCount
    rowsLeftOut = dataset.losses.rows
    let user = UserFiles()
    var files: [String: String] = [:]
    for (name, file) in [
      ("settings", UserFiles.File.config), ("filters", .filters),
      ("scenarios", .scenarios), ("mappings", .mappings),
      ("session", .session), ("history", .history), ("watchlist", .watchlist),
    ] {
      files[name] = user.path(file)
    }
    files["own facts"] = OwnFacts(configured: user.configuration().facts).folder
    files["pulled data"] = Pulled.folder
    self.files = files
    pulled = Pulled.source
  }

  var json: JSON {
    let document: JSON = [
      "version": version,
      "packages": packages.map { package -> JSON in
        [
          "title": package.title, "version": package.version, "updated": package.updated,
          "folder": package.folder,
        ]
      },
      "reach": reach, "errors": errors, "warnings": warnings, "rows_left_out": rowsLeftOut,
      "files": files,
    ]
    return document.adding(program.map { ["program": $0] }).adding(pulled.map { ["pulled": $0] })
  }

  var text: String {
    var lines = ["Moat \(version)" + (program.map { ", \($0)" } ?? "")]
    for package in packages {
      lines.append(
        "Data: \(package.title) \(package.version), revised \(package.updated), "
          + package.folder)
    }
    if !reach.isEmpty {
      let words = reach.sorted { $0.key < $1.key }.map { "\($0.key) to \($0.value)" }
      lines.append("Reach: " + words.joined(separator: ", "))
    }
    lines.append(
      "Problems: \(counted(errors, "error")), \(counted(warnings, "warning")), "
        + "\(counted(rowsLeftOut, "row")) left out; moat check lists them")
    for (name, path) in files.sorted(by: { $0.key < $1.key }) {
      lines.append(name.prefix(1).uppercased() + name.dropFirst() + ": " + path)
    }
    if let pulled { lines.append("Pulled from: " + pulled) }
    return lines.map { $0 + "\n" }.joined()
  }
}
