import Canvas
import Charts

/// A chart with its table: next to each other where both stand whole, above each other otherwise.
struct ChartAndTable: Sendable {
  /// The widths in which a chart at the left of its table and the table stand whole.
  struct Widths: Sendable {
    let chart: Int
    let table: Int
  }

  let chart: Rect
  let legend: Rect
  let table: Rect

  /// Above each other, the chart has two fifths of the height. It yields lines where the table then shows all of
  /// its rows: the rows answer.
  ///
  /// - Parameter wanted: the lines the chart asks for.
  /// - Parameter least: the lines below which the chart yields none.
  /// - Parameter table: the lines that show all of the table, whatever bar is selected: a step from bar to bar
  ///   moves nothing.
  /// - Parameter widths: the widths of both; `nil` where the chart may only stand above the table.
  init(_ area: Rect, wanted: Int, least: Int = 0, table lines: Int, widths: Widths?) {
    if let columns = widths.flatMap({ ChartAndTable.columns(of: area, $0) }) {
      let left = columns[0].rows([.share(1), .fixed(1)], gap: 1)
      (chart, legend, table) = (left[0], left[1], columns[1])
    } else {
      let fair = min(wanted, max(5, least, area.height * 2 / 5))
      let free = area.height - 1 - (area.height > 20 ? 1 : 0) - lines
      let height = free >= max(ChartAndTable.fewest, least) ? min(fair, free) : fair
      let rows = area.rows([.fixed(height), .fixed(1), .share(1)])
      (chart, legend, table) = (rows[0], rows[1], rows[2].inset(top: area.height > 20 ? 1 : 0))
    }
  }

  /// The lines of a chart that still says something: its title, the sum, a bar, and how many there are more.
  private static let fewest = 4

  /// The lines that show all of both.
  static func naturalHeight(chart: Int, table: Int, width: Int, widths: Widths?) -> Int {
    let line = Rect(x: 0, y: 0, width: width, height: 1)
    return widths.flatMap { columns(of: line, $0) } == nil
      ? chart * 5 / 2 + 3 + table : max(chart + 2, table)
  }

  private static func columns(of area: Rect, _ widths: Widths) -> [Rect]? {
    area.abreast([widths.chart, widths.table], gap: 3)
  }
}
