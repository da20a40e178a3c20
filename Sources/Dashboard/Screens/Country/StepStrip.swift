import Canvas
import Charts
import Dataset
import Insight

/// The steps of a state over time as a small picture next to their table, a line for each step.
///
///     2025          2026
///      ◔───────────────────◐──●━━━━━
///                             ●━━━━━
///
/// A mark stands at the date of each row, and a line runs from it until the next row: heavy while
/// the step holds, dashed while it is merely legislated or partial. The dashed upright line is the
/// day on which the step was due.
struct StepStrip: Sendable {
  private let cells: [EnforcementCell]
  private let days: ClosedRange<Int>
  private let end: Int

  /// The steps in the order of their lines, from the first row known to the later of two days.
  init(_ cells: [EnforcementCell], day: Day, today: Day) {
    self.cells = cells
    let dates = cells.flatMap(\.history).map(\.date.firstDay)
    let deadlines = cells.compactMap { $0.deadline?.firstDay }
    let last = max(day, today)
    let first = (dates + deadlines).filter { $0 <= last }.min() ?? last
    days = first.adding(days: -20).number...max(first, last).number
    end = day.number
  }

  /// Draws the axis in one line and the steps in those under it, from the `first` step on.
  func draw(on canvas: inout Canvas, axis: Rect, lines: Rect, first: Int) {
    guard axis.width >= 12 else { return }
    let scale = TimeScale(days: days, columns: axis.width)
    for tick in scale.ticks() where !tick.label.isEmpty {
      canvas.put(tick.label, x: axis.x + tick.x, y: axis.y, style: .dim, width: axis.width - tick.x)
    }
    canvas.withClip(lines) { canvas in
      for slot in 0..<min(lines.height, max(0, cells.count - first)) {
        draw(cells[first + slot], in: lines.row(slot), scale, on: &canvas)
      }
    }
  }

  private func draw(
    _ cell: EnforcementCell, in line: Rect, _ scale: TimeScale, on canvas: inout Canvas
  ) {
    if let due = cell.deadline?.lastDay, scale.days.contains(due.number) {
      let x = line.x + scale.x(of: due.number)
      canvas.set(Glyph.dashedVertical, x: x, y: line.y, style: .rule)
    }
    let rows = cell.history
    for (index, row) in rows.enumerated() {
      let start = scale.x(of: row.date.firstDay.number)
      let next = index + 1 < rows.count ? rows[index + 1].date.firstDay.number : end + 1
      let look = StepLook(cell.step, row.status)
      if look.rank > 0 {
        let glyph =
          look.rank == 3
          ? Glyph.heavyHorizontal : look.rank == 2 ? Glyph.dashedHorizontal : Glyph.horizontal
        for x in start..<max(start, scale.x(of: next)) {
          canvas.set(glyph, x: line.x + x, y: line.y, style: look.rank == 1 ? .rule : look.style)
        }
      }
      canvas.set(look.mark, x: line.x + start, y: line.y, style: look.style)
    }
  }
}
