/// A question that one more key answers.
public struct Choice: Hashable, Sendable {
  /// An answer: its key, what it says, and what follows.
  struct Answer: Hashable, Sendable {
    let key: Character
    let words: String
    let effects: [Effect]
  }

  /// What is asked.
  let question: String
  /// The answers; the first one is also the key that asked, pressed again, and Enter.
  let answers: [Answer]

  /// What follows a key; nothing where it is no answer.
  func effects(for key: Key) -> [Effect] {
    switch key {
    case .character(let character):
      answers.first { $0.key == character }?.effects ?? []
    case .enter: answers.first?.effects ?? []
    default: []
    }
  }

  /// In what form a view is exported.
  static func export(_ page: Page) -> Choice {
    Choice(
      question: "export",
      answers: [
        Answer(key: "x", words: "all four", effects: [.export(page, ExportFormat.allCases)]),
        Answer(key: "t", words: "text", effects: [.export(page, [.txt])]),
        Answer(key: "s", words: "SVG", effects: [.export(page, [.svg])]),
        Answer(key: "c", words: "CSV", effects: [.export(page, [.csv])]),
        Answer(key: "j", words: "JSON", effects: [.export(page, [.json])]),
      ])
  }
}
