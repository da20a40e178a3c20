import Canvas

/// An upright axis whose ticks fall on rows exactly, so that a column that reaches a tick ends at
/// it.
///
///     10 ┤
///        │
///      5 ┤
///        │
///      0 └
struct RowAxis: Hashable {
  struct Tick: Hashable {
    let row: Int
    let label: String
  }

  /// The value from one tick to the next: 1, 2 or 5 times a power of ten.
  let step: Double
  /// The rows from one tick to the next.
  let rowsPerStep: Int
  /// The rows that values take; no more than there are.
  let rows: Int

  /// The axis that shows `maximum` highest in `rows` rows. It prefers a few ticks, on at most every
  /// other row. `isCount` keeps ticks off the values between whole numbers.
  init(maximum: Double, rows: Int, isCount: Bool = false) {
    let top = maximum.isFinite && maximum > 0 ? maximum : 1
    var best = (
      score: -Double.infinity, step: ValueAxis.nice(top), rowsPerStep: max(1, rows)
    )
    for ticks in 1...10 {
      let step = ValueAxis(maximum: top, ticks: ticks, whole: isCount).step
      let fitting = (Double(rows) * step / top + 1e-9).rounded(.down)
      guard fitting >= (rows > 3 ? 2 : 1), fitting <= 1_000 else { continue }
      let labels = ((fitting * top / step - 1e-9).rounded(.up) / fitting).rounded(.down)
      // An axis that names nothing but zero is the last choice.
      let names = labels > 0 ? Double(rows) * 0.08 * min(labels, 4) : -Double(rows)
      let score = fitting * top / step + names
      if score > best.score { best = (score, step, Int(fitting)) }
    }
    step = best.step
    rowsPerStep = best.rowsPerStep
    let needed = (top / step * Double(rowsPerStep) - 1e-9).rounded(.up)
    self.rows = max(0, min(rows, Int(min(needed, 10_000))))
  }

  /// The value at the upper edge of the rows.
  var top: Double { Double(rows) * step / Double(rowsPerStep) }

  /// The ticks from zero up that lie within the rows, their labels with the same digits.
  var ticks: [Tick] {
    let labels = ValueAxis(step: step, steps: rows / rowsPerStep).labels
    return labels.enumerated().map { Tick(row: $0.offset * rowsPerStep, label: $0.element) }
  }

  /// The cells of the widest label.
  var labelWidth: Int { ticks.reduce(0) { max($0, TextWidth.of($1.label)) } }

  /// Draws the labels right-aligned and the line with its ticks into `area`. The last column is the
  /// line's and the last row that of zero.
  func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    let x = area.maxX - 1
    let zero = area.maxY - 1
    for y in area.minY...zero {
      canvas.joinLine(x: x, y: y, mask: y == zero ? .up : .vertical)
    }
    for tick in ticks {
      let y = zero - tick.row
      let field = Rect(x: area.x, y: y, width: area.width - 2, height: 1)
      canvas.put(tick.label, in: field, align: .trailing, style: .dim)
      canvas.joinLine(x: x, y: y, mask: tick.row == 0 ? .right : .left)
    }
  }
}
