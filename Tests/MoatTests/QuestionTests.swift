import Foundation
import Testing

/// Forty questions of an analyst, each asked by keys of the real program. Each answer is held against
/// what another program works out from the CSV files.
@Suite struct QuestionTests {
  @Test func everyQuestionIsAskedOnce() {
    #expect(Question.all.map(\.number).sorted() == Array(1...40))
  }

  @Test(.enabled(if: Answers.canBeWorkedOut, "needs python3"))
  func everyQuestionHasAnAnswer() {
    #expect(Set(Answers.all.keys) == Set(Question.all.map { "\($0.number)" }))
    for (number, looks) in Answers.all {
      #expect(looks.allSatisfy { !$0.isEmpty }, "question \(number) has an answer of nothing")
    }
  }

  @Test(.enabled(if: Answers.canBeWorkedOut, "needs python3"), arguments: Question.all)
  func isAnsweredByItsKeys(_ question: Question) throws {
    try ask(question, width: 120, height: 40)
  }

  /// The same keys lead to the answer in the smallest window people use, without a step of scrolling.
  @Test(
    .enabled(if: Answers.canBeWorkedOut, "needs python3"),
    arguments: Question.all.filter { Question.answeredInASmallWindow.contains($0.number) })
  func isAnsweredInASmallWindow(_ question: Question) throws {
    try ask(question, width: 80, height: 24)
  }

  private func ask(_ question: Question, width: Int, height: Int) throws {
    let answer = try #require(Answers.all["\(question.number)"])
    var taken = 0
    func next() throws -> Answers.Look {
      taken += 1
      return try #require(answer.indices.contains(taken - 1) ? answer[taken - 1] : nil)
    }
    let terminal = try Terminal("\(Program.path) --fresh", width: width, height: height)
    try terminal.wait(for: "1 Over")
    for step in question.steps {
      switch step {
      case .key(let key): try terminal.type(key)
      case .text(let text): try terminal.write(text)
      case .until(let key, let text, let most): try terminal.type(key, until: text, atMost: most)
      case .look:
        try terminal.wait(forAllOf: next())
      case .file(let path):
        try terminal.wait(forAllOf: next(), inFile: path)
      }
    }
    #expect(taken == answer.count, "not every look of the answer was taken")
  }
}

extension Terminal {
  /// Presses a key until the screen shows a text, waiting after each press for the screen to follow.
  fileprivate func type(
    _ key: String, until text: String, atMost most: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for _ in 0..<most {
      let before = try settledScreen()
      if before.contains(text) { return }
      try type(key)
      let deadline = Date(timeIntervalSinceNow: 5)
      while try screen() == before, Date() < deadline { Thread.sleep(forTimeInterval: 0.02) }
    }
    try wait(for: text, seconds: 1, sourceLocation: sourceLocation)
  }

  /// The screen once what was typed before is through: the same three times in a row.
  private func settledScreen() throws -> String {
    let deadline = Date(timeIntervalSinceNow: 10)
    var last = try screen()
    var same = 0
    while same < 3, Date() < deadline {
      Thread.sleep(forTimeInterval: 0.05)
      let next = try screen()
      same = next == last ? same + 1 : 0
      last = next
    }
    return last
  }

  /// Waits until every line of a look is on the screen; fails with those that are not.
  fileprivate func wait(
    forAllOf look: Answers.Look, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try wait(for: look, sourceLocation) { try screen() }
  }

  /// Waits until every line of a look is in a file below the folder.
  fileprivate func wait(
    forAllOf look: Answers.Look, inFile path: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try wait(for: look, sourceLocation) {
      (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? "no file \(path)"
    }
  }

  private func wait(
    for look: Answers.Look, _ location: SourceLocation, in text: () throws -> String
  ) throws {
    let deadline = Date(timeIntervalSinceNow: 20)
    var last = ""
    while Date() < deadline {
      last = try text()
      if Answers.missing(of: look, in: last).isEmpty { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
    let lacking = Answers.missing(of: look, in: last).map { $0.joined(separator: " … ") }
    Issue.record(
      "not shown: \(lacking.joined(separator: "\n"))\nin:\n\(last)", sourceLocation: location)
    throw NotShown()
  }
}
