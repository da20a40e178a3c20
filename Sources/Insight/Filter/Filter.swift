import Dataset

/// Which facts one wants to see.
public struct Filter: Sendable {
  /// As it was typed.
  public let text: String

  /// Lets everything pass.
  public static let everything = Filter(text: "")

  /// Whether everything passes.
  public var isEmpty: Bool { text.isEmpty }

  /// The words looked for in any text.
  public var words: String { text }

  /// Whether a source passes.
  public func matches(_ source: Source, in dataset: Dataset) -> Bool { true }

  private init(text: String) { self.text = text }

  /// Reads a filter.
  public init(_ text: String, in dataset: Dataset) throws(FilterError) { self.text = text }
}

/// Why a filter cannot be read.
public struct FilterError: Error, Sendable {
  /// What is wrong, in a sentence.
  public let message: String
  /// The text with a caret under the mistake, and the message.
  public var rendered: String { message }
}
