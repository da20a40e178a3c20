import Charts
import Dataset

/// Says the cells of a row in the reader's words: names for ids, amounts with their currency and in
/// dollars, numbers with their thousands apart. Columns that only serve others (a currency, an id) are
/// folded into them.
struct FieldLabels {
  typealias Cell = (column: String, text: String)
  typealias Cells = [Cell]

  let world: World

  /// The lines of a row, in the order of its columns; columns without a text have none.
  func lines(of cells: Cells, at origin: Origin?) -> [FactDetails.Row] {
    let row = Dictionary(cells.map { ($0.column, $0.text) }) { first, _ in first }
    return cells.compactMap { column, text in
      guard !text.isEmpty, !FieldLabels.folded.contains(column) else { return nil }
      let said = wording(of: column, text, row, origin)
      return FactDetails.Row(
        name: name(of: column, in: row), text: said.text,
        style: .plain, fact: said.fact)
    }
  }

  /// The place of a row in its file, for an editor.
  func place(of cells: Cells, at origin: Origin?) -> FactDetails.Row? {
    guard let origin, let path = world.dataset.path(of: origin) else { return nil }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let id = cells.first { $0.column == "id" }.map { " · \($0.text)" } ?? ""
    return FactDetails.Row(name: "row", text: "\(file):\(origin.line)\(id)", style: .dim, fact: nil)
  }

  /// The title of a column. In a ledger of plans the date of a row is the day it was reported. The
  /// planned day is another column.
  private func name(of column: String, in row: [String: String]) -> String {
    let isPlan = row["scheduled"] != nil || row["target"] != nil
    if column == "date", isPlan { return "reported" }
    return FieldLabels.word(of: column)
  }

  /// The name of a column in the reader's words.
  static func word(of column: String) -> String { names[column] ?? plain(column) }

  // MARK: Cells

  private func wording(
    of column: String, _ text: String, _ row: [String: String], _ origin: Origin?
  ) -> (text: String, fact: Fact?) {
    switch column {
    case "amount_m":
      (money(text, row["currency"], row["amount_usd_m"], row["date"], origin), nil)
    case "post_money_m":
      (money(text, row["post_money_currency"], nil, row["date"], origin), nil)
    case "value_m", "capital_m": (money(text, row["currency"], nil, row["date"], origin), nil)
    case "accelerators", "training_accelerators": (number(text), nil)
    case "mw": (number(text) + " MW", nil)
    case "parameters_b", "active_b": (number(text) + " bn", nil)
    case "stated": (Double(text) == nil ? text : number(text), nil)
    case "country", "code": reference(world.dataset.country(text) != nil, .country(text), text)
    case "round", "part_of": reference(world.dataset.round(text) != nil, .round(text), text)
    case "operator", "customer": party(text)
    case "company", "investor", "from", "to", "organisation", "developer", "parent",
      "chip_vendor", "trained_on", "vendor", "base_developer":
      reference(world.dataset.organisation(text) != nil, .organisation(text), text)
    case "by": reference(world.dataset.milestone(text) != nil, .milestone(text), text)
    case "chips": chips(text)
    case "power_w": (number(text) + " W", nil)
    case "memory_gb": (number(text) + " GB", nil)
    case "bf16_tflops", "fp8_tflops": (number(text) + " TFLOP/s", nil)
    case "gdp_eur_m": (number(text) + " m EUR", nil)
    case "population", "value": (number(text), nil)
    case "retrieved": (Retrieval(text)?.said ?? text, nil)
    default: (text, nil)
    }
  }

  /// Who runs or rents a site, with its home: the law that it is under is asked next.
  private func party(_ text: String) -> (String, Fact?) {
    let (name, fact) = reference(
      world.dataset.organisation(text) != nil, .organisation(text), text)
    let home = world.dataset.organisation(text).flatMap { world.dataset[$0].country }
    return (home.map { "\(name), \(world.dataset.name($0))" } ?? name, fact)
  }

  /// The names of chips; a single chip leads to its page.
  private func chips(_ text: String) -> (String, Fact?) {
    let facts = text.split(separator: ";").map { Fact.chip(String($0)) }
    let names = facts.map { world.title(of: $0) }.joined(separator: ", ")
    return (facts.count > 1 ? "\(names): any of them" : names, facts.count == 1 ? facts.first : nil)
  }

  private func reference(_ exists: Bool, _ fact: Fact, _ text: String) -> (String, Fact?) {
    exists ? (world.title(of: fact), fact) : (text, nil)
  }

  private func number(_ text: String) -> String {
    guard let value = Double(text) else { return text }
    let isWhole = value == value.rounded() && abs(value) < 1e15
    return isWhole ? NumberFormat.integer(value) : plainNumber(value)
  }

  /// An amount as it was announced, and in dollars: the source's own figure, else Moat's conversion.
  private func money(
    _ text: String, _ currency: String?, _ dollars: String?, _ date: String?, _ origin: Origin?
  ) -> String {
    let announced = "\(number(text)) m \(currency ?? "")"
    guard let currency = currency.flatMap({ Currency($0) }), currency != .usd else {
      return announced
    }
    if let dollars, !dollars.isEmpty {
      return "\(announced) · \(number(dollars)) m USD by the source"
    }
    guard let millions = Double(text), let date = date.flatMap({ PartialDate($0) }), let origin
    else { return announced }
    let day = world.dataset.rateDay(date, in: origin)
    guard
      let rate = world.dataset.exchangeRate(on: day),
      let sum = world.dataset.dollars(Money(millions: millions, currency: currency), on: day)
    else { return announced }
    let converted = NumberFormat.integer(sum.millions)
    return "\(announced) · about \(converted) m USD at the reference rate of \(rate.day)"
  }

  private static func plain(_ column: String) -> String {
    String(column.map { $0 == "_" || $0 == "-" ? " " : $0 })
  }

  /// The columns that are said together with another column.
  private static let folded: Set = [
    "id", "source", "currency", "amount_usd_m", "post_money_currency",
  ]

  private static let names = [
    "amount_m": "amount", "post_money_m": "valued after it", "value_m": "valued at",
    "scheduled": "scheduled for", "capital_m": "capital", "mw": "power",
    "parameters_b": "parameters",
    "active_b": "active parameters", "hosted_in_eu": "hosted in the EU",
    "eu_since": "in the Union since", "url": "page",
    "retrieved": "how read", "english": "in English", "website": "site",
    "base_developer": "built on a model of", "by": "holds with", "what": "asks",
    "power_w": "rated power", "memory_gb": "memory", "bf16_tflops": "dense BF16",
    "fp8_tflops": "dense FP8", "gdp_eur_m": "GDP", "year": "year",
  ]
}
