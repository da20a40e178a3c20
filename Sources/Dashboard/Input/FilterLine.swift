import Dataset
import Insight

/// The filter as it is typed: the line, what may be written next, what is wrong and what fits.
public struct FilterLine: Sendable {
  public private(set) var editor: LineEditor
  /// The mistake in it; the last good filter goes on applying.
  public private(set) var error: FilterError?
  public private(set) var offers: [Completion] = []
  /// The offer chosen with arrows; `nil` before any is chosen.
  public private(set) var chosen: Int?
  public private(set) var matches = ""
  let before: Filter
  /// The selection before the line was opened: the first row halfway through a word is nobody's
  /// choice.
  let anchor: [State.Place.Selection]
  /// The fields that the rows of the screen do not have.
  private let silent: Set<String>
  /// The noun for a row of the screen.
  let noun: String
  // The texts of earlier lines, the latest last, and the place among them.
  private let history: [String]
  private var recalled = 0
  private var draft = ""

  init(
    before: Filter, anchor: [State.Place.Selection] = [], history: [String],
    silent: Set<String> = [], noun: String = "row"
  ) {
    self.silent = silent
    self.noun = noun
    self.anchor = anchor
    // The filter that applies is gone on from: the next term begins at once, and no two grow together.
    editor = LineEditor(before.isEmpty ? "" : trimmed(before.text) + " ")
    self.before = before
    self.history = history
  }

  public var text: String { editor.text }

  /// The mistake to point at: none at the cursor while something is offered there.
  public var mistake: FilterError? {
    guard let error else { return nil }
    let isBeingWritten =
      !offers.isEmpty && error.range.lowerBound <= editor.cursor
      && editor.cursor <= error.range.upperBound
    return isBeingWritten ? nil : error
  }

  /// Takes a key that edits the line; false for any other key.
  mutating func take(_ key: Key) -> Bool {
    guard editor.take(key) else { return false }
    recalled = 0
    return true
  }

  mutating func insert(_ text: String) { editor.insert(text) }

  mutating func replace(with text: String) { editor.replace(with: text) }

  /// Withdraws the offers, so that a mistake at the cursor is pointed at too.
  mutating func settle() {
    offers = []
    chosen = nil
  }

  /// Writes the chosen offer, or the first, or else the likely correction.
  mutating func complete() {
    if let offer = offers.indices.contains(chosen ?? 0) ? offers[chosen ?? 0] : nil {
      write(offer.text, over: offer.range)
    } else if let corrected = error?.corrected {
      editor.replace(with: corrected)
    }
  }

  private mutating func write(_ text: String, over range: Range<Int>) {
    let characters = Array(editor.text)
    let upper = min(range.upperBound, characters.count)
    let lower = min(range.lowerBound, upper)
    // Behind a value the next term follows, behind a field its value.
    let isLast = upper == characters.count && text.last != ":"
    editor.replace(with: String(characters[..<lower]) + text + (isLast ? " " : ""))
    let cursor = editor.cursor
    editor.replace(with: editor.text + String(characters[upper...]))
    editor.move(to: cursor)
  }

  /// Chooses the next offer or an earlier offer; beyond the first none is chosen.
  mutating func choose(by step: Int) {
    guard !offers.isEmpty else { return }
    let next = (chosen ?? -1) + step
    chosen = next < 0 ? nil : min(next, offers.count - 1)
  }

  /// Goes so many offers on, or back: the first time from those in sight to the next.
  mutating func page(by step: Int) {
    guard !offers.isEmpty else { return }
    chosen = min(max(0, (chosen ?? 0) + step), offers.count - 1)
  }

  /// True if an offer is a field that the rows of the screen do not have.
  func isSilent(_ offer: Completion) -> Bool {
    guard let last = offer.text.last, ":=".contains(last) else { return false }
    return silent.contains(String(offer.text.dropLast()))
  }

  /// Says in the place of what fits that this is being counted.
  mutating func wait(_ words: String) {
    settle()
    error = nil
    matches = words
  }

  mutating func chooseNone() { chosen = nil }

  /// Brings back an earlier line (1) or a later line (-1); beyond the latest, the text being typed.
  mutating func recall(_ step: Int) {
    let place = min(max(0, recalled + step), history.count)
    guard place != recalled else { return }
    if recalled == 0 { draft = editor.text }
    recalled = place
    editor.replace(with: place == 0 ? draft : history[history.count - place])
  }

  mutating func refresh(in world: World, saved: SavedFilters, error: FilterError?) {
    self.error = error
    chosen = nil
    offers =
      named(saved)
      ?? Filter.completions(of: editor.text, at: editor.cursor, in: world.snapshot, limit: 40)
    // A word already written whole needs no offer.
    if offers.count == 1, let only = offers.first {
      let characters = Array(editor.text)
      let upper = min(only.range.upperBound, characters.count)
      if String(characters[min(only.range.lowerBound, upper)..<upper]) == only.text { offers = [] }
    }
    let counts = world.passes.counts(in: world.snapshot)
    matches = counts.words
    // Both terms have to hold, and what people meant may have been either.
    if error == nil, counts.total == 0, let either = world.filter.either {
      matches += "; either of them: \(either)"
    }
  }

  /// The filters kept under names, where the word at the cursor begins with `@`.
  private func named(_ saved: SavedFilters) -> [Completion]? {
    let before = Array(editor.text)[..<editor.cursor]
    let start = before.lastIndex { $0.isWhitespace }.map { $0 + 1 } ?? 0
    guard start < before.endIndex, before[start] == "@" else { return nil }
    let wanted = String(before[(start + 1)...]).lowercased()
    return saved.all.filter { $0.name.lowercased().hasPrefix(wanted) }.map {
      Completion(range: start..<editor.cursor, text: $0.text, detail: "@\($0.name)")
    }
  }
}
