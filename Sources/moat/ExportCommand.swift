import ArgumentParser
import Dataset
import Glibc

/// `moat export DIR`: the dataset as one data package.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the facts as a data package; several --data come out as one.")

  @Argument(help: "The folder to write to; it is made, and must not hold a package yet.")
  var folder: String

  // Its options are those of the command above: what the parser finds there it does not hand down.
  @OptionGroup var options: CommonOptions

  func run() throws {
    let dataset = try DataFolders(named: options.folders).load()
    let descriptor = folder + "/datapackage.json"
    guard access(descriptor, F_OK) != 0 else {
      throw Failure.cannotCreate("\(descriptor): a package is there already; name another folder")
    }
    try make(folder)
    // The descriptor comes last: a folder with one holds a whole package.
    let files = dataset.exported()
    for file in files {
      var parent = folder
      for part in file.path.split(separator: "/").dropLast() {
        parent += "/" + part
        try make(parent)
      }
      try FileWriter.write(file.text, to: folder + "/" + file.path)
    }
    try Standard.write("\(folder): \(files.count - 1) tables, revised \(dataset.updated)\n")
  }

  /// Makes a folder unless it is there.
  private func make(_ folder: String) throws {
    if mkdir(folder, 0o755) != 0, errno != EEXIST {
      throw Failure.cannotCreate("\(folder): \(String(cString: strerror(errno)).lowercased())")
    }
  }
}
