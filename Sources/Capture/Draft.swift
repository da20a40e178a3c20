import Dataset

/// A fact as somebody writes it down: texts by field, names in the place of ids, dates as partial as known.
public struct Draft: Sendable, Equatable {
  public var kind: EntryKind
  /// The texts by field; a field that is not there says nothing.
  public var values: [String: String]

  public init(_ kind: EntryKind, _ values: [String: String] = [:]) {
    self.kind = kind
    self.values = values
  }

  /// A field's text without the space around it; `nil` where it says nothing.
  func text(_ field: String) -> String? {
    guard let text = values[field]?.trimmed, !text.isEmpty else { return nil }
    return text
  }
}

/// Why a draft is no entry: a sentence for each field that has to change.
public struct EntryFault: Error, Sendable, CustomStringConvertible {
  /// A field and what is wrong with it.
  public struct Reason: Equatable, Sendable {
    public let field: String
    /// The finding, the expectation and the remedy.
    public let message: String
    /// The name that no row bears; `nil` where the reason is another.
    public let absent: Absent?

    /// A reason.
    public init(_ field: String, _ message: String, absent: Absent? = nil) {
      self.field = field
      self.message = message
      self.absent = absent
    }
  }

  /// A name that is referred to and not held yet.
  public struct Absent: Equatable, Sendable {
    public let name: String
    public let table: TableName
  }

  /// The fields.
  public let reasons: [Reason]
  /// True if the request itself is wrong, such as a field that there is none of.
  public let isUsage: Bool
  /// The entry as far as the other fields make it, for whoever is still typing; `nil` where nothing was
  /// read.
  public let unfinished: Entry?

  /// A fault with its reasons.
  public init(_ reasons: [Reason], isUsage: Bool = false, unfinished: Entry? = nil) {
    self.reasons = reasons
    self.isUsage = isUsage
    self.unfinished = unfinished
  }

  /// The reasons of a field in a sentence, each once; `nil` where nothing is wrong with it.
  public func message(of field: String) -> String? {
    var messages: [String] = []
    for reason in reasons where reason.field == field && !messages.contains(reason.message) {
      messages.append(reason.message)
    }
    return messages.isEmpty ? nil : messages.joined(separator: "; ")
  }

  /// A fault of one field.
  init(_ field: String, _ message: String) { self.init([Reason(field, message)]) }

  /// A line for each field.
  public var description: String {
    reasons.map { "\($0.field): \($0.message)" }.joined(separator: "\n")
  }
}

extension String {
  /// The text without the space around it.
  var trimmed: String {
    var part = self[...]
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
