import Capture
import Dashboard
import Dataset
import Insight
import Terminal

/// A part of Moat that takes what others wrote. No input ends the program, and each part has a promise of its
/// own.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// A table: read twice it is the same, and no problem holds a control character.
  case csv
  /// `datapackage.json`.
  case descriptor
  /// The filter language: a filter that is right stays the same filter.
  case filter
  /// The settings.
  case configuration
  /// The session, marks and named filters: text that was read and written once stays as it is.
  case session
  /// Keys, mouse reports, pastes and answers of the terminal: a key behind them arrives.
  case keys
  /// A fact as `moat add` takes it: an entry that is accepted reads without an error.
  case entry
  /// A table from elsewhere as `moat import` takes it: no row is lost.
  case table

  /// Runs an input; throws the promise that it broke.
  public func run(_ input: [UInt8], in bench: FuzzBench) throws {
    switch self {
    case .csv: try readTable(input, bench)
    case .descriptor: try readDescriptor(input, bench)
    case .filter: try readFilter(String(decoding: input, as: UTF8.self), bench)
    case .configuration: try readConfiguration(String(decoding: input, as: UTF8.self))
    case .session: try readSession(String(decoding: input, as: UTF8.self))
    case .keys: try readKeys(input)
    case .entry: try enter(String(decoding: input, as: UTF8.self), bench)
    case .table: try importTable(input, bench)
    }
  }

  private func readTable(_ input: [UInt8], _ bench: FuzzBench) throws {
    try bench.write(input, to: "rounds.csv")
    let readings = try (0..<2).compactMap { _ in try bench.read() }
    for dataset in readings {
      for problem in dataset.problems {
        try Finding.expectPlain(problem.message, "a problem")
        if problem.line < 1 || problem.column < 1 {
          throw Finding("no such place: \(problem.description)")
        }
      }
    }
    guard let first = readings.first, let last = readings.last else { return }
    if first.rounds.map(\.note).map(first.string) != last.rounds.map(\.note).map(last.string)
      || first.problems != last.problems
    {
      throw Finding("read twice the table differs")
    }
  }

  private func readDescriptor(_ input: [UInt8], _ bench: FuzzBench) throws {
    try bench.describe(input)
    defer { bench.restore() }
    for problem in try bench.read()?.problems ?? [] {
      try Finding.expectPlain(problem.message, "a problem")
    }
  }

  private func readFilter(_ text: String, _ bench: FuzzBench) throws {
    do {
      let filter = try Filter(text)
      if try Filter(filter.text) != filter { throw Finding("the filter differs from its text") }
      let passes = try filter.compiled(for: bench.snapshot)
      for organisation in bench.dataset.organisations { _ = passes.matches(organisation) }
      for round in bench.dataset.rounds { _ = passes.matches(round) }
      for site in bench.dataset.compute { _ = passes.matches(site) }
    } catch is FilterError {
    }
    for cursor in Set([0, text.count / 2, text.count]) {
      for offer in Filter.completions(of: text, at: cursor, in: bench.snapshot) {
        if offer.range.lowerBound < 0 || offer.range.upperBound > text.count {
          throw Finding("a completion lies outside the text: \(offer.range)")
        }
      }
    }
  }

  private func readConfiguration(_ text: String) throws {
    let configuration = Configuration(text: text, path: "/home/a/config", home: "/home/a")
    for problem in configuration.problems {
      try Finding.expectPlain(problem.message, "a problem of the settings")
    }
  }

  private func readSession(_ text: String) throws {
    let session = Session(text: text).text
    if Session(text: session).text != session { throw Finding("the session changes: \(session)") }
    let marks = Watchlist(text: text).text(in: "", since: Watchlist())
    if Watchlist(text: marks).text(in: "", since: Watchlist()) != marks {
      throw Finding("the marks change: \(marks)")
    }
    let filters = SavedFilters(text: text).text(in: "", since: SavedFilters())
    if SavedFilters(text: filters).text(in: "", since: SavedFilters()) != filters {
      throw Finding("filters change: \(filters)")
    }
  }

  /// The byte 0xFF stands for a pause.
  private func readKeys(_ input: [UInt8]) throws {
    var keys = KeyInput(isMouseOn: true)
    for part in input.split(separator: 0xFF) { _ = keys.feed(part) + keys.flush() }
    let last = keys.feed([0x6B]) + keys.flush()
    if last.last != .key(.character("k")) { throw Finding("the key behind is lost: \(last)") }
  }

  /// The first line names the kind, each further line is a field and its text.
  private func enter(_ text: String, _ bench: FuzzBench) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let kind = EntryKind(String(lines.first ?? "")) else { return }
    var draft = Draft(kind)
    for line in lines.dropFirst() {
      let parts = line.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { draft.values[String(parts[0])] = String(parts[1]) }
    }
    do {
      var builder = bench.builder
      try bench.accept(try builder.entry(draft))
    } catch is EntryFault {
    }
  }

  private func importTable(_ input: [UInt8], _ bench: FuzzBench) throws {
    guard let text = try? CSVText(input) else { return }
    var builder = bench.builder
    do {
      let found = try TableImport(
        text, FuzzBench.mapping, source: ["source": "s"], builder: &builder,
        concerns: Concerns(bench.dataset))
      if found.rows.count != text.records.count - 1 { throw Finding("rows are lost") }
    } catch is EntryFault {
    }
  }
}
