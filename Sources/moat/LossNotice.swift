import Dashboard
import Dataset

/// The data left out of a view, told on standard error whatever the format: a reader must be able
/// to know that a figure is not the whole.
struct LossNotice {
  private let losses: Losses
  private let problems: [Problem]
  /// The words before the notice, where the data is not that of the view.
  private let prefix: String
  /// Folders of our own that stand in for a revision of git, whose paths say nothing to a reader.
  private let copies: [String]

  init(_ dataset: Dataset, prefix: String = "", copies: [String] = []) {
    losses = dataset.losses
    problems = dataset.problems
    self.prefix = prefix
    self.copies = copies
  }

  private func readable(_ text: String) -> String {
    prefix + copies.reduce(text) { $0.replacing($1 + "/", with: "") }
  }

  /// Says what is left out.
  ///
  /// Throws where a whole table is, unless that was asked for: a sum over an empty table is no answer.
  func report(isForced: Bool) throws {
    guard !losses.isEmpty else { return }
    let tables = losses.tables
    if !tables.isEmpty, !isForced {
      let first = tables.map { table in
        problems.first { $0.file == table && $0.severity == .error }?.description
          ?? "\(table): nothing of it can be read"
      }
      let (verb, rest) = tables.count == 1 ? ("is", "it") : ("are", "them")
      let summary =
        "\(counted(tables.count, "table")) \(verb) not read at all; "
        + "moat check tells more, --force goes on without \(rest)"
      throw Failure.badData(readable((first + [summary]).joined(separator: "\n")))
    }
    Standard.complain(words)
  }

  var words: String {
    var parts: [String] = []
    if losses.rows > 0 { parts.append(counted(losses.rows, "row")) }
    if !losses.tables.isEmpty { parts.append(counted(losses.tables.count, "table")) }
    let isOne = losses.rows + losses.tables.count == 1
    let places = losses.files.map { file in
      file.isUnread ? "\(file.path) whole" : "\(file.path) \(file.rows)"
    }
    return readable(
      parts.joined(separator: " and ") + (isOne ? " is" : " are")
        + " not in this: \(places.joined(separator: ", ")); moat check says why")
  }
}
