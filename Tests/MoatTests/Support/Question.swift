import Testing

/// A question of an analyst, and the keys that a new user found to its answer.
struct Question: Sendable, CustomTestStringConvertible {
  /// A key, a text, or a look at what there is to be seen.
  enum Step: Sendable, ExpressibleByStringLiteral {
    /// A key by tmux's name.
    case key(String)
    /// A text typed as it is.
    case text(String)
    /// A key pressed until the screen shows a text, and the most often that may take.
    case until(String, shows: String, atMost: Int)
    /// The next look of the answer is on the screen.
    case look
    /// The next look of the answer is in a file below the folder in which the program was started.
    case file(String)

    init(stringLiteral value: String) { self = .key(value) }
  }

  /// Its place in the list of questions.
  let number: Int
  let text: String
  let steps: [Step]

  var testDescription: String { "\(number). \(text)" }
}

extension Question.Step {
  /// A filter typed after `/` and taken.
  static func filter(_ text: String) -> [Self] { ["/", .text(text), "Enter"] }

  /// A place of the palette, by some letters of its name.
  static func go(to text: String) -> [Self] { [":", .text(text), "Enter"] }
}
