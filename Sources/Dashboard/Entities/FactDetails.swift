import Canvas
import Dataset

/// Everything the tables say of a fact, line by line: the cells of its row, those that changed in its
/// history, the facts around it and its sources.
struct FactDetails: Sendable {
  /// A name and what it says; `fact` is what opening the line leads to.
  struct Row: Sendable {
    let name: String
    let text: String
    let style: Style
    let fact: Fact?
  }

  let kind: String
  private(set) var rows: [Row] = []
  private let wording: FieldLabels

  init(of fact: Fact, in world: World) {
    kind = FactDetails.kind(of: fact)
    wording = FieldLabels(world: world)
    switch fact {
    case .row(let table, let key): Entity.of(table)?.tell(key, world, &self)
    case .sum(_, let facts):
      for part in facts { add("", world.title(of: part), part) }
    case .layer, .problem: break
    }
    addSources(of: fact, in: world)
  }

  mutating func add(
    _ name: String, _ text: String, _ fact: Fact? = nil, style: Style = .plain
  ) {
    rows.append(Row(name: name, text: text, style: style, fact: fact))
  }

  mutating func addRow(_ row: (some Record)?) {
    guard let row else { return }
    let cells = wording.world.dataset.cells(of: row)
    rows += wording.lines(of: cells, at: row.origin)
    if let place = wording.place(of: cells, at: row.origin) { rows.append(place) }
  }

  /// The latest row in full, then what each row before it said otherwise.
  mutating func addLedger(_ history: [(cells: FieldLabels.Cells, origin: Origin)]) {
    guard let latest = history.last else { return }
    rows += wording.lines(of: latest.cells, at: latest.origin)
    if let place = wording.place(of: latest.cells, at: latest.origin) { rows.append(place) }
    guard history.count > 1 else { return }
    add("", "")
    for (index, course) in courses(of: history).enumerated() {
      add(index == 0 ? "over time" : "", course)
    }
    add("history", "\(history.count) rows of the ledger, the latest above", style: .dim)
    for (before, after) in zip(history, history.dropFirst()).reversed() {
      let date = before.cells.first { $0.column == "date" }?.text ?? ""
      let note = before.cells.first { $0.column == "note" || $0.column == "detail" }?.text ?? ""
      let later = after.cells.first { $0.column == "date" }?.text ?? ""
      let said = difference(before, after, of: later)
      // Each reading names who gave it: the sources below are those of all rows together.
      let world = wording.world
      let publishers = world.publishers(of: before.cells.sources(in: world.dataset))
      let by = publishers.isEmpty ? "" : "source: \(publishers)"
      add(date, [said, note, by].filter { !$0.isEmpty }.joined(separator: " · "))
    }
  }

  /// The figures that changed, each with its values and their days, first to last: the answer before the rows.
  private func courses(
    of history: [(cells: FieldLabels.Cells, origin: Origin)]
  ) -> [String] {
    let rows = history.map { row in
      (
        day: row.cells.first { $0.column == "date" }?.text ?? "",
        lines: wording.lines(of: row.cells, at: row.origin)
      )
    }
    var names: [String] = []
    for line in rows.flatMap(\.lines)
    where FactDetails.isFigure(line.text) && !names.contains(line.name) {
      names.append(line.name)
    }
    return names.compactMap { name in
      var course: [(text: String, day: String)] = []
      for row in rows {
        let text = row.lines.first { $0.name == name }?.text ?? "unknown"
        if text != course.last?.text, !(course.isEmpty && text == "unknown") {
          course.append((text, row.day))
        }
      }
      guard course.count > 1 else { return nil }
      return "\(name) "
        + course.map { "\($0.text) (\($0.day))" }.joined(separator: " \(Glyph.arrowRight) ")
    }
  }

  /// True for a number with or without a unit, and not for a date.
  private static func isFigure(_ text: String) -> Bool {
    guard let first = text.first, first.isNumber || first == "~", text.count <= 16 else {
      return false
    }
    return PartialDate(text) == nil
  }

  /// The values of an earlier row that differ from the row after it, which is named by its date.
  private func difference(
    _ before: (cells: FieldLabels.Cells, origin: Origin),
    _ after: (cells: FieldLabels.Cells, origin: Origin), of later: String
  ) -> String {
    let silent: Set = ["date", "reported", "note", "detail", "confidence"]
    let old = wording.lines(of: before.cells, at: before.origin)
    let new = wording.lines(of: after.cells, at: after.origin)
    let changed = old.filter { line in
      !silent.contains(line.name) && new.first { $0.name == line.name }?.text != line.text
    }
    let added = new.filter { line in
      !silent.contains(line.name) && !old.contains { $0.name == line.name }
    }
    let said =
      (changed.map { "\($0.name) \($0.text)" } + added.map { "\($0.name) unknown" })
      .joined(separator: ", ")
    if later.isEmpty { return said }
    return said.isEmpty ? "no other figure than the row of \(later)" : "before \(later): \(said)"
  }

  private mutating func addSources(of fact: Fact, in world: World) {
    if case .row(.sources, _) = fact { return }
    var sources = world.sources(of: fact)
    let missing = world.missingPage(of: fact)
    guard !sources.isEmpty || missing != nil else { return }
    add("", "")
    if let missing {
      add("", missing, style: .possible)
    } else if case .row(.claims, _) = fact {
      addSource(sources.removeFirst(), "stated in", in: world)
    }
    if let doubt = world.doubt(ofSources: sources) { add("", doubt, style: .possible) }
    for (index, id) in sources.enumerated() {
      addSource(id, index == 0 ? (sources.count == 1 ? "source" : "sources") : "", in: world)
    }
  }

  private mutating func addSource(_ id: ID<Source>, _ name: String, in world: World) {
    let source = world.dataset[id]
    let date = source.published.map { ", \($0)" } ?? ""
    let doubt = source.doubt.isEmpty ? "" : " (\(source.doubt))"
    add(
      name,
      world.dataset.string(source.title) + ", " + world.dataset.string(source.publisher) + date
        + doubt,
      .source(world.dataset.slug(id)), style: source.isRetrieved ? .plain : .possible)
  }

  private static func kind(of fact: Fact) -> String {
    switch fact {
    case .row(let table, _): Entity.of(table)?.kind ?? table.word
    case .layer: "layer"
    case .sum: "sum"
    case .problem: "problem"
    }
  }
}

extension World {
  /// The publishers of some sources, each once.
  func publishers(of sources: [ID<Source>]) -> String {
    var seen: Set<String> = []
    return sources.map { dataset.string(dataset[$0].publisher) }
      .filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: ", ")
  }
}

extension Array where Element == FieldLabels.Cell {
  /// The sources that a row names.
  fileprivate func sources(in dataset: Dataset) -> [ID<Source>] {
    let slugs = first { $0.column == "source" }?.text.split(separator: ";") ?? []
    return slugs.compactMap { dataset.source(String($0)) }
  }
}

/// A number without an exponent or a needless fraction.
func plainNumber(_ value: Double) -> String { Precision.share.text(value) }
