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

  /// - Parameter wanted: the lines the chart asks for.
  /// - Parameter widths: the widths of both; `nil` where the chart may only stand above the table.
  init(_ area: Rect, wanted: Int, widths: Widths?) {
    if let columns = widths.flatMap({ ChartAndTable.columns(of: area, $0) }) {
      let left = columns[0].rows([.share(1), .fixed(1)], gap: 1)
      (chart, legend, table) = (left[0], left[1], columns[1])
    } else {
      let height = min(wanted, max(5, area.height * 2 / 5))
      let rows = area.rows([.fixed(height), .fixed(1), .share(1)])
      (chart, legend, table) = (rows[0], rows[1], rows[2].inset(top: area.height > 20 ? 1 : 0))
    }
  }

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
