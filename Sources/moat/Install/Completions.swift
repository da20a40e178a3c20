import ArgumentParser
import Canvas
import Dashboard
import Dataset
import Insight

/// The words that a shell is offered behind options and commands: those of the data in use.
///
/// Whatever goes wrong offers nothing: a shell that completes has no place for a message.
enum Completions {
  static let organisations = words { data in data.organisations.map { data.slug($0.id) } }
  static let countries = words { data in data.countries.map { data.code($0.id) } }
  static let chips = words { data in data.chips.map { data.slug($0.id) } }
  static let layers = CompletionKind.list(Layer.words)
  static let themes = CompletionKind.list(["default"] + Theme.all.map(\.name))

  /// Companies, and the countries that may be compared too.
  static let compared = words { data in
    data.organisations.map { data.slug($0.id) } + data.countries.map { data.code($0.id) }
  }

  /// Suppliers, sites, countries and jurisdictions: what exposure is measured to.
  static let targets = words { words(of: $0) }

  /// The cuts of a scenario: the targets, and behind the colon of a name the times of its deliveries. The
  /// text before the last comma or `vs` stays.
  static let cuts = completed { data, prefix in
    let begun = prefix.lastIndex { $0 == "," || $0 == " " }.map { prefix.index(after: $0) }
    let (before, word) = (
      prefix[..<(begun ?? prefix.startIndex)], prefix[(begun ?? prefix.startIndex)...]
    )
    let homes = data.countries.map { CutTarget.homePrefix + data.code($0.id) }
    var names = words(of: data)
    if let colon = word.lastIndex(of: ":") { names += times(of: String(word[..<colon]), in: data) }
    if names.contains(String(word)) { names += times(of: String(word), in: data) }
    return (names + homes).map { String(before) + $0 }
  }

  private static func words(of data: Dataset) -> [String] {
    data.organisations.map { data.slug($0.id) } + data.countries.map { data.code($0.id) }
      + data.compute.map { data.slug($0.id) }
  }

  private static func times(of name: String, in data: Dataset) -> [String] {
    let snapshot = data.asOf(Standard.today)
    let target = data.organisation(name).map { ExposureTarget.organisation($0) }
    let years = snapshot.yearsDue(of: target ?? .jurisdiction(.eu27), ExposureOptions())
    return ([.deliveries] + years.map { CutPeriod.due($0...$0) }).map { name + $0.suffix }
  }

  /// The fields of a filter with their colon, and the filters kept under a name.
  static let filters = CompletionKind.custom { _, _, _ in
    FilterField.all.map { $0.name + ":" } + UserFiles().kept().filters.all.map { "@\($0.name)" }
  }

  private static func words(_ find: @escaping @Sendable (Dataset) -> [String]) -> CompletionKind {
    completed { data, _ in find(data) }
  }

  private static func completed(
    _ find: @escaping @Sendable (Dataset, String) -> [String]
  ) -> CompletionKind {
    .custom { line, _, prefix in
      guard let folders = try? DataFolders(named: named(in: line)), let data = try? folders.load()
      else { return [] }
      var seen: Set<String> = []
      return find(data, prefix).filter { $0.hasPrefix(prefix) && seen.insert($0).inserted }
    }
  }

  /// The folders that a command line names with `--data`.
  private static func named(in line: [String]) -> [String] {
    zip(line, line.dropFirst()).filter { $0.0 == "--data" }.map(\.1)
  }
}
