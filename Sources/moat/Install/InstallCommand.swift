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
        "install takes one package with it, not \(folders.count); name it with --data")
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
  ///
  /// A file that is there and was not put there by an installation stays, and nothing is installed. The
  /// list is written first, so that what was begun can be taken away.
  func install(data source: String) throws -> Int {
    guard let program = Standard.programPath else {
      throw Failure.noInput("the program's own file cannot be told")
    }
    let package = try PackageCopy(of: source)
    let former = (try? listed()) ?? []
    var files: [(path: String, bytes: () throws -> [UInt8])] = [
      ("bin/moat", { try PackageCopy.bytes(of: program) })
    ]
    for path in package.paths {
      files.append(("\(Installation.data)/\(path)", { try package.bytes(at: path) }))
    }
    files.append(("share/man/man1/moat.1", { try Array(ManualPage().text.utf8) }))
    for (shell, path) in Installation.shells {
      files.append((path, { try Array(CompletionsCommand.script(for: shell).utf8) }))
    }
    let paths = files.map(\.path)
    for file in files where !former.contains(file.path) {
      try refuseForeign(file.path, unlessHolding: file.bytes)
    }
    try list(paths + former.filter { !paths.contains($0) && $0 != Installation.list })
    for file in files {
      let place = "\(prefix)/\(file.path)"
      Folders.make(Installation.folder(of: place))
      // A program that runs cannot be written to, and is replaced as every file.
      try FileWriter.write(bytes: try file.bytes(), to: place)
      chmod(place, file.path == "bin/moat" ? 0o755 : 0o644)
    }
    // A table that the package no longer has is not left behind.
    for path in former where !paths.contains(path) && path != Installation.list {
      unlink("\(prefix)/\(path)")
    }
    try list(paths)
    return paths.count + 1
  }

  /// Refuses to take the place of a file that is not of an installation, unless it is the same.
  private func refuseForeign(_ path: String, unlessHolding bytes: () throws -> [UInt8]) throws {
    let place = "\(prefix)/\(path)"
    var status = stat()
    guard lstat(place, &status) == 0 else { return }
    if try status.st_mode & S_IFMT == S_IFREG && (try? PackageCopy.bytes(of: place)) == bytes() {
      return
    }
    throw Failure.cannotCreate(
      "\(place): is there already, and no installation put it there; take it away, or name another "
        + "folder with --prefix")
  }

  /// Writes the list of what is installed, itself included.
  private func list(_ paths: [String]) throws {
    let place = "\(prefix)/\(Installation.list)"
    Folders.make(Installation.folder(of: place))
    try FileWriter.write((paths + [Installation.list]).map { $0 + "\n" }.joined(), to: place)
  }

  private static func folder(of place: String) -> String {
    place.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
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
