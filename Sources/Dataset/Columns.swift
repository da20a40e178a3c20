/// A visitor of a row's columns, with one call for each: it describes them (`ColumnList`), reads
/// their cells (`RowReader`) or writes them (`RowWriter`).
///
/// A value that may be missing has an optional type, or a `Measure` or `Count`. For texts and
/// lists, `need` tells if a cell may be empty.
protocol Columns {
  mutating func key<Row: TableRow>(_ name: String, _ id: inout ID<Row>)
  /// A country's code as the key of the table of countries.
  mutating func code(_ name: String, _ id: inout ID<Country>)
  mutating func reference<Row: TableRow>(_ name: String, _ id: inout ID<Row>)
  mutating func reference<Row: TableRow>(_ name: String, _ id: inout ID<Row>?)
  /// The id of another row of the same table, which may stand further down.
  mutating func reference<Row: TableRow>(_ name: String, toSameTable id: inout ID<Row>?)
  /// Ids of rows of a table, separated by semicolons.
  mutating func references<Row: TableRow>(
    _ name: String, _ ids: inout IDList<Row>, _ need: Need)
  mutating func text(_ name: String, _ text: inout Text, _ need: Need)
  mutating func address(_ name: String, _ address: inout Text)
  /// A year, a month or a day.
  mutating func date(_ name: String, _ date: inout PartialDate)
  mutating func date(_ name: String, _ date: inout PartialDate?)
  /// A whole day.
  mutating func day(_ name: String, _ day: inout Day)
  mutating func day(_ name: String, _ day: inout Day?)
  /// A whole number that is not negative.
  mutating func integer(_ name: String, _ number: inout Int)
  mutating func integer(_ name: String, _ number: inout Count)
  /// A decimal number within a range.
  mutating func number(_ name: String, _ number: inout Double, in range: ClosedRange<Double>)
  mutating func number(_ name: String, _ number: inout Measure, in range: ClosedRange<Double>)
  mutating func word<Words: Vocabulary>(_ name: String, _ word: inout Words)
  mutating func word<Words: Vocabulary>(_ name: String, _ word: inout Words?)
  /// A word of a vocabulary; `isTold` becomes whether the file has the column at all.
  mutating func word<Words: Vocabulary>(
    _ name: String, _ word: inout Words?, isTold: inout Bool)
}

enum Need {
  case required
  case optional
}

extension Columns {
  /// A text that every row has.
  mutating func text(_ name: String, _ text: inout Text) { self.text(name, &text, .required) }

  /// A number that is not negative.
  mutating func number(_ name: String, _ number: inout Double) {
    self.number(name, &number, in: 0...1e15)
  }

  /// A number that is not negative, where the cell has a number.
  mutating func number(_ name: String, _ number: inout Measure) {
    self.number(name, &number, in: 0...1e15)
  }

  /// An amount in millions of a currency.
  ///
  /// At most a billion millions, more than all money there is: beyond it stands a slip, and sums of many
  /// such slips would be no figures any more.
  mutating func millions(_ name: String, _ number: inout Double) {
    self.number(name, &number, in: 0...Dollars.mostMillions)
  }

  /// An amount in millions of a currency, where the cell has an amount.
  mutating func millions(_ name: String, _ number: inout Measure) {
    self.number(name, &number, in: 0...Dollars.mostMillions)
  }

  /// A rate of exchange, units of a currency for one euro.
  mutating func rate(_ name: String, _ number: inout Double) {
    self.number(name, &number, in: 1e-3...1e5)
  }

  mutating func sources(_ ids: inout IDList<Source>) { references("source", &ids, .required) }
}

/// Collects the columns of a table.
struct ColumnList: Columns {
  private(set) var fields: [Field] = []

  private mutating func add(_ name: String, _ type: FieldType, _ need: Need) {
    fields.append(Field(name, type, required: need == .required))
  }

  /// The codes of countries are cells of their own kind.
  private func reference<Row: TableRow>(_: Row.Type) -> FieldType {
    Row.table == .countries ? .country : .reference(Row.table)
  }

  mutating func key<Row: TableRow>(_ name: String, _: inout ID<Row>) { add(name, .key, .required) }

  mutating func code(_ name: String, _: inout ID<Country>) { add(name, .key, .required) }

  mutating func reference<Row: TableRow>(_ name: String, _: inout ID<Row>) {
    add(name, reference(Row.self), .required)
  }

  mutating func reference<Row: TableRow>(_ name: String, _: inout ID<Row>?) {
    add(name, reference(Row.self), .optional)
  }

  mutating func reference<Row: TableRow>(_ name: String, toSameTable _: inout ID<Row>?) {
    add(name, reference(Row.self), .optional)
  }

  mutating func references<Row: TableRow>(_ name: String, _: inout IDList<Row>, _ need: Need) {
    add(name, .references(Row.table), need)
  }

  mutating func text(_ name: String, _: inout Text, _ need: Need) { add(name, .text, need) }

  mutating func address(_ name: String, _: inout Text) { add(name, .url, .optional) }

  mutating func date(_ name: String, _: inout PartialDate) { add(name, .partialDate, .required) }

  mutating func date(_ name: String, _: inout PartialDate?) { add(name, .partialDate, .optional) }

  mutating func day(_ name: String, _: inout Day) { add(name, .day, .required) }

  mutating func day(_ name: String, _: inout Day?) { add(name, .day, .optional) }

  mutating func integer(_ name: String, _: inout Int) { add(name, .integer, .required) }

  mutating func integer(_ name: String, _: inout Count) { add(name, .integer, .optional) }

  mutating func number(_ name: String, _: inout Double, in _: ClosedRange<Double>) {
    add(name, .number, .required)
  }

  mutating func number(_ name: String, _: inout Measure, in _: ClosedRange<Double>) {
    add(name, .number, .optional)
  }

  mutating func word<Words: Vocabulary>(_ name: String, _: inout Words) {
    add(name, .word(Words.words), .required)
  }

  mutating func word<Words: Vocabulary>(_ name: String, _: inout Words?) {
    add(name, .word(Words.words), .optional)
  }

  mutating func word<Words: Vocabulary>(
    _ name: String, _ word: inout Words?, isTold _: inout Bool
  ) {
    self.word(name, &word)
  }
}

extension TableSchema {
  init<Row: TableRow>(of _: Row.Type) {
    var row = Row()
    var columns = ColumnList()
    row.visit(&columns)
    self.init(Row.table, key: Row.key, columns.fields)
  }
}
