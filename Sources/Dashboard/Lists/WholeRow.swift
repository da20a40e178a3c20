import Canvas
import Charts

/// The lines under an enlarged list that show whole what its columns cut of the selected row.
///
/// An enlarged list is there to be read: it gives up some rows rather than words.
enum WholeRow {
  /// The lines of text. A blank line stands before them where the list does not end in the count of its other rows.
  private static let lines = 2
  /// The height from which a list can spare them.
  private static let leastHeight = 14

  /// Splits an area into that of the list and that of the lines below; `nil` where nothing is cut or room lacks.
  ///
  /// - Parameter height: the lines of the list with all its rows.
  static func split(
    _ area: Rect, of table: Table, height: Int
  ) -> (list: Rect, rest: Rect?) {
    guard table.count > 0, area.height >= leastHeight, table.wholeWidth > area.width else {
      return (area, nil)
    }
    // A list that stands whole gives up no row.
    guard height > area.height || height + 1 + lines <= area.height else { return (area, nil) }
    let gap = height > area.height ? 0 : 1
    let height = min(height, area.height - lines)
    return (
      Rect(x: area.x, y: area.y, width: area.width, height: height),
      Rect(x: area.x, y: area.y + height + gap, width: area.width, height: lines)
    )
  }

  /// Draws the cut cells of a row, each after the title of its column.
  static func draw(
    _ table: Table, row: Int, position: ListPosition, list: Rect, in area: Rect,
    on canvas: inout Canvas
  ) {
    guard (0..<table.count).contains(row) else { return }
    let entries = table.row(row)
    let cells = table.cutColumns(row: row, in: list, position: position).map { column in
      let title = table.columns[column].title
      return title.isEmpty ? entries[column].text : "\(title): \(entries[column].text)"
    }
    let room = area.inset(left: 2)
    let lines = TextWidth.wrap(cells.joined(separator: " · "), width: max(1, room.width))
    for (line, text) in lines.prefix(area.height).enumerated() {
      let isLast = line == area.height - 1 && lines.count > area.height
      canvas.put(
        isLast ? TextWidth.clip(text + " …", to: room.width) : text, x: room.x, y: room.y + line,
        style: .plain, width: room.width)
    }
  }
}
