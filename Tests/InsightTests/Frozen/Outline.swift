import Dataset
import Foundation

/// A report as indented lines, short enough to be read in a review.
indirect enum Outline {
  case leaf(String)
  case list([Outline])
  case fields([(name: String, value: Outline)])

  /// The width up to which a value stays on one line.
  private static let width = 150

  /// The lines of the value; of a list that is longer than the limit the first ones and how many are left.
  func lines(limit: Int) -> String { text("", limit).joined(separator: "\n") + "\n" }

  private func text(_ margin: String, _ limit: Int) -> [String] {
    let short = inline
    if short.count + margin.count <= Outline.width { return [margin + short] }
    switch self {
    case .leaf(let text): return [margin + text]
    case .list(let items):
      let shown = items.prefix(limit).flatMap { item -> [String] in
        var lines = item.text(margin + "  ", limit)
        lines[0] = margin + "- " + lines[0].dropFirst(margin.count + 2)
        return lines
      }
      return shown + (items.count > limit ? ["\(margin)… \(items.count - limit) more"] : [])
    case .fields(let pairs):
      return pairs.flatMap { name, value -> [String] in
        let short = "\(margin)\(name): \(value.inline)"
        if short.count <= Outline.width { return [short] }
        if case .leaf = value { return [short] }
        return ["\(margin)\(name):"] + value.text(margin + "  ", limit)
      }
    }
  }

  private var inline: String {
    switch self {
    case .leaf(let text): text
    case .list(let items): "[" + items.map(\.inline).joined(separator: ", ") + "]"
    case .fields(let pairs):
      "{" + pairs.map { "\($0.name): \($0.value.inline)" }.joined(separator: ", ") + "}"
    }
  }

  /// A number to nine digits, so that the order of a sum does not show.
  static func number(_ value: Double) -> Outline { .leaf(String(format: "%.9g", value)) }

  /// Lists in the order of their text, for what has none of its own.
  static func unordered(_ items: [Outline]) -> Outline {
    .list(items.sorted { $0.inline < $1.inline })
  }
}

extension Outline {
  /// A report as JSON.
  init(_ json: JSON) {
    switch json {
    case .null: self = .leaf("-")
    case .flag(let flag): self = .leaf(String(flag))
    case .integer(let number): self = .leaf(String(number))
    case .number(let number): self = .number(number)
    case .text(""): self = .leaf("''")
    case .text(let text):
      // A file is named from the repository on, wherever that lies.
      self = .leaf(text.replacingOccurrences(of: Repository.folder + "/", with: ""))
    case .array(let items): self = .list(items.map { Outline($0) })
    case .object(let pairs): self = .fields(pairs.map { ($0.key, Outline($0.value)) })
    }
  }
}
