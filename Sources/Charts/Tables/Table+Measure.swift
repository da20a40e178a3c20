import Canvas

extension Table {
  /// The widths of a table's columns. Keep it while the rows stay the same: measuring reads rows,
  /// drawing then reads only those in sight.
  public struct Measure: Hashable, Sendable {
    /// The width each column asks for, its title included.
    public var widths: [Int]
    /// The alignment of the figures of decimal columns; nil for the other columns.
    var decimals: [DecimalColumn?]

    init(widths: [Int], decimals: [DecimalColumn?]) {
      self.widths = widths
      self.decimals = decimals
    }
  }

  /// Measures titles, foot and rows: all of them up to 400, else 200 spread evenly.
  public func measured() -> Measure {
    measured(rows: count <= 400 ? count : 200, of: count)
  }

  /// Measures titles, foot and the first rows, which a print shows whole.
  public func measured(first rows: Int) -> Measure {
    let rows = min(max(0, rows), count)
    return measured(rows: rows, of: rows)
  }

  private func measured(rows sample: Int, of count: Int) -> Measure {
    var widths = columns.indices.map { TextWidth.of(title(ofColumn: $0)) }
    var decimals = columns.map { $0.alignment == .decimal ? DecimalColumn() : nil }
    func take(_ entries: [Entry]) {
      for (index, entry) in entries.prefix(columns.count).enumerated() {
        decimals[index]?.widen(for: entry.text)
        let mark = entry.mark == nil ? 0 : 2
        let width = decimals[index]?.width ?? TextWidth.of(entry.text)
        widths[index] = max(widths[index], width + mark)
      }
    }
    if let foot { take(foot) }
    for index in 0..<sample { take(row(index * count / max(sample, 1))) }
    return Measure(widths: widths, decimals: decimals)
  }

  /// The width in which all columns stand, and all of every text.
  public var wholeWidth: Int { width((measure ?? measured()).widths) }

  private func width(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + 2 * max(0, widths.count - 1) + Table.widestGutter
  }

  /// The title with its unit and, where the table is sorted by it, the sign of the order.
  func title(ofColumn index: Int) -> String {
    let column = columns[index]
    let text = column.unit.isEmpty ? column.title : column.title + " " + column.unit
    guard let sort, sort.column == index else { return text }
    return text + " \(sort.isAscending ? Glyph.rise : Glyph.fall)"
  }
}
