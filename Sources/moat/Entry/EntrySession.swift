import Capture
import Dataset
import Glibc

/// Enters facts: makes the rows and lets the checker read the package as it would be. Then it tells what
/// changes, and writes all of it or nothing.
struct EntrySession {
  struct Outcome {
    let entries: [Entry]
    let effect: EntryEffect
    /// The new warnings of the checker.
    let warnings: [Problem]
    /// The package.
    let folder: String
    /// True if it was written.
    let isWritten: Bool
  }

  /// The manner of entering facts.
  struct Manner {
    var isDry = false
    /// True if what looks like a mistake is meant.
    var isMeant = false
    /// The name of what is taken back together; `nil` for an entry by itself.
    var group: String?
  }

  /// The packages that are read, without the written package unless it is among them.
  private let folders: [String]
  /// The package that is written.
  let target: String
  private let today: Day
  private let base: String

  init(data: [String], into named: String?, today: Day = Standard.today) throws {
    let settings = try UserFiles().checkedConfiguration()
    folders = try DataFolders(named: data, configured: settings, withOwn: false).folders
    guard let target = named ?? OwnFacts(configured: settings.facts).folder else {
      throw Failure.usage("there is no home folder for your own facts; name a folder with --into")
    }
    if target.isEmpty { throw Failure.usage("--into takes a folder, not an empty name") }
    self.target = target
    self.today = today
    do {
      let below = try PackageDescriptor(folder: folders.first ?? "")
      base = below.name ?? below.title
      if access(target + "/datapackage.json", R_OK) == 0 {
        let own = try PackageDescriptor(folder: target)
        if let over = own.over, let name = below.name, over != name {
          throw Failure.usage(
            "\(target) holds facts over the package \"\(over)\", not over \"\(name)\"; "
              + "name another folder with --into")
        }
      }
    } catch let error as DatasetError {
      throw Failure.badData(error.description)
    }
  }

  /// Makes entries of drafts and writes them.
  func enter(
    _ manner: Manner, _ make: (inout EntryBuilder) throws(EntryFault) -> [Entry]
  ) throws -> Outcome {
    let writer = manner.isDry ? nil : try PackageWriter(target)
    let before = try read(replacing: nil)
    var builder = EntryBuilder(before, today: today)
    let entries: [Entry]
    do {
      entries = try make(&builder)
    } catch {
      throw error.isUsage
        ? Failure.usage(error.description) : Failure.badData(error.description)
    }
    if !manner.isMeant {
      let concerns = Concerns(before)
      let doubts = entries.flatMap { entry in
        concerns.about(entry).map { "\(entry.kind.word) \(entry.name): \($0)" }
      }
      guard doubts.isEmpty else {
        throw Failure.badData(
          doubts.joined(separator: "\n") + "\nnothing was written; --anyway enters it all the same")
      }
    }
    let rows = entries.flatMap(\.rows)
    let staged = try StagedPackage(rows, into: target, over: base, today: today)
    let after = try read(replacing: staged.folder)
    let warnings = try check(staged, rows, before, after)
    let day = max(today, before.updated)
    let effect = EntryEffect(
      from: before.asOf(day), to: after.asOf(day), companies: companies(entries))
    if let writer {
      try writer.write(staged.files)
      EntryLog().note(target, staged.records, group: manner.group)
    }
    return Outcome(
      entries: entries, effect: effect, warnings: warnings, folder: target,
      isWritten: writer != nil)
  }

  /// Reads the packages, with the target's place taken by a staged package.
  func read(replacing staged: String?) throws -> Dataset {
    var all = folders
    let isThere = access(target + "/datapackage.json", F_OK) == 0
    if let place = all.firstIndex(where: { OwnFacts.isSame($0, target) }) {
      if let staged { all[place] = staged }
    } else if let staged {
      all.append(staged)
    } else if isThere {
      all.append(target)
    }
    do {
      return try Dataset(folders: all)
    } catch {
      throw Failure.badData(error.description)
    }
  }

  /// Throws where the checker finds an error that was not there before; gives its new warnings.
  private func check(
    _ staged: StagedPackage, _ rows: [EntryRow], _ before: Dataset, _ after: Dataset
  ) throws -> [Problem] {
    let new = EntrySession.problems(of: after, beyond: before)
    let errors = new.filter { $0.severity == .error }
    guard errors.isEmpty else {
      throw Failure.badData(
        errors.map { problem in
          let place =
            staged.row(of: problem).flatMap { EntryKind(rows[$0].table)?.word }
            ?? problem.file.split(separator: "/").last.map(String.init) ?? "data"
          return "\(place): \(problem.message)"
        }.joined(separator: "\n") + "\nnothing was written")
    }
    return new.map { problem in
      Problem(
        file: problem.file.hasPrefix(staged.folder)
          ? target + problem.file.dropFirst(staged.folder.count) : problem.file,
        line: problem.line, column: problem.column, severity: problem.severity,
        message: problem.message)
    }
  }

  /// The problems that the checker finds in the facts after and not in those before.
  private static func problems(of after: Dataset, beyond before: Dataset) -> [Problem] {
    func name(_ problem: Problem) -> String {
      "\(problem.file.split(separator: "/").last ?? ""): \(problem.message)"
    }
    var known: [String: Int] = [:]
    for problem in before.check() { known[name(problem), default: 0] += 1 }
    return after.check().filter { problem in
      guard let left = known[name(problem)], left > 0 else { return true }
      known[name(problem)] = left - 1
      return false
    }
  }

  /// The entries that the checker refuses, by their numbers.
  func faults(of entries: [Entry], in before: Dataset) throws -> [Int: String] {
    var owners: [Int] = []
    var rows: [EntryRow] = []
    for (number, entry) in entries.enumerated() {
      rows += entry.rows
      owners += [Int](repeating: number, count: entry.rows.count)
    }
    let staged = try StagedPackage(rows, into: target, over: base, today: today)
    var faults: [Int: String] = [:]
    for problem in EntrySession.problems(
      of: try read(replacing: staged.folder), beyond: before) where problem.severity == .error
    {
      if let row = staged.row(of: problem) { faults[owners[row]] = problem.message }
    }
    return faults
  }

  /// A builder in view of the facts that are held, with these facts.
  func builder() throws -> (EntryBuilder, Dataset) {
    let dataset = try read(replacing: nil)
    return (EntryBuilder(dataset, today: today), dataset)
  }

  /// The companies whose money the entries tell of.
  private func companies(_ entries: [Entry]) -> [String] {
    var companies: [String] = []
    for entry in entries where entry.kind.table == .rounds {
      if !companies.contains(entry.row["company"]) { companies.append(entry.row["company"]) }
    }
    return Array(companies.prefix(5))
  }
}
