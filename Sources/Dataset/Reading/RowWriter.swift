/// Collects a row's values in the order of the columns, typed, or as they would stand in the file.
struct RowWriter: Columns {
  let dataset: Dataset
  private(set) var values: [JSON] = []

  static func values<Row: TableRow>(of row: Row, in dataset: Dataset) -> [JSON] {
    var row = row
    var writer = RowWriter(dataset: dataset)
    row.visit(&writer)
    return writer.values
  }

  static func cells<Row: TableRow>(of row: Row, in dataset: Dataset) -> [String] {
    values(of: row, in: dataset).map(cell)
  }

  private static func cell(_ value: JSON) -> String {
    switch value {
    case .null, .object: ""
    case .flag(let flag): String(flag)
    case .integer(let number): String(number)
    case .number(let number): plain(number)
    case .text(let text): text
    case .array(let values): values.map(cell).joined(separator: ";")
    }
  }

  private mutating func add(_ value: (any JSONConvertible)?) { values.append(value?.json ?? .null) }

  private mutating func add(text: Text) {
    values.append(text.isEmpty ? .null : .text(dataset.string(text)))
  }

  private func slug<Row: TableRow>(_ id: ID<Row>) -> String { dataset.slug(id.index, Row.table) }

  mutating func key<Row: TableRow>(_: String, _ id: inout ID<Row>) { add(slug(id)) }

  mutating func code(_: String, _ id: inout ID<Country>) { add(slug(id)) }

  mutating func reference<Row: TableRow>(_: String, _ id: inout ID<Row>) { add(slug(id)) }

  mutating func reference<Row: TableRow>(_: String, _ id: inout ID<Row>?) { add(id.map(slug)) }

  mutating func reference<Row: TableRow>(_: String, toSameTable id: inout ID<Row>?) {
    add(id.map(slug))
  }

  mutating func references<Row: TableRow>(_: String, _ ids: inout IDList<Row>, _: Need) {
    add(dataset.ids(ids).map(slug))
  }

  mutating func text(_: String, _ text: inout Text, _: Need) { add(text: text) }

  mutating func address(_: String, _ address: inout Text) { add(text: address) }

  mutating func date(_: String, _ date: inout PartialDate) { add(date) }

  mutating func date(_: String, _ date: inout PartialDate?) { add(date) }

  mutating func day(_: String, _ day: inout Day) { add(day) }

  mutating func day(_: String, _ day: inout Day?) { add(day) }

  mutating func integer(_: String, _ number: inout Int) { add(number) }

  mutating func integer(_: String, _ number: inout Count) { add(number.value) }

  mutating func number(_: String, _ number: inout Double, in _: ClosedRange<Double>) { add(number) }

  mutating func number(_: String, _ number: inout Measure, in _: ClosedRange<Double>) {
    add(number.value)
  }

  mutating func word<Words: Vocabulary>(_: String, _ word: inout Words) { add(word) }

  mutating func word<Words: Vocabulary>(_: String, _ word: inout Words?) { add(word) }

  mutating func word<Words: Vocabulary>(_: String, _ word: inout Words?, isTold _: inout Bool) {
    add(word)
  }
}

/// One record of cells in RFC 4180 form, without its line end.
public func csvRecord(_ cells: [String]) -> String {
  cells.map { cell in
    let plain = !cell.utf8.contains { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }
    return plain ? cell : "\"" + doublingQuotes(cell) + "\""
  }.joined(separator: ",")
}

private func doublingQuotes(_ cell: String) -> String {
  var result = ""
  for character in cell.unicodeScalars {
    if character == "\"" { result.unicodeScalars.append(character) }
    result.unicodeScalars.append(character)
  }
  return result
}
