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
  static let targets = words { data in
    data.organisations.map { data.slug($0.id) } + data.countries.map { data.code($0.id) }
      + data.compute.map { data.slug($0.id) }
  }

  /// The fields of a filter with their colon, and the filters kept under a name.
  static let filters = CompletionKind.custom { _, _, _ in
    FilterField.all.map { $0.name + ":" } + UserFiles().kept().filters.all.map { "@\($0.name)" }
  }

  private static func words(_ find: @escaping @Sendable (Dataset) -> [String]) -> CompletionKind {
    .custom { line, _, prefix in
      guard let folders = try? DataFolders(named: named(in: line)), let data = try? folders.load()
      else { return [] }
      var seen: Set<String> = []
      return find(data).filter { $0.hasPrefix(prefix) && seen.insert($0).inserted }
    }
  }

  /// The folders that a command line names with `--data`.
  private static func named(in line: [String]) -> [String] {
    zip(line, line.dropFirst()).filter { $0.0 == "--data" }.map(\.1)
  }
}
