/// Writes a row's cells in the order of the columns, as they would stand in the file.
struct RowWriter: Columns {
  let dataset: Dataset
  private(set) var cells: [String] = []

  init(dataset: Dataset) {
    self.dataset = dataset
  }

  static func cells<Row: TableRow>(of row: Row, in dataset: Dataset) -> [String] {
    var row = row
    var writer = RowWriter(dataset: dataset)
    row.visit(&writer)
    return writer.cells
  }

  private mutating func add(_ cell: String?) { cells.append(cell ?? "") }

  private func slug<Row: TableRow>(_ id: ID<Row>) -> String { dataset.slug(id.index, Row.table) }

  mutating func key<Row: TableRow>(_: String, _ id: inout ID<Row>) { add(slug(id)) }

  mutating func code(_: String, _ id: inout ID<Country>) { add(slug(id)) }

  mutating func reference<Row: TableRow>(_: String, _ id: inout ID<Row>) { add(slug(id)) }

  mutating func reference<Row: TableRow>(_: String, _ id: inout ID<Row>?) { add(id.map(slug)) }

  mutating func reference<Row: TableRow>(_: String, toSameTable id: inout ID<Row>?) {
    add(id.map(slug))
  }

  mutating func references<Row: TableRow>(_: String, _ ids: inout IDList<Row>, _: Need) {
    add(dataset.ids(ids).map(slug).joined(separator: ";"))
  }

  mutating func text(_: String, _ text: inout Text, _: Need) { add(dataset.string(text)) }

  mutating func address(_: String, _ address: inout Text) { add(dataset.string(address)) }

  mutating func date(_: String, _ date: inout PartialDate) { add(date.description) }

  mutating func date(_: String, _ date: inout PartialDate?) { add(date?.description) }

  mutating func day(_: String, _ day: inout Day) { add(day.description) }

  mutating func day(_: String, _ day: inout Day?) { add(day?.description) }

  mutating func integer(_: String, _ number: inout Int) { add(String(number)) }

  mutating func integer(_: String, _ number: inout Count) { add(number.value.map { String($0) }) }

  mutating func number(_: String, _ number: inout Double, in _: ClosedRange<Double>) {
    add(plain(number))
  }

  mutating func number(_: String, _ number: inout Measure, in _: ClosedRange<Double>) {
    add(number.value.map(plain))
  }

  mutating func word<Words: Vocabulary>(_: String, _ word: inout Words) { add(word.word) }

  mutating func word<Words: Vocabulary>(_: String, _ word: inout Words?) { add(word?.word) }

  mutating func word<Words: Vocabulary>(_: String, _ word: inout Words?, isTold _: inout Bool) {
    add(word?.word)
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
