import Capture
import Dataset

/// The form in which a fact is entered: its fields, what is wrong with them, what may be written.
public struct EntryForm: Sendable {
  /// A field with the text in it.
  struct Line: Sendable {
    let field: String
    /// A word or two on what it takes.
    let hint: String
    let isRequired: Bool
    /// The text that is carried on from the state before.
    let carried: String
    var editor: LineEditor

    var text: String { editor.text }
    /// True if the hint is an example, which helps where a text is assumed too.
    var isExample: Bool { hint.hasPrefix("such as ") }
  }

  /// The answer of the checker.
  enum Answer: Sendable {
    /// Nothing speaks against it: what it changes.
    case changes([String])
    case refused([String])
  }

  /// An entry to be checked or written by the program outside.
  public struct Request: Hashable, Sendable {
    /// The noun of the kind.
    public let kind: String
    /// The subject that is moved on; `nil` for a new fact.
    public let subject: String?
    public let values: [String: String]
    /// True if the checker is to be asked and nothing to be written.
    public let isDry: Bool
    /// The number of the form that was opened first: what is made on the way to it bears the same.
    public let serial: Int
  }

  let kind: EntryKind
  /// The subject that is moved on; `nil` for a new fact.
  let subject: String?
  private(set) var lines: [Line]
  private(set) var current = 0
  private(set) var offers: [FieldOffer] = []
  /// The offer chosen; `nil` before any is chosen.
  private(set) var chosen: Int?
  private(set) var reasons: [String: String] = [:]
  /// The names that no row bears, by field.
  private(set) var absent: [String: EntryFault.Absent] = [:]
  private(set) var entry: Entry?
  /// The entry as far as the fields make it, with those to be mended left out.
  private(set) var unfinished: Entry?
  private(set) var concerns: [String] = []
  var answer: Answer?
  /// The forms that wait for this fact, the latest last: each refers to what is made here.
  var waiting: [EntryForm] = []
  /// The number of the form among those opened from a screen; a form opened from another has that
  /// form's.
  var serial = 0
  private var builder: EntryBuilder
  private var doubts: Concerns

  /// The way to move on what is held already.
  private let remedy: Concerns.Remedy

  /// A form for a new fact, with some fields filled.
  ///
  /// - Parameter key: The label of the key that moves a fact on.
  init(
    _ kind: EntryKind, filled: [String: String] = [:], in dataset: Dataset, today: Day,
    key: String = "Ctrl-U"
  ) {
    self.init(kind, subject: nil, before: [:], filled: filled, dataset, today, .key(key))
  }

  /// A form that moves a subject on; `nil` where there is no such subject.
  init?(
    moving subject: String, of kind: EntryKind, in dataset: Dataset, today: Day,
    key: String = "Ctrl-U"
  ) {
    let builder = EntryBuilder(dataset, today: today)
    guard let before = builder.state(of: subject, kind) else { return nil }
    self.init(kind, subject: subject, before: before, filled: [:], dataset, today, .key(key))
  }

