import Canvas
import Charts

extension DataTable {
  /// The list as a table of text, as wide as its content or as asked for. In the latter case columns give way
  /// from the right and the header says how many.
  public func canvas(width: Int?, hasHeaders: Bool = true) -> Canvas {
    let isNumeric = numericColumns
    let columns = zip(headers, isNumeric).enumerated().map { place, column in
      Table.Column(
        column.0, alignment: column.1 ? .decimal : .leading, minimum: 6, maximum: 40,
        priority: headers.count - place)
    }
    let row = row
    var table = Table(columns: columns, count: count) { place in
      row(place).map { $0 == .null ? .unknown : Table.Entry($0.read) }
    }
    let measure = table.measured(first: count)
    table.measure = measure
    let whole = measure.widths.reduce(0, +) + 2 * max(0, headers.count - 1)
    // The line of the headers is drawn above the picture where they are not wanted.
    let head = hasHeaders ? 0 : 1
    var canvas = Canvas(width: width ?? whole, height: count + 1 - head)
    let area = Rect(x: 0, y: -head, width: canvas.width, height: count + 1)
    table.draw(on: &canvas, in: area)
    return canvas
  }
}
