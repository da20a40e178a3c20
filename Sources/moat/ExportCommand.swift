import ArgumentParser
import Dataset
import FoundationEssentials
import Glibc

/// `moat export DIR`: the dataset as one data package.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the facts as a data package; several --data come out as one.")

  @Argument(help: "The folder to write to; it is made, and must not hold a package yet.")
  var folder: String

  @Option(
    name: .customLong("data"),
    help: ArgumentHelp("A data package; several are laid over each other.", valueName: "dir"))
  var folders: [String] = []

  func run() throws {
    let dataset = try DataFolders(named: folders).load()
    guard let base = dataset.packages.first else { throw Failure.noInput("no data package") }
    let descriptor = folder + "/datapackage.json"
    guard access(descriptor, F_OK) != 0 else {
      throw Failure.cannotCreate("\(descriptor): a package is there already; name another folder")
    }
    if mkdir(folder, 0o755) != 0, errno != EEXIST {
      throw Failure.cannotCreate("\(folder): \(String(cString: strerror(errno)).lowercased())")
    }
    for table in TableName.allCases {
      guard let file = base.files[table] else { continue }
      try FileWriter.write(dataset.csv(table), to: folder + "/" + file)
    }
    // The descriptor comes last: a folder with one holds a whole package.
    try FileWriter.write(try revised(base, dataset.updated), to: descriptor)
    try Standard.write("\(folder): \(base.files.count) tables, revised \(dataset.updated)\n")
  }

  /// The descriptor of the package underneath, with the day of the latest of them all.
  private func revised(_ base: Dataset.Package, _ updated: Day) throws -> String {
    let path = base.folder + "/datapackage.json"
    guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
      throw Failure.noInput("\(path): cannot be read")
    }
    var text = String(decoding: bytes, as: UTF8.self)
    guard base.updated != updated, let key = text.firstRange(of: "\"updated\""),
      let day = text[key.upperBound...].firstRange(of: base.updated.description)
    else { return text }
    text.replaceSubrange(day, with: updated.description)
    return text
  }
}