  private init(
    _ kind: EntryKind, subject: String?, before: [String: String], filled: [String: String],
    _ dataset: Dataset, _ today: Day, _ remedy: Concerns.Remedy
  ) {
    self.kind = kind
    self.subject = subject
    self.remedy = remedy
    builder = EntryBuilder(dataset, today: today).prepared()
    doubts = Concerns(dataset, remedy: remedy)
    let columns = kind.columns.filter { $0.name != "source" && ($0.type != .key || subject == nil) }
    let source =
      kind.table == .sources
      ? []
      : ["source", "title", "publisher", "published"].map(kind.field(ofSource:))
    let required = columns.filter { $0.required && $0.type != .key }.map(\.name)
    let optional = columns.filter { !$0.required || $0.type == .key }.map(\.name)
    // Fields that decide are asked first; the id is made unless somebody wants another.
    let firsts = ["amount_m", "currency", "accelerators", "mw", "target"].filter(optional.contains)
    let more = kind.table == .rounds ? ["investors"] : []
    let rest = optional.filter { !firsts.contains($0) && $0 != "id" }
    let id = optional.contains("id") ? ["id"] : []
    let town = kind.table == .compute ? ["latitude", "longitude"] : []
    lines = (source + required + firsts + more + rest + town + id).map { name in
      let field = columns.first { $0.name == name }
      // The old source says nothing of the new state, nor does its day.
      let carried = EntryBuilder.notCarried.contains(name) ? "" : before[name] ?? ""
      let text = filled[name] ?? carried
      return Line(
        field: name, hint: EntryForm.hint(name, field),
        isRequired: required.contains(name) || name == "source",
        carried: carried,
        // Of what moves on each text is there to be typed over.
        editor: !text.isEmpty && (subject != nil || filled[name] == nil)
          ? LineEditor(offering: text) : LineEditor(text))
    }
    refresh()
  }

  /// A few words on the text that a field takes.
  private static func hint(_ name: String, _ field: Field?) -> String {
    switch name {
    case "source": return "address of the page, or a source held"
    case "title", "source_title": return "of a page not held yet"
    case "publisher", "source_publisher", "published", "source_published":
      return "if the address does not tell"
    case "investors": return "name:lead; name; name:strategic:25"
    case "id": return "made from the rest unless typed"
    case "latitude", "longitude": return "degrees, of a town not held yet"
    case "series": return "such as Series A, Seed or Grant"
    case "legal_basis": return "such as Act LXXV of 2025, section 4"
    case "detail": return "a sentence on what was decided"
    case "authority": return "its name in its own language"
    case "english": return "its name in English"
    case "acronym": return "such as BNetzA"
    case "city": return "town, such as Loughton"
    case "note": return "a sentence, such as the words of the page"
    default: break
    }
    switch field?.type {
    case .word(let words): return words.joined(separator: " ")
    case .partialDate: return "2026-09-25, 2026-09 or 2026"
    case .day: return "2026-09-25"
    case .reference, .references: return "name or id"
    case .country: return "code or name"
    case .integer: return "whole number"
    case .number: return name.hasSuffix("_m") ? "millions, or 1.2bn" : "number"
    default: return ""
    }
  }

  /// The text that a field takes from the address of a source that is not held yet. `nil` where it tells
  /// nothing, or where something is typed.
  func told(_ line: Line) -> String? {
    guard line.text.isEmpty,
      let source = (entry ?? unfinished)?.rows.first(where: { $0.table == .sources })
    else {
      return nil
    }
    let column = line.field.hasPrefix("source_") ? String(line.field.dropFirst(7)) : line.field
    guard ["publisher", "published"].contains(column), !source[column].isEmpty else { return nil }
    return source[column]
  }

  var field: String { lines.indices.contains(current) ? lines[current].field : "" }

  /// The texts that say something: of a fact that is moved on only what differs.
  private var values: [String: String] {
    var values: [String: String] = [:]
    for line in lines where line.text != line.carried {
      if !line.text.isEmpty || subject != nil { values[line.field] = line.text }
    }
    return values
  }

  func request(isDry: Bool) -> Request {
    Request(kind: kind.word, subject: subject, values: values, isDry: isDry, serial: serial)
  }

  /// The dollar figure of an amount in another currency, as it will be converted; in millions.
  var converted: Double? { (entry ?? unfinished).flatMap(builder.converted) }

  /// The text that is written to a field although nobody typed it; `nil` where there is none.
  func assumed(_ field: String) -> String? {
    (entry ?? unfinished)?.assumed.first { $0.column == field }?.text
  }

  // MARK: Things not held yet

  /// The kind and the name of the thing that the field refers to and that is not held yet. `nil` where
  /// there is none, or where such things are not entered.
  var missing: (kind: EntryKind, name: String)? {
    guard let absent = absent[field], let kind = EntryKind(absent.table) else { return nil }
    return (kind, absent.name)
  }

