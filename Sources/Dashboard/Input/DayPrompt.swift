import Dataset
import Insight

/// The line in which a day is typed.
///
/// The rule for every prompt of a day: the day that applies is offered, and typing replaces it. A day is a
/// date, a month, a year or a word such as `3m`. A text that is no day is an error in words, and the line
/// stays for it to be mended. Until Enter or Esc, keys go to the line alone.
public struct DayPrompt: Hashable, Sendable {
  public enum Purpose: Hashable, Sendable {
    /// The day that the screen is seen from.
    case look
    /// The day that the screen is compared with.
    case compare
  }

  public let purpose: Purpose
  public internal(set) var line: LineEditor
  /// Why the text is no day that can be taken.
  public internal(set) var error: String?

  init(_ purpose: Purpose, offering day: Day?) {
    self.purpose = purpose
    line = day.map { LineEditor(offering: $0.description) } ?? LineEditor()
  }

  /// The words before the line.
  var words: String {
    switch purpose {
    case .look: "as of "
    case .compare: "compare with "
    }
  }
}

extension State {
  mutating func takeDay(_ key: Key, _ prompt: DayPrompt) {
    var prompt = prompt
    switch key {
    case .escape, .control("c"): mode = .browse
    case .enter:
      let text = trimmed(prompt.line.text)
      if text.isEmpty {
        mode = .browse
        // An empty line ends the comparison.
        if prompt.purpose == .compare { compare(with: nil) }
        return
      }
      switch day(text) {
      case .success(let day):
        mode = .browse
        switch prompt.purpose {
        case .look: look(from: day)
        case .compare: compare(with: day)
        }
      case .failure(let wrong):
        prompt.error = wrong.words
        mode = .day(prompt)
      }
    default:
      guard prompt.line.take(key) else { return }
      prompt.error = nil
      mode = .day(prompt)
    }
  }

  /// Why a day cannot be taken.
  private struct WrongDay: Error { let words: String }

  /// The day that a text means, where the ledger can speak of it.
  private func day(_ text: String) -> Result<Day, WrongDay> {
    guard let since = Since(text) else {
      return .failure(WrongDay(words: "\"\(text)\" is no day: write \(Since.examples)"))
    }
    guard let day = since.day(before: world.day, lastVisit: lastVisit) else {
      return .failure(WrongDay(words: "no earlier visit is remembered: write a day"))
    }
    let days = world.spokenOf
    guard days.contains(day) else {
      return .failure(
        WrongDay(
          words: "choose a day from \(days.lowerBound) to \(days.upperBound), not \(day)"))
    }
    return .success(day)
  }
}
