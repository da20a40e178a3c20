import Canvas
import Charts
import Dataset
import Insight

/// Two to four companies or countries next to each other: figures in rows, each on a shared scale
/// of its own, and the lines that are drawn together below.
struct Comparison: Sendable {
  struct Value: Sendable {
    let text: String
    /// The known part, for its bar; `nil` draws none.
    let known: Double?
    /// The possible addition.
    let possible: Double
    /// The style by the supplier that exposure is measured to.
    let style: Style?
    /// True if it stands among the figures, at the right.
    let isFigure: Bool

    init(
      _ text: String, _ known: Double? = nil, possible: Double = 0, style: Style? = nil,
      isFigure: Bool = false
    ) {
      self.text = text
      self.isFigure = isFigure || known != nil
      self.known = known
      self.possible = possible
      self.style = style
    }

    static let unknown = Value(NumberFormat.unknown)

    /// Words without a bar; unknown where there are none.
    static func words(_ text: String) -> Value { text.isEmpty ? .unknown : Value(text) }

    static func money(_ millions: Double?, possible: Double = 0) -> Value {
      guard let millions else { return .unknown }
      if millions == 0, possible == 0 { return Value(String(Glyph.none), 0) }
      return Value(NumberFormat.money(millions: millions), millions, possible: possible)
    }

    static func count(_ count: Int?, possible: Int = 0) -> Value {
      guard let count else { return .unknown }
      return Value(NumberFormat.integer(count), Double(count), possible: Double(possible))
    }

    static func share(_ share: ClosedRange<Double>?, style: Style? = nil) -> Value {
      guard let share else { return .unknown }
      return Value(
        NumberFormat.percent(share), share.lowerBound,
        possible: share.upperBound - share.lowerBound, style: style)
    }
  }

  struct Row: Sendable {
    let title: String
    let values: [Value]
    /// The value of a full bar; `nil` for the largest of the values.
    let whole: Double?
    let facts: [Fact]

    init(_ title: String, _ values: [Value], whole: Double? = nil, facts: [Fact] = []) {
      self.title = title
      self.values = values
      self.whole = whole
      self.facts = facts
    }
  }

  let facts: [Fact]
  let names: [String]
  let rows: [Row]
  let lines: StepLine?

  /// The letters that tell their lines apart without colour.
  static let letters: [Character] = ["A", "B", "C", "D"]

  /// The table for a width: the figure of each and its bar, on the row's scale.
  func table(width: Int, in world: World) -> FactTable {
    let title = min(20, max(12, width / 4))
    let column = max(8, (width - title - 2) / max(1, names.count) - 2)
    let figure = min(12, column)
    let bar = max(0, column - figure - 2)
    let facts = facts
    var columns: [Column<Row>] = [
      Column("figure", .init("", minimum: title, maximum: title, priority: 10), style: .dim) {
        row, _ in row.title
      }
    ]
    for (place, name) in names.enumerated() {
      let id = columnID(facts[place].slug ?? name)
      columns += [
        Column(
          id,
          .init(
            "\(Comparison.letters[place]) \(name)", minimum: column, maximum: column,
            priority: 9 - place),
          entry: { row, _, _ in
            let value = row.values[place]
            let whole = row.whole ?? row.values.map { ($0.known ?? 0) + $0.possible }.max() ?? 0
            let text = Comparison.padded(value.text, to: figure, isFigure: value.isFigure)
            let style = value.style ?? .series(place)
            let drawn = bar > 2 ? Comparison.bar(value, whole: whole, style: style) : nil
            return drawn.map { Table.Entry("\(text)  ", bar: $0, cells: bar, style: style) }
              ?? Table.Entry(text, style: style)
          }
        ) { row, _ in
          let value = row.values[place]
          return value.known == nil && value.text != NumberFormat.unknown ? value.text : nil
        },
        Column(id) { row, _ in
          let value = row.values[place]
          return value.known.map { Interval($0, $0 + value.possible) }
        },
      ]
    }
    return FactTable("Figures", name: "figures", columns: columns, rows: rows, in: world) {
      row, _ in row.facts.isEmpty ? facts.first : .sum(title: row.title, row.facts)
    }
  }

  private static func padded(_ text: String, to width: Int, isFigure: Bool) -> String {
    guard isFigure || text == NumberFormat.unknown else { return text }
    return String(repeating: " ", count: max(0, width - TextWidth.of(text))) + text
  }

  /// Solid for the known part, hollow for the possible addition; nil where nothing is known.
  private static func bar(_ value: Value, whole: Double, style: Style) -> Bar? {
    guard let known = value.known, whole > 0 else { return nil }
    return Bar(
      BarValue(known, possible: value.possible, style: style, possibleStyle: style), maximum: whole)
  }
}

extension Comparison {
  /// The figures with the text, the known and the possible value of each thing compared.
  func json(in world: World) -> JSON {
    [
      "as_of": world.day, "compared": facts.map { $0.slug ?? world.title(of: $0) },
      "figures": rows.map { row -> JSON in
        [
          "title": row.title, "texts": row.values.map(\.text),
          "values": JSON.array(row.values.map { $0.known?.json ?? .null }),
          "possible": row.values.map { ($0.known ?? 0) + $0.possible },
        ]
      },
    ]
  }
}

extension Fact {
  /// The slug of a company or the code of a country.
  fileprivate var slug: String? {
    switch self {
    case .row(.organisations, .id(let id)), .row(.countries, .id(let id)): id
    default: nil
    }
  }
}