  /// The texts that describe the source, by what they tell: a thing made on the way has the same.
  var sourceTexts: [String: String] {
    var texts: [String: String] = [:]
    for line in lines where !line.text.isEmpty {
      switch line.field {
      case "source": texts["source"] = line.text
      case "title", "source_title": texts["title"] = line.text
      case "publisher", "source_publisher": texts["publisher"] = line.text
      case "published", "source_published": texts["published"] = line.text
      default: break
      }
    }
    return texts
  }

  /// The form with the facts as they are now, and with what was made on the way in its field.
  func going(on id: String, in dataset: Dataset, today: Day) -> EntryForm {
    var form = self
    if let name = missing?.name {
      // The role and the amount behind a name stay.
      let parts = lines[current].text.split(separator: ";", omittingEmptySubsequences: false).map {
        part -> String in
        let behind = field == "investors" ? part.drop { $0 != ":" } : ""
        return trimmed(part.dropLast(behind.count)) == name ? id + behind : String(part)
      }
      form.lines[current].editor.replace(with: parts.joined(separator: ";"))
    }
    form.builder = EntryBuilder(dataset, today: today).prepared()
    form.doubts = Concerns(dataset, remedy: remedy)
    form.refresh()
    return form
  }

  // MARK: Keys

  mutating func move(by step: Int) {
    chosen = nil
    current = min(max(0, current + step), lines.count - 1)
    offer()
  }

  mutating func go(to line: Int) { move(by: line - current) }

  mutating func choose(by step: Int) {
    guard !offers.isEmpty else { return }
    let next = (chosen ?? (step > 0 ? -1 : 0)) + step
    chosen = (next + offers.count) % offers.count
  }

  /// Writes the offer chosen, or the first where the text alone is no value yet.
  mutating func takeOffer() {
    let isUnfinished = reasons[field] != nil && !lines[current].text.isEmpty
    let unasked =
      isUnfinished
      ? builder.completion(for: field, of: kind, holding: lines[current].text, among: offers) : nil
    guard let offer = chosen.map({ offers[$0] }) ?? unasked else { return }
    lines[current].editor.replace(with: offer.text)
    refresh()
  }

  /// Takes a key that edits the field; `false` where the line has no use for it.
  mutating func take(_ key: Key) -> Bool {
    guard lines[current].editor.take(key) else { return false }
    refresh()
    return true
  }

  mutating func insert(_ text: String) {
    lines[current].editor.insert(text)
    refresh()
  }

  /// Goes to the first field that something is wrong with.
  mutating func goToFault() {
    if let place = lines.firstIndex(where: { reasons[$0.field] != nil }) { go(to: place) }
  }

  /// Reads the fields again.
  private mutating func refresh() {
    chosen = nil
    answer = nil
    var builder = builder
    let draft = Draft(kind, values)
    do {
      let entry: Entry
      if let subject {
        entry = try builder.update(subject, draft)
      } else {
        entry = try builder.entry(draft)
      }
      self.entry = entry
      unfinished = nil
      reasons = [:]
      absent = [:]
      concerns = doubts.about(entry)
    } catch {
      entry = nil
      // A fault of another field hides neither what is assumed nor what is held already.
      unfinished = error.unfinished
      concerns = error.unfinished.map(doubts.about) ?? []
      reasons = Dictionary(
        error.reasons.map { ($0.field, error.message(of: $0.field) ?? $0.message) }
      ) { first, _ in first }
      absent = Dictionary(
        error.reasons.compactMap { reason in reason.absent.map { (reason.field, $0) } }
      ) { first, _ in first }
    }
    offer()
  }

  private mutating func offer() {
    let text = lines[current].text
    offers =
      lines[current].editor.isOffered
      ? [] : builder.offers(for: field, of: kind, holding: text).filter { $0.text != text }
  }
}
