import Insight

/// The rows and columns of a list that are asked for, and in which order.
public struct DataSelection: Hashable, Sendable {
  /// The headers wanted, in their order; `nil` for all.
  public let columns: [String]?
  /// The header to sort by; `nil` for the list's own order.
  public let sort: SortOrder?
  /// The most rows; `nil` for all.
  public let limit: Int?

  /// A column that a list does not have.
  public struct UnknownColumn: Error, Equatable {
    public let name: String
    public let isOfColumns: Bool

    /// The option that named it.
    public var option: String { isOfColumns ? "--columns" : "--sort" }
  }

  /// Everything of a list, as it stands.
  public init() { (columns, sort, limit) = (nil, nil, nil) }

  /// The selection that options name: headers joined by commas, and a header with a minus before it to begin
  /// with the largest.
  public init(columns: String?, sort: String?, limit: Int?) {
    self.columns = columns.map { names in
      names.split(separator: ",", omittingEmptySubsequences: false).map(DataSelection.header)
    }
    self.sort = sort.map { name in
      SortOrder(
        column: DataSelection.header(name.hasPrefix("-") ? name.dropFirst() : name[...]),
        descending: name.hasPrefix("-"))
    }
    self.limit = limit
  }

  /// The first header that is wanted twice; an object of JSON would hold a key twice.
  public var repeated: String? {
    var seen: Set<String> = []
    return columns?.first { !seen.insert($0).inserted }
  }

  /// True if nothing is chosen.
  public var isEmpty: Bool { self == DataSelection() }

  /// A header as it is written in files: `Amount-USD` is `amount_usd`.
  private static func header(_ name: Substring) -> String {
    name.filter { !$0.isWhitespace }.lowercased().split(
      separator: "-", omittingEmptySubsequences: false
    ).joined(separator: "_")
  }

  /// A list's part that is asked for; what is unknown is sorted last, whichever way.
  public func applied(to table: DataTable) throws(UnknownColumn) -> DataTable {
    var order: [Int32]?
    if let sort {
      guard let place = table.headers.firstIndex(of: sort.column) else {
        throw UnknownColumn(name: sort.column, isOfColumns: false)
      }
      order = table.keys(ofColumn: place).order(descending: sort.descending)
    }
    let places: [Int]?
    if let columns {
      var found: [Int] = []
      for name in columns {
        guard let place = table.headers.firstIndex(of: name) else {
          throw UnknownColumn(name: name, isOfColumns: true)
        }
        found.append(place)
      }
      places = found
    } else {
      places = nil
    }
    return table.selecting(places, order: order, limit: limit)
  }
}

extension DataTable {
  /// The columns of the places in the order of the places, the rows in an order, the first of them.
  func selecting(_ places: [Int]?, order: [Int32]?, limit: Int?) -> DataTable {
    let row = row
    let rows: @Sendable (Int) -> [DataValue] = { place in
      let cells = row(order.map { Int($0[place]) } ?? place)
      return places.map { $0.map { cells[$0] } } ?? cells
    }
    return DataTable(
      name: name, headers: places.map { $0.map { headers[$0] } } ?? headers,
      count: min(count, limit ?? count), row: rows, brief: places == nil ? brief : [],
      types: places.map { $0.compactMap { types.indices.contains($0) ? types[$0] : nil } } ?? types)
  }

  /// The columns that a person reads.
  public var readable: DataTable {
    brief.isEmpty ? self : selecting(brief, order: nil, limit: nil)
  }

  /// The keys of the rows by a column: numbers where it holds no text.
  fileprivate func keys(ofColumn place: Int) -> SortKeys {
    let cells = (0..<count).map { row($0)[place] }
    if cells.contains(where: \.isText) {
      return .words(cells.map { FoldedText.folded($0.csv) })
    }
    return .numbers(cells.map { $0.magnitude ?? .nan })
  }

  /// For each column, true if it holds figures.
  var numericColumns: [Bool] {
    var isNumeric = headers.map { _ in false }
    var isText = headers.map { _ in false }
    for place in 0..<count {
      for (column, cell) in row(place).enumerated() where column < isText.count {
        if cell.isText { isText[column] = true } else if cell != .null { isNumeric[column] = true }
      }
    }
    return zip(isNumeric, isText).map { $0 && !$1 }
  }
}

extension DataValue {
  fileprivate var isText: Bool {
    switch self {
    case .text, .list: true
    case .null, .integer, .number, .flag: false
    }
  }

  fileprivate var magnitude: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    case .flag(let flag): flag ? 1 : 0
    case .null, .text, .list: nil
    }
  }

  /// The text for a person: words of a list with blanks between.
  var read: String {
    switch self {
    case .list(let words): words.joined(separator: ", ")
    case .flag(let flag): flag ? "yes" : "no"
    case .null, .text, .integer, .number: csv
    }
  }
}
