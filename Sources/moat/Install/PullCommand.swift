import ArgumentParser
import Canvas
import Dashboard
import Dataset
import Glibc

/// `moat pull`: new facts without a new program.
struct PullCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "pull",
    abstract: "Fetch a newer data package from git, a folder or an archive, and tell what changed.",
    discussion: """
      The package is checked first: one with errors, or without a table that is held now, is refused and nothing \
      changes. It goes to $XDG_DATA_HOME/moat/data, whole or not at all, and the one before it is kept. Without a \
      source it fetches what the setting pull names, or what was fetched last; none is built in.
      """)

  static let rule = CommandRule(
    formats: [.text],
    refused: CommandRule.noView.merging([
      .data: "it puts the package where pulled data belong", .format: "it answers in text",
      .force: "a package with errors is not put in place",
    ]) { first, _ in first })

  static let examples = ["moat pull https://git.example/facts.git", "moat pull --undo"]

  @Argument(
    help:
      "An address of git, a folder that holds a datapackage.json, or a .tar, .tar.gz or .zip of such a folder.",
    completion: .directory)
  var source: String?

  @Flag(help: "Go back to the package before the last pull; a second time takes it forward again.")
  var undo = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    guard let folder = Pulled.folder else { throw Pulled.homeless }
    if undo {
      if source != nil { throw Failure.usage("--undo takes no source") }
      let old = try inUse(folder)
      try Pulled.undo()
      return try tell(against: old, options)
    }
    let named =
      try source ?? UserFiles().checkedConfiguration().pull ?? Pulled.source
    guard let named, !named.isEmpty else {
      throw Failure.usage(
        "name a source: an address of git, a folder or an archive; or set pull = SOURCE in the settings"
      )
    }
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let fetched = try PullSource(named).fetch(into: scratch.path)
    let staged = folder + ".\(getpid()).part"
    Folders.make(folder.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" })
    defer { ScratchFolder.remove(staged) }
    try PackageCopy(of: fetched).write(to: staged)
    let old = try inUse(folder)
    try check(staged, against: old, named)
    try Pulled.place(staged)
    // A folder or an archive is found from everywhere.
    let isHere = !named.hasPrefix("/") && access(named, F_OK) == 0
    try Pulled.remember(isHere ? FileWriter.folder.map { "\($0)/\(named)" } ?? named : named)
    try tell(against: old, options)
  }

  /// The package that the new package takes the place of: the package pulled before, else the
  /// package in use.
  private func inUse(_ folder: String) throws -> Dataset? {
    standing(folder).flatMap { try? Dataset(folders: [$0]) }
  }

  /// The folder of the package pulled, else of the package that is found without it.
  private func standing(_ folder: String) -> String? {
    if access(folder + "/datapackage.json", R_OK) == 0 { return folder }
    let found = try? DataFolders(named: [], configured: Configuration(), withOwn: false)
    return found?.folders.first
  }

  /// Throws where a package must not take the place of another.
  private func check(_ staged: String, against old: Dataset?, _ named: String) throws {
    let new: Dataset
    do {
      new = try Dataset(folders: [staged])
    } catch {
      throw Failure.badData("\(named): \(error.description)")
    }
    if new.errorCount > 0 {
      // The copy is gone when this is read.
      let first = (new.problems.first { $0.severity == .error }?.description ?? "")
        .replacing(staged + "/", with: "")
      throw Failure.badData(
        "\(named): \(counted(new.errorCount, "error")) in the package, and nothing was changed\n\(first)"
      )
    }
    guard let old else { return }
    let held = Set(old.packages.flatMap(\.files.keys))
    let lost = held.subtracting(new.packages.flatMap(\.files.keys)).map(\.word).sorted()
    guard lost.isEmpty else {
      throw Failure.badData(
        "\(named): lacks \(lost.joined(separator: ", ")), which the package in use has; nothing was changed"
      )
    }
    if new.updated < old.updated {
      Standard.complain(
        "\(named): was revised on \(new.updated), before the package in use, \(old.updated)")
    }
  }

  /// Says what is in use now, and what changed.
  private func tell(against old: Dataset?, _ options: ViewOptions) throws {
    guard let folder = Pulled.folder.flatMap(standing) else {
      return try ViewPrinter(options).emit(
        "no package is in use now; moat pull --undo takes it back\n")
    }
    let new: Dataset
    do {
      new = try Dataset(folders: [folder])
    } catch {
      throw Failure.badData(error.description)
    }
    var text = "\(folder): \(new.packages.first?.title ?? "") revised \(new.updated)\n"
    if let old {
      let world = World(dataset: new, today: Standard.today)
        .remembering(Past(old, called: "the package before"))
      let sheet = Sheet(page: .entered, world: world)
      text += PlainText.write(sheet.whole())
    }
    let ascii = options.ascii || !Standard.isUTF8
    try ViewPrinter(options).emit(ascii ? ASCII.lines(text) : text)
  }
}

