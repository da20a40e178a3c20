import Capture
import Dataset
import Glibc

/// A package as it would be with rows added, in a folder of its own. So the checker can read it before
/// anything is written.
///
/// Files that stay are links to those of the package.
final class StagedPackage {
  /// The folder; it is removed with the object.
  var folder: String { own.path }
  private let own: ScratchFolder
  /// The files that change, by their paths inside the package, the descriptor last.
  let files: [(path: String, bytes: [UInt8])]
  /// The records that were added, by the paths of their files.
  let records: [String: [String]]
  /// The place of each row, in the order given.
  private let places: [(path: String, line: Int)]

  /// Stages rows.
  ///
  /// - Parameters:
  ///   - package: The folder of the package, which may not be there yet.
  ///   - base: The name of the package below, for the descriptor of a new package.
  init(_ rows: [EntryRow], into package: String, over base: String, today: Day) throws {
    let descriptor = try StagedPackage.descriptor(of: package)
    var files: [(path: String, bytes: [UInt8])] = []
    var records: [String: [String]] = [:]
    var places = [(path: String, line: Int)](repeating: ("", 0), count: rows.count)
    for kind in EntryKind.all {
      let indices = rows.indices.filter { rows[$0].table == kind.table }
      guard !indices.isEmpty || descriptor == nil else { continue }
      let path = try StagedPackage.path(of: kind.table, descriptor, in: package)
      let standing = try PackageWriter.bytes(of: package + "/" + path)
      do {
        let text = try TableText(
          adding: indices.map { rows[$0] }, of: kind.table, to: standing, named: path)
        files.append((path, text.bytes))
        if !text.records.isEmpty { records[path] = text.records }
        for (index, line) in zip(indices, text.lines) { places[index] = (path, line) }
      } catch {
        throw Failure.badData("\(package)/\(error.description)")
      }
    }
    let text =
      descriptor?.revised(on: today)
      ?? Array(OwnPackage.descriptor(over: base, revised: today).utf8)
    files.append(("datapackage.json", text))
    self.files = files
    self.records = records
    self.places = places
    own = try ScratchFolder()
    do {
      try write(keeping: descriptor?.resources.map(\.path) ?? [], of: package)
    } catch {
      own.remove()
      throw error
    }
  }

  /// The descriptor of a package; `nil` where there is none yet.
  private static func descriptor(of package: String) throws -> PackageDescriptor? {
    guard access(package + "/datapackage.json", F_OK) == 0 else { return nil }
    do {
      return try PackageDescriptor(folder: package)
    } catch {
      throw Failure.badData(error.description)
    }
  }

  /// The path of a table's file inside the package: as its descriptor says, or the usual path.
  private static func path(
    of table: TableName, _ descriptor: PackageDescriptor?, in package: String
  ) throws -> String {
    guard let descriptor else { return table.word + ".csv" }
    guard let listed = descriptor.resources.first(where: { $0.name == table.word }) else {
      throw Failure.badData(
        "\(package)/datapackage.json: lists no table \(table.word); "
          + "add it there, with a file that holds \(OwnPackage.header(of: table))")
    }
    return listed.path
  }

  /// Writes the files that change, and links those that stay.
  private func write(keeping kept: [String], of package: String) throws {
    for file in files {
      try makeParents(of: file.path)
      try FileWriter.write(
        String(decoding: file.bytes, as: UTF8.self), to: folder + "/" + file.path)
    }
    let real = realpath(package, nil).map { path in
      defer { free(path) }
      return String(cString: path)
    }
    let changed = Set(files.map(\.path))
    for path in kept where !changed.contains(path) {
      try makeParents(of: path)
      _ = symlink("\(real ?? package)/\(path)", folder + "/" + path)
    }
  }

  deinit { own.remove() }

  /// The number of the row that a problem is about; `nil` where it is about another row.
  func row(of problem: Problem) -> Int? {
    places.indices.last { index in
      let place = places[index]
      return place.line == problem.line && problem.file == "\(folder)/\(place.path)"
    }
  }

  private func makeParents(of path: String) throws {
    var parent = folder
    for part in path.split(separator: "/").dropLast() {
      parent += "/" + part
      mkdir(parent, 0o700)
    }
  }
}
