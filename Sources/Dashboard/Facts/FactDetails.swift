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

  /// The table the fact stands in.
  let kind: String
  private(set) var rows: [Row] = []

  init(of fact: Fact, in world: World) {
    kind = FactDetails.kind(of: fact)
    let dataset = world.dataset
    switch fact {
    case .round(let slug):
      let history = dataset.round(slug).map(world.snapshot.history(of:)) ?? []
      addLedger(history.map { dataset.cells(of: $0) }, fact)
      if let id = dataset.round(slug) {
        for investment in world.snapshot.investments(in: id) {
          let amount = investment.amount.map { " · \(plainAmount($0))" } ?? ""
          add(
            investment.role.words, dataset.name(investment.investor) + amount,
            .organisation(dataset.slug(investment.investor)))
        }
      }
    case .commitment(let slug):
      let history = dataset.commitment(slug).map(world.snapshot.history(of:)) ?? []
      addLedger(history.map { dataset.cells(of: $0) }, fact)
    case .milestone(let slug):
      let history = dataset.milestone(slug).map(world.snapshot.history(of:)) ?? []
      addLedger(history.map { dataset.cells(of: $0) }, fact)
    case .step(let code, let step):
      let history = dataset.country(code).map { world.snapshot.history(of: $0, step) } ?? []
      addLedger(history.map { dataset.cells(of: $0) }, fact)
    case .source(let slug): addCells(world.row(ofSource: slug).map { dataset.cells(of: $0) }, fact)
    case .claim(let slug):
      addCells(world.row(ofClaim: slug).map { dataset.cells(of: $0) }, fact)
      addCheck(of: slug, in: world)
    case .model(let slug): addCells(world.row(ofModel: slug).map { dataset.cells(of: $0) }, fact)
    case .organisation(let slug):
      addCells(dataset.organisation(slug).map { dataset.cells(of: dataset[$0]) }, fact)
    case .country(let code):
      addCells(dataset.country(code).map { dataset.cells(of: dataset[$0]) }, fact)
    case .investment(let index):
      addCells(world.row(dataset.investments, index).map { dataset.cells(of: $0) }, fact)
    case .valuation(let index):
      addCells(world.row(dataset.valuations, index).map { dataset.cells(of: $0) }, fact)
    case .relation(let index):
      addCells(world.row(dataset.relations, index).map { dataset.cells(of: $0) }, fact)
    case .authority(let index):
      addCells(world.row(dataset.authorities, index).map { dataset.cells(of: $0) }, fact)
    case .signatory(let index):
      addCells(world.row(dataset.signatories, index).map { dataset.cells(of: $0) }, fact)
    case .sum(_, let facts):
      for part in facts { add("", world.title(of: part), part) }
    case .layer, .problem: break
    }
    addSources(of: fact, in: world)
  }

  private typealias Cells = [(column: String, text: String)]

  private mutating func add(
    _ name: String, _ text: String, _ fact: Fact? = nil, style: Style = .plain
  ) {
    rows.append(Row(name: name, text: text, style: style, fact: fact))
  }

  private mutating func addCells(_ cells: Cells?, _ fact: Fact) {
    for cell in cells ?? [] where cell.column != "source" && !cell.text.isEmpty {
      add(words(cell.column), cell.text)
    }
  }

  /// The latest row in full, then what each row before it said otherwise.
  private mutating func addLedger(_ history: [Cells], _ fact: Fact) {
    guard let latest = history.last else { return }
    addCells(latest, fact)
    guard history.count > 1 else { return }
    add("", "")
    add("history", "\(history.count) rows of the ledger, the latest above", style: .dim)
    for (before, after) in zip(history, history.dropFirst()).reversed() {
      let date = before.first { $0.column == "date" }?.text ?? ""
      let changed = zip(before, after).filter { old, new in
        old.text != new.text && !["date", "source", "note", "confidence"].contains(old.column)
      }
      let text = changed.map { old, new in
        "\(words(old.column)) \(old.text.isEmpty ? "unknown" : old.text)"
      }.joined(separator: ", ")
      let note = before.first { $0.column == "note" || $0.column == "detail" }?.text ?? ""
      add(date, [text, note].filter { !$0.isEmpty }.joined(separator: " · "))
    }
  }

  /// What the ledger makes of a claim, and the rows that say so.
  private mutating func addCheck(of slug: String, in world: World) {
    guard let check = world.check(ofClaim: slug) else { return }
    for reckoning in check.reckonings {
      add("", "")
      add("reckoned", reckoning.call, style: .dim)
      add("on \(check.briefingDay)", reckoning.then.words)
      add("on \(world.day)", reckoning.now.words)
    }
    let rows = world.facts(at: check.evidence.rows)
    if !rows.isEmpty { add("", "") }
    for (index, row) in rows.enumerated() {
      add(index == 0 ? "rows" : "", world.title(of: row), row)
    }
  }

  private mutating func addSources(of fact: Fact, in world: World) {
    if case .source = fact { return }
    let sources = world.sources(of: fact)
    guard !sources.isEmpty else { return }
    add("", "")
    for (index, id) in sources.enumerated() {
      let source = world.dataset[id]
      let date = source.published.map { ", \($0)" } ?? ""
      let missing = source.isRetrieved ? "" : " (page not retrieved)"
      add(
        index == 0 ? (sources.count == 1 ? "source" : "sources") : "",
        world.dataset.string(source.title) + ", " + world.dataset.string(source.publisher) + date
          + missing,
        .source(world.dataset.slug(id)), style: source.isRetrieved ? .plain : .possible)
    }
  }

  private func words(_ column: String) -> String {
    String(column.map { $0 == "_" || $0 == "-" ? " " : $0 })
  }

  private func plainAmount(_ money: Money) -> String {
    "\(plainNumber(money.millions)) m \(money.currency.word)"
  }

  private static func kind(of fact: Fact) -> String {
    switch fact {
    case .organisation: "organisation"
    case .country: "country"
    case .round: "round"
    case .commitment: "compute"
    case .milestone: "milestone"
    case .claim: "claim"
    case .source: "source"
    case .model: "model"
    case .layer: "layer"
    case .step: "enforcement"
    case .investment: "investment"
    case .valuation: "valuation"
    case .relation: "relation"
    case .authority: "authority"
    case .signatory: "signatory"
    case .sum: "sum"
    case .problem: "problem"
    }
  }
}

/// A number without an exponent or a needless fraction.
func plainNumber(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
}