/// A place that a package is fetched from.
struct PullSource {
  let name: String

  init(_ name: String) { self.name = name }

  /// The folder of the package, after it was fetched.
  func fetch(into scratch: String) throws -> String {
    if name.hasPrefix("-") {
      throw Failure.usage("'\(name)' is no source; expected an address, a folder or an archive")
    }
    if access(name + "/datapackage.json", R_OK) == 0 { return name }
    let target = scratch + "/fetched"
    if ["tar", "tgz", "gz", "xz", "bz2", "zip"].contains(where: { name.hasSuffix("." + $0) }),
      access(name, R_OK) == 0
    {
      try unpack(to: target)
    } else if access(name, F_OK) == 0 || isAddress {
      try clone(to: target)
    } else {
      throw Failure.noInput(
        "\(name): no such folder or archive, and no address of git such as https://example.org/facts.git"
      )
    }
    guard let found = PullSource.package(in: target) else {
      throw Failure.badData("\(name): holds no datapackage.json, nor a folder data that does")
    }
    return found
  }

  private var isAddress: Bool {
    let schemes = ["https://", "http://", "ssh://", "git://", "file://"]
    return schemes.contains(where: name.hasPrefix) || (name.contains("@") && name.contains(":"))
  }

  private func clone(to target: String) throws {
    try run(
      "git",
      [
        "git", "-c", "credential.interactive=false", "-c", "protocol.ext.allow=never", "clone",
        "--quiet", "--depth", "1", "--", name, target,
      ], "cannot be cloned")
  }

  private func unpack(to target: String) throws {
    mkdir(target, 0o700)
    if name.hasSuffix(".zip") {
      try run("unzip", ["unzip", "-q", "-o", name, "-d", target], "cannot be unpacked")
    } else {
      try run(
        "tar", ["tar", "-x", "--no-same-owner", "--no-same-permissions", "-C", target, "-f", name],
        "cannot be unpacked")
    }
  }

  private func run(_ program: String, _ words: [String], _ failure: String) throws {
    guard Programs.exists(program) else {
      throw Failure.terminal("\(name): \(program) is needed to read it and is not installed")
    }
    guard Programs.output(of: words, most: 1 << 20) != nil else {
      throw Failure.noInput("\(name): \(failure) by \(program)")
    }
  }

  /// The package in a folder: itself, its folder data, or either of its only folder.
  private static func package(in folder: String) -> String? {
    func holds(_ path: String) -> Bool { access(path + "/datapackage.json", R_OK) == 0 }
    if let found = [folder, folder + "/data"].first(where: holds) { return found }
    guard let entries = opendir(folder) else { return nil }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append("\(folder)/\(name)") }
    }
    guard names.count == 1 else { return nil }
    return [names[0], names[0] + "/data"].first(where: holds)
  }
}
