import Charts
import Dataset
import Insight

/// A row of the data that a cell names: its id for programs, its name for people.
struct Reference: Hashable, Sendable {
  let id: String
  let name: String
}

/// A cell's content, typed. From it come the text on the screen, the order of a sort and the data of CSV
/// and JSON.
enum Value: Hashable, Sendable {
  case unknown
  case text(String)
  case count(Int)
  case number(Double)
  /// Millions of dollars.
  case millions(Double)
  /// Millions of dollars that a reference rate may have made of another currency.
  case dollars(Dollars)
  case money(Money)
  /// A part of a whole, 0...1.
  case fraction(Double)
  /// A part of a whole that is known within bounds, 0...1.
  case share(ClosedRange<Double>)
  case interval(ClosedRange<Double>)
  case date(PartialDate)
  case flag(Bool)
  case reference(Reference)
  case references([Reference])
  case words([String])

  /// A kind of value: it fixes the headers of a column before any row is read.
  enum Kind: Sendable {
    case text, count, number, millions, dollars, money, fraction, share, interval, date, flag
    case reference, references, words

    func headers(_ id: String) -> [String] {
      switch self {
      case .dollars: [id, "\(id)_converted"]
      case .money: ["\(id)_m", "\(id)_currency"]
      case .share, .interval: ["\(id)_least", "\(id)_most"]
      case .reference: [id, "\(id)_name"]
      case .references: [id, "\(id)_names"]
      case .text, .count, .number, .millions, .fraction, .date, .flag, .words: [id]
      }
    }

    /// The places of the headers that a person reads: a name without its id, a sum without its origin.
    var read: [Int] {
      switch self {
      case .reference, .references: [1]
      case .money, .share, .interval: [0, 1]
      case .dollars, .text, .count, .number, .millions, .fraction, .date, .flag, .words: [0]
      }
    }
  }

  /// The cells under the headers of its column; nulls where it is unknown.
  func data(_ kind: Kind) -> [DataValue] {
    switch self {
    case .unknown: Array(repeating: .null, count: kind.headers("").count)
    case .text(let text): [text.isEmpty ? .null : .text(text)]
    case .count(let count): [.integer(count)]
    case .number(let number): [.number(number, .share)]
    case .millions(let millions): [.number(millions, .millions)]
    case .dollars(let dollars):
      [.number(dollars.millions, .millions), .flag(dollars.isConverted)]
    case .money(let money): [.number(money.millions, .millions), .text(money.currency.word)]
    case .fraction(let part): [.number(part, .share)]
    case .share(let bounds), .interval(let bounds):
      [.number(bounds.lowerBound, .share), .number(bounds.upperBound, .share)]
    case .date(let date): [.text(date.description)]
    case .flag(let flag): [.flag(flag)]
    case .reference(let reference): [.text(reference.id), .text(reference.name)]
    case .references(let references):
      [.list(references.map(\.id)), .list(references.map(\.name))]
    case .words(let words): [.list(words)]
    }
  }

  /// The text on the screen; empty where nothing is known.
  var text: String {
    switch self {
    case .unknown: ""
    case .text(let text): text
    case .count(let count): NumberFormat.integer(count)
    case .number(let number): NumberFormat.figure(number)
    case .millions(let millions): Value.whole(millions)
    case .dollars(let dollars): (dollars.isConverted ? "~" : "") + Value.whole(dollars.millions)
    case .money(let money):
      "\(NumberFormat.figure(money.millions, digits: 6)) m \(money.currency.word)"
    case .fraction(let part): NumberFormat.percent(part)
    case .share(let bounds): NumberFormat.percent(bounds)
    case .interval(let bounds):
      bounds.lowerBound == bounds.upperBound
        ? Value.whole(bounds.lowerBound)
        : NumberFormat.interval(Value.whole(bounds.lowerBound), Value.whole(bounds.upperBound))
    case .date(let date): date.description
    case .flag(let flag): flag ? "yes" : "no"
    case .reference(let reference): reference.name
    case .references(let references): references.map(\.name).joined(separator: ", ")
    case .words(let words): words.joined(separator: ", ")
    }
  }

  /// The text of a row on the clipboard: figures without separators, money as it is summed.
  var plain: String {
    switch self {
    case .unknown: ""
    case .count(let count): String(count)
    case .number(let number), .millions(let number), .fraction(let number): plainNumber(number)
    default: text
    }
  }

  /// A figure without a fraction.
  private static func whole(_ value: Double) -> String {
    NumberFormat.integer(value)
  }

