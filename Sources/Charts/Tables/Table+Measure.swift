import Canvas

extension Table {
  /// The widths of a table's columns. Keep it while the rows stay the same: measuring reads rows,
  /// drawing then reads only those in sight.
  public struct Measure: Hashable, Sendable {
    /// The width each column asks for, its title included.
    public var widths: [Int]
    /// The alignment of the figures of decimal columns; nil for the other columns.
    var decimals: [DecimalColumn?]
    /// The widths of each column at which more of its texts stand whole; empty for figures.
    var gains: [[Gain]]

    init(widths: [Int], decimals: [DecimalColumn?], gains: [[Gain]] = []) {
      self.widths = widths
      self.decimals = decimals
      self.gains = gains
    }
  }

  /// A wider column, and the texts that stand whole in it for each cell it takes more.
  struct Gain: Hashable, Sendable {
    let width: Int
    let textsPerCell: Double
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
    var texts = widths.map { [$0: max(1, sample / 4)] }
    func take(_ entries: [Entry], isFoot: Bool = false) {
      for (index, entry) in entries.prefix(columns.count).enumerated() {
        // The words of a foot run on over the empty cells behind them.
        if isFoot, !columns[index].alignment.isNumeric { continue }
        decimals[index]?.widen(for: entry.text)
        let mark = entry.mark == nil ? 0 : 2
        let width = (decimals[index]?.width ?? TextWidth.of(entry.text)) + mark
        widths[index] = max(widths[index], width)
        texts[index][width, default: 0] += 1
      }
    }
    for foot in feet { take(foot, isFoot: true) }
    for index in 0..<sample { take(row(index * count / max(sample, 1))) }
    let gains = columns.indices.map { index in
      columns[index].alignment.isNumeric
        ? []
        : Table.gains(
          texts[index], from: min(widths[index], columns[index].minimum),
          over: columns[index].maximum)
    }
    return Measure(widths: widths, decimals: decimals, gains: gains)
  }

  /// The widths at which the most texts become whole for each cell, the best first. They are the
  /// upper hull of the number of whole texts over the width. It is taken up to a column's maximum
  /// and then beyond it.
  ///
  /// - Parameter texts: The number of texts of each width.
  static func gains(_ texts: [Int: Int], from least: Int, over most: Int) -> [Gain] {
    gains(texts.filter { $0.key <= most }, from: least)
      + gains(texts.filter { $0.key > most }, from: max(least, most))
  }

  static func gains(_ texts: [Int: Int], from least: Int) -> [Gain] {
    var hull: [(width: Int, whole: Int)] = [(least, 0)]
    var whole = 0
    for (width, count) in texts.sorted(by: { $0.key < $1.key }) where width > least {
      whole += count
      while hull.count > 1 {
        let (last, before) = (hull[hull.count - 1], hull[hull.count - 2])
        let isBelow =
          (last.whole - before.whole) * (width - last.width)
          <= (whole - last.whole) * (last.width - before.width)
        guard isBelow else { break }
        hull.removeLast()
      }
      hull.append((width, whole))
    }
    return zip(hull, hull.dropFirst()).map { before, after in
      Gain(
        width: after.width,
        textsPerCell: Double(after.whole - before.whole) / Double(after.width - before.width))
    }
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
