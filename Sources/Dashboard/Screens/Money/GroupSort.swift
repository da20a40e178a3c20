import Canvas
import Dataset
import Insight

// Groups in another order than their own: the one of a column, largest first or smallest first.
extension GroupRows {
  /// The same, sorted by a column; the row of everything stays the first. Groups that are equal keep
  /// their order, and what is unknown comes last whichever way one sorts.
  func sorted(by order: SortOrder?) -> GroupRows {
    guard let order, columns.indices.contains(order.column) else { return self }
    let keys = rows.map { $0.key(ofColumn: order.column) }
    let sorted = rows.indices.dropFirst().sorted { left, right in
      let (first, second) = (keys[left], keys[right])
      if rows[left].isApart != rows[right].isApart { return rows[right].isApart }
      if (first == .unknown) != (second == .unknown) { return second == .unknown }
      guard let before = first.isBefore(second) else { return left < right }
      return before != order.descending
    }
    let places = rows.indices.prefix(1) + sorted
    return GroupRows(
      title: title, remark: remark, unit: unit, columns: columns, rows: places.map { rows[$0] },
      maximum: maximum, sort: order, places: places.map(place))
  }

  /// The number that a row had when it was made.
  func place(of row: Int) -> Int {
    guard let places else { return row }
    return places.indices.contains(row) ? places[row] : 0
  }

  /// The title with the column it is sorted by, as a table marks it.
  var heading: String {
    guard let sort, columns.indices.contains(sort.column) else { return title + remark }
    let sign = sort.descending ? Glyph.fall : Glyph.rise
    let column = sort.column == 0 ? "" : GroupRows.words(ofColumn: columns[sort.column]) + " "
    return "\(title) · \(column)\(sign)\(remark)"
  }

  /// A column of the data as people call it.
  private static func words(ofColumn name: String) -> String {
    switch name {
    case "usd_m": "raised"
    case "announced_usd_m": "announced"
    case "unknown": "of unknown size"
    case "commitments": "sites"
    case "mw": "MW"
    case "overdue_days": "days overdue"
    default: name
    }
  }
}

extension GroupRows.Row {
  /// What it is sorted by: the name in the first column, figures in the others.
  fileprivate func key(ofColumn column: Int) -> SortKey {
    guard cells.indices.contains(column), !unknownColumns.contains(column) else { return .unknown }
    let text = cells[column]
    if column == 0 { return key == .unknown || text.isEmpty ? .unknown : .text(text) }
    return .number(Double(text))
  }
}