  /// The number that it is sorted by; `nil` for words and for what is unknown.
  var number: Double? {
    switch self {
    case .count(let count): Double(count)
    case .number(let number), .millions(let number), .fraction(let number): number
    case .dollars(let dollars): dollars.millions
    case .money(let money): money.millions
    case .share(let bounds), .interval(let bounds): bounds.lowerBound
    case .date(let date):
      Double((date.year * 100 + (date.month ?? 0)) * 100 + (date.day ?? 0))
    case .flag(let flag): flag ? 1 : 0
    case .unknown, .text, .reference, .references, .words: nil
    }
  }
}

extension Value.Kind {
  var isText: Bool {
    switch self {
    case .text, .reference, .references, .words: true
    default: false
    }
  }

  /// True for words that may be absent; any other kind shows a mark where nothing is known.
  var isBlankWhereUnknown: Bool { isText }
}

/// A type whose values stand in a column.
protocol CellType: Sendable {
  static var kind: Value.Kind { get }
  var cell: Value { get }
}

extension String: CellType {
  static var kind: Value.Kind { .text }
  var cell: Value { isEmpty ? .unknown : .text(self) }
}
extension Int: CellType {
  static var kind: Value.Kind { .count }
  var cell: Value { .count(self) }
}
extension Double: CellType {
  static var kind: Value.Kind { .number }
  var cell: Value { .number(self) }
}
extension Bool: CellType {
  static var kind: Value.Kind { .flag }
  var cell: Value { .flag(self) }
}
extension Dollars: CellType {
  static var kind: Value.Kind { .dollars }
  var cell: Value { .dollars(self) }
}
extension Money: CellType {
  static var kind: Value.Kind { .money }
  var cell: Value { .money(self) }
}
extension PartialDate: CellType {
  static var kind: Value.Kind { .date }
  var cell: Value { .date(self) }
}
extension ClosedRange<Double>: CellType {
  static var kind: Value.Kind { .share }
  var cell: Value { .share(self) }
}
extension Reference: CellType {
  static var kind: Value.Kind { .reference }
  var cell: Value { .reference(self) }
}
extension [Reference]: CellType {
  static var kind: Value.Kind { .references }
  var cell: Value { isEmpty ? .unknown : .references(self) }
}

struct Millions: CellType {
  let value: Double
  init(_ value: Double) { self.value = value }
  static var kind: Value.Kind { .millions }
  var cell: Value { .millions(value) }
}

struct Fraction: CellType {
  let value: Double
  init(_ value: Double) { self.value = value }
  static var kind: Value.Kind { .fraction }
  var cell: Value { .fraction(value) }
}

struct Interval: CellType {
  let bounds: ClosedRange<Double>
  init(_ bounds: ClosedRange<Double>) { self.bounds = bounds }
  init(_ least: Double, _ most: Double) { bounds = min(least, most)...max(least, most) }
  static var kind: Value.Kind { .interval }
  var cell: Value { .interval(bounds) }
}

struct Words: CellType {
  let words: [String]
  init(_ words: [String]) { self.words = words }
  static var kind: Value.Kind { .words }
  var cell: Value { words.isEmpty ? .unknown : .words(words) }
}

extension World {
  func reference(_ id: ID<Organisation>) -> Reference {
    Reference(id: dataset.slug(id), name: dataset.name(id))
  }

  func reference(_ id: ID<Country>) -> Reference {
    Reference(id: dataset.code(id), name: dataset.name(id))
  }

  /// The code of the country in which something stands, or that its state is not said: the Union is no place.
  func place(_ id: ID<Country>) -> String {
    dataset.jurisdiction(of: id) == .unstated ? World.unstatedPlace : dataset.code(id)
  }

  /// The name of a group of things by where they stand, which the Union is no answer to.
  ///
  /// Homes of organisations are none of these: an organ of the Union is at home there.
  func name(ofPlace key: GroupKey) -> String {
    if case .country(let id) = key, dataset.jurisdiction(of: id) == .unstated {
      return World.unstatedPlace
    }
    return key == .jurisdiction(.unstated) ? World.unstatedPlace : key.name(in: dataset)
  }

  static let unstatedPlace = "place unstated"

  /// The reference of a group; `nil` where it is not known.
  func reference(_ key: GroupKey) -> Reference? {
    key == .unknown
      ? nil : Reference(id: key.slug(in: dataset), name: key.name(in: dataset))
  }

  func ids(_ sources: IDList<Source>) -> Words {
    Words(dataset.ids(sources).map { dataset.slug($0) })
  }
}
