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

  /// Doubt about taking the last entry back, which may have been made on another day.
  static let takeBack = Question(
    question: "take the last entry back",
    answers: [Answer(key: "y", words: "yes", effects: [.takeBack])])

  /// The form in which a view is exported.
  ///
  /// - Parameters:
  ///   - pane: the pane whose rows go into a file of rows.
  ///   - list: the name of the list of those rows.
  static func export(pane: Int?, list: String?) -> Question {
    func answer(_ key: Character, _ words: String, _ formats: [OutputFormat]) -> Answer {
      Answer(key: key, words: words, effects: [.export(formats, pane: pane)])
    }
    let single = OutputFormat.exported.compactMap { format in
      format.export.map { export in
        let rows = format.scope == .list ? list.map { " of \($0)" } ?? "" : ""
        return answer(export.key, export.title + rows, [format])
      }
    }
    return Question(
      question: "export", answers: [answer("x", "all", OutputFormat.exported)] + single)
  }
}
