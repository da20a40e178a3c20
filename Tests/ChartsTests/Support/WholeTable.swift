import Charts

extension Table {
  /// A table whose rows are all at hand.
  init(columns: [Column], rows: [[Entry]], foot: [Entry]? = nil, sort: Sort? = nil) {
    self.init(columns: columns, count: rows.count, feet: foot.map { [$0] } ?? [], sort: sort) {
      rows[$0]
    }
  }
}
