import Canvas
import Charts
import Dataset
import Insight

// Groups in another order than their own: the one of a column, largest first or smallest first.
extension GroupRows {
  /// The same, sorted by the column that was chosen for it; the row of everything stays the first. Groups
  /// that are equal keep their order, and what is unknown comes last in either order.
  func sorted(by chosen: [String: SortOrder]) -> GroupRows {
    guard let order = chosen[name],
      let column = columns.firstIndex(where: { $0.id == order.column })
    else { return self }
    let sorting = Array(rows.indices.dropFirst(hasTotal ? 1 : 0))
    let keys: SortKeys =
      columns[column].kind.isText
      ? .words(sorting.map { rows[$0].word(ofColumn: column) })
      : .numbers(sorting.map { rows[$0].values[column].number ?? .nan })
    let sorted = keys.order(descending: order.descending).map { sorting[Int($0)] }
    let places =
      Array(rows.indices.prefix(hasTotal ? 1 : 0)) + sorted.filter { !rows[$0].isApart }
      + sorted.filter { rows[$0].isApart }
    return GroupRows(
      title: title, remark: remark, unit: unit, name: name, hasTotal: hasTotal, columns: columns,
      rows: places.map { columns[column].isTold ? rows[$0] : rows[$0].telling(column, columns) },
      maximum: maximum, sort: order, places: places.map(place))
  }

  /// The number that a row had when it was made.
  func place(of row: Int) -> Int {
    guard let places else { return row }
    return places.indices.contains(row) ? places[row] : 0
  }

  /// The title with the column it is sorted by, as a table marks it.
  var heading: String {
    guard let sort else { return title + remark }
    let sign = sort.descending ? Glyph.fall : Glyph.rise
    let column =
      sort.column == columns.first?.id
      ? "" : (columns.first { $0.id == sort.column }?.words ?? sort.column) + " "
    return "\(title) · \(column)\(sign)\(remark)"
  }
}

extension GroupRows.Row {
  /// The same with a figure before its remark that its bar does not show: an order is seen.
  fileprivate func telling(_ column: Int, _ columns: [GroupRows.Field]) -> GroupRows.Row {
    guard values.indices.contains(column), values[column] != .unknown else { return self }
    var bar = bar
    let figure =
      if case .millions(let millions) = values[column] {
        NumberFormat.money(millions: millions)
      } else {
        values[column].text
      }
    bar.note = ["\(columns[column].words) \(figure)", bar.note]
      .filter { !$0.isEmpty }.joined(separator: ", ")
    return GroupRows.Row(
      key: key, bar: bar, values: values, fact: fact, identity: identity, has: has,
      isApart: isApart)
  }

  /// Its words, folded; empty where nothing is known of what it has in common.
  fileprivate func word(ofColumn column: Int) -> String {
    key == .unknown ? "" : FoldedText.folded(values[column].text)
  }
}
