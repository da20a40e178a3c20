public struct Question: Hashable, Sendable {
  /// An answer: its key, what it says, and what follows.
  struct Answer: Hashable, Sendable {
    let key: Character
    let words: String
    let effects: [Effect]
  }

  let question: String
  /// The answers. The first also answers to the key that asked, pressed again, and to Enter.
  let answers: [Answer]

  /// The effects of a key; none where it is no answer.
  func effects(for key: Key) -> [Effect] {
    switch key {
    case .character(let character):
      answers.first { $0.key == character }?.effects ?? []
    case .enter: answers.first?.effects ?? []
    default: []
    }
  }

  /// In what form a view is exported.
  ///
  /// - Parameters:
  ///   - pane: the pane whose rows go into the file of rows.
  ///   - rows: what those rows are, in words.
  static func export(pane: Int?, rows: String) -> Question {
    func answer(_ key: Character, _ words: String, _ formats: [ExportFormat]) -> Answer {
      Answer(key: key, words: words, effects: [.export(formats, pane: pane)])
    }
    return Question(
      question: "export",
      answers: [
        answer("x", "all four", ExportFormat.allCases), answer("t", "text", [.txt]),
        answer("s", "SVG", [.svg]), answer("c", rows, [.csv]), answer("j", "JSON", [.json]),
      ])
  }
}
