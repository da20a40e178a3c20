import Canvas
import Charts
import Dataset
import Insight

// The words for sizes in a unit of compute: figures, and what a sum leaves out.
extension ComputeUnit {
  /// A size as screens write it: few megawatts with their fraction, everything else whole.
  func figure(_ size: Double) -> String {
    self == .mw && size < 100 ? NumberFormat.figure(size) : NumberFormat.integer(size)
  }

  /// A size at least and at most: `1,069,794–1,088,747`.
  func figure(_ size: ClosedRange<Double>) -> String {
    NumberFormat.interval(figure(size.lowerBound), figure(size.upperBound))
  }

  /// The same where there is little room: `1.07–1.09M`.
  func compact(_ size: ClosedRange<Double>) -> String {
    NumberFormat.interval(
      NumberFormat.compact(size.lowerBound), NumberFormat.compact(size.upperBound))
  }

  /// The size of a unit of the bars.
  var scale: Double { self == .mw ? 1 : 1000 }

  /// The unit of bars: `thousand accelerators`.
  var bars: String { self == .mw ? title : "thousand \(title)" }

  /// A size as it stands next to a bar.
  func bar(_ size: ClosedRange<Double>) -> String {
    func text(_ value: Double) -> String {
      self == .mw ? NumberFormat.figure(value) : NumberFormat.fixed(value / scale, places: 1)
    }
    return NumberFormat.interval(text(size.lowerBound), text(size.upperBound))
  }

  /// The fact about a site without which it has no size in the unit.
  var missing: String {
    switch self {
    case .accelerators: "size"
    case .h100e: "number or chip"
    case .mw: "power"
    }
  }

  /// The words for the sites that a sum leaves out: `12 sites of unknown power`.
  func leftOut(_ count: Int) -> String { "\(counted(count, "site")) of unknown \(missing)" }

  /// The title of a column of sizes.
  var heading: String { self == .accelerators ? "Accelerators" : title }
}

extension Column {
  /// A column of sizes in a unit, under the id that the unit has in data.
  static func size(
    in unit: ComputeUnit, minimum: Int, priority: Int, title: String? = nil,
    style: Style? = nil, styled: (@Sendable (Row, World, Style) -> Style)? = nil,
    words: Of<String?>? = nil, _ size: @escaping Of<ClosedRange<Double>?>
  ) -> Column<Row> {
    // Both ends of an interval take more cells than one figure.
    let cells = unit == .h100e ? max(minimum, title == nil ? 16 : 9) : minimum
    let shown = Table.Column(
      title ?? unit.heading, alignment: .trailing, minimum: cells, priority: priority)
    func column<Cell: CellType>(
      _ cell: @escaping @Sendable (ClosedRange<Double>) -> Cell
    ) -> Column<Row> {
      Column(unit.rawValue, shown, style: style, styled: styled, words: words) { row, world in
        size(row, world).map(cell)
      }
    }
    return switch unit {
    case .accelerators: column { Int(nearest: $0.lowerBound) }
    case .h100e: column { Interval($0) }
    case .mw: column { $0.lowerBound }
    }
  }
}
