import ArgumentParser
import Dashboard
import Dataset
import Glibc

/// `moat install`: program, data, manual page and completions in their places.
struct InstallCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "install",
    abstract: "Put program, data, manual page and completions in their places, or take them away.",
    discussion: """
      Without --prefix they go below ~/.local: bin/moat, share/moat/data, share/man/man1, and the folders in \
      which bash and fish look; zsh has to be told of share/zsh/site-functions. --uninstall takes away what was put there and nothing else.
      """)

  static let rule = CommandRule(
    formats: [.text],
    refused: CommandRule.noView.merging(CommandRule.noOutput) { first, _ in first }
      .merging([.force: "it copies files as they are"]) { first, _ in first })

  static let examples = ["moat install", "moat install --prefix /usr/local --uninstall"]

  @Option(
    help: ArgumentHelp(
      "The folder that holds bin and share; ~/.local unless given.", valueName: "dir"),
    completion: .directory)
  var prefix: String?

  @Flag(help: "Take away what was installed there.")
  var uninstall = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    let place = Installation(prefix: try InstallCommand.folder(prefix))
    if uninstall {
      let count = try place.remove()
      return try Standard.write("\(place.prefix): \(count) files taken away\n")
    }
    let folders = try DataFolders(
      named: options.folders, configured: Configuration(), withOwn: false
    ).folders
    guard let data = folders.first, folders.count == 1 else {
      throw Failure.usage(
        "install takes one package with it, not \(folders.count); name one with --data")
    }
    let count = try place.install(data: data)
    try Standard.write("\(place.prefix): \(count) files; \(place.prefix)/bin/moat is the program\n")
    let path = (Standard.environment("PATH") ?? "").split(separator: ":")
    if !path.contains(where: { $0 == "\(place.prefix)/bin" }) {
      Standard.complain("\(place.prefix)/bin is not in PATH; add it to start moat by its name")
    }
    if Standard.environment("SHELL")?.hasSuffix("zsh") == true {
      Standard.complain(
        "for zsh put before compinit: fpath+=(\(place.prefix)/share/zsh/site-functions)")
    }
  }

  private static func folder(_ named: String?) throws -> String {
    if let named {
      if named.isEmpty { throw Failure.usage("--prefix takes a folder, not an empty name") }
      if named.hasPrefix("/") {
        return named.count > 1 && named.hasSuffix("/") ? String(named.dropLast()) : named
      }
      guard let here = FileWriter.folder else {
        throw Failure.noInput(
          "--prefix \(named): the current folder cannot be told; name a whole path")
      }
      return here + "/" + named
    }
    guard let home = Standard.environment("HOME"), home.hasPrefix("/") else {
      throw Failure.usage("HOME is not set; name a folder with --prefix")
    }
    return home + "/.local"
  }
}

/// The files of the program below a prefix.
struct Installation {
  let prefix: String

  /// The list of what was installed, by paths from the prefix.
  private static let list = "share/moat/installed"
  private static let data = "share/moat/data"
  private static let shells = [
    ("bash", "share/bash-completion/completions/moat"),
    ("zsh", "share/zsh/site-functions/_moat"),
    ("fish", "share/fish/vendor_completions.d/moat.fish"),
  ]

  /// Installs everything; the number of files.
  func install(data source: String) throws -> Int {
    guard let program = Standard.programPath else {
      throw Failure.noInput("the program's own file cannot be told")
    }
    let package = try PackageCopy(of: source)
    let former = (try? listed()) ?? []
    var written: [String] = []
    func put(_ bytes: [UInt8], _ path: String, isProgram: Bool = false) throws {
      let place = "\(prefix)/\(path)"
      Folders.make(place.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" })
      // A program that runs cannot be written to, and is replaced as every file.
      try FileWriter.write(bytes: bytes, to: place)
      chmod(place, isProgram ? 0o755 : 0o644)
      written.append(path)
    }
    let bytes = try PackageCopy.bytes(of: program)
    try put(bytes, "bin/moat", isProgram: true)
    for path in package.paths {
      try put(try package.bytes(at: path), "\(Installation.data)/\(path)")
    }
    try put(Array(ManualPage().text.utf8), "share/man/man1/moat.1")
    for (shell, path) in Installation.shells {
      try put(Array(CompletionsCommand.script(for: shell).utf8), path)
    }
    // A table that the package no longer has is not left behind.
    for path in former where !written.contains(path) { unlink("\(prefix)/\(path)") }
    written.append(Installation.list)
    try FileWriter.write(
      written.map { $0 + "\n" }.joined(), to: "\(prefix)/\(Installation.list)")
    return written.count
  }

  /// Takes everything away that was installed; the number of files.
  func remove() throws -> Int {
    let paths = try listed()
    var count = 0
    for path in paths where unlink("\(prefix)/\(path)") == 0 { count += 1 }
    // Folders that hold something else stay.
    var folders: Set<String> = []
    for path in paths {
      var parts = path.split(separator: "/").dropLast()
      while !parts.isEmpty {
        folders.insert(parts.joined(separator: "/"))
        parts = parts.dropLast()
      }
    }
    for folder in folders.sorted(by: { $0.count > $1.count }) { rmdir("\(prefix)/\(folder)") }
    return count
  }

  private func listed() throws -> [String] {
    let path = "\(prefix)/\(Installation.list)"
    guard access(path, R_OK) == 0 else {
      throw Failure.noInput(
        "\(prefix): nothing was installed there, \(Installation.list) is missing")
    }
    let text = String(decoding: try PackageCopy.bytes(of: path), as: UTF8.self)
    return text.split(separator: "\n").map(String.init).filter { path in
      !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    }
  }
}
