import Canvas

/// The cells of a bar's parts, exactly, and as well as characters show it.
///
/// The parts and their sum end where ``BarScale`` puts them. Where two parts meet within a cell it shows
/// the larger half of itself, up to the border between them. The other part begins or ends next to it. A
/// part that only shares cells gets a shared cell, and a hairline of it at least. Shades have no
/// eighths, so the hollow end is rounded to a cell. In a column, whose cells are twice as high as wide,
/// such a half would be a hole: the cell is all of the larger part's.
struct BarLayout {
  /// A part, or what is possible beyond the parts, in cells from the beginning of the bar.
  struct Span: Equatable {
    let start: Double
    let end: Double
    let style: Style
    var isHollow = false

    var length: Double { end - start }
  }

  enum Mark: Equatable {
    case full
    /// The cell up to so many eighths.
    case until(Int)
    /// The cell from so many eighths on.
    case from(Int)
    case hollow
    /// Less than half of a cell, as hollow.
    case hollowHairline
  }

  struct BarCell: Equatable {
    let index: Int
    var mark: Mark
    let style: Style
  }

  /// The parts with a length, then what is possible.
  let spans: [Span]
  /// The cells that show something, from the beginning on, each once.
  let cells: [BarCell]
  /// The letters of parts that are long enough, in the first cell that is all theirs.
  let letters: [(cell: Int, letter: Character, style: Style)]

  var extent: Int { cells.last.map { $0.index + 1 } ?? 0 }

  init(_ value: BarValue, on scale: BarScale, isUpright: Bool = false) {
    let parts = value.drawnParts
    var sum = 0.0
    let solid = parts.map { part in
      let start = scale.length(sum)
      sum += part.value
      return Span(start: start, end: scale.length(sum), style: part.style)
    }
    var cells = BarLayout.cells(of: solid, isUpright: isUpright)
    letters = zip(parts, solid).compactMap { part, span in
      guard let letter = part.letter else { return nil }
      let own = cells.filter { $0.mark == .full && span.contains(cell: $0.index) }
      guard own.count > 1, let first = own.first else { return nil }
      return (first.index, letter, part.style)
    }
    BarLayout.addSeams(between: solid, to: &cells, isUpright: isUpright)
    guard value.hasPossible else {
      spans = solid
      self.cells = cells
      return
    }
    let hollow = Span(
      start: scale.length(sum), end: scale.length(value.reach), style: value.possibleStyle,
      isHollow: true)
    spans = solid + [hollow]
    BarLayout.add(hollow, after: solid.last, to: &cells, of: scale.cells)
    self.cells = cells
  }

  /// Adds the cells of a hollow end: those that no part shares, else a hairline in the next cell. Where
  /// the room ends, it is the cell of which the hollow end has the larger half.
  private static func add(
    _ hollow: Span, after part: Span?, to cells: inout [BarCell], of count: Int
  ) {
    let first = cells.last.map { $0.index + 1 } ?? 0
    let end = Int(hollow.end.rounded())
    if first < end {
      cells += (first..<end).map { BarCell(index: $0, mark: .hollow, style: hollow.style) }
    } else if hollow.length > 0, first < count {
      cells.append(BarCell(index: first, mark: .hollowHairline, style: hollow.style))
    } else if hollow.length >= 0.5, let part, part.start < Double(first - 1) {
      cells[cells.count - 1] = BarCell(index: first - 1, mark: .hollow, style: hollow.style)
    }
  }

  private static func cells(of spans: [Span], isUpright: Bool) -> [BarCell] {
    let end = spans.last?.end ?? 0
    var first = 0
    return (0..<Int(end.rounded(.up))).compactMap { cell in
      while first < spans.count, spans[first].end <= Double(cell) { first += 1 }
      let inside = spans[first...].prefix { $0.start < Double(cell + 1) && $0.length > 0 }
      let isLast = (end * 8).rounded() <= Double(8 * (cell + 1))
      return mark(of: inside, in: cell, isLast: isLast, isUpright: isUpright)
    }
  }

  /// The mark of a cell by its parts, which follow each other.
  private static func mark(
    of inside: ArraySlice<Span>, in cell: Int, isLast: Bool, isUpright: Bool
  ) -> BarCell? {
    func eighth(_ place: Double) -> Int {
      Int((min(max(place - Double(cell), 0), 1) * 8).rounded())
    }
    guard let first = inside.first, let last = inside.last else { return nil }
    let end = eighth(last.end)
    let homeless = inside.filter { $0.start >= Double(cell) && $0.end <= Double(cell + 1) }
      .max { $0.length < $1.length }
    func shows(_ mark: Mark, _ span: Span) -> BarCell {
      BarCell(index: cell, mark: mark, style: span.style)
    }
    if end < 8 {
      // The end of the bar, whosever it is.
      let shown = homeless ?? first
      return end > 0 || homeless != nil ? shows(.until(max(1, end)), shown) : nil
    }
    if inside.count == 1 { return shows(.full, first) }
    if let homeless {
      let (from, until) = (eighth(homeless.start), eighth(homeless.end))
      if until == 8, from > 0 { return shows(.from(min(7, from)), homeless) }
      let isWhole = isLast || until - from == 8
      return shows(isWhole ? .full : .until(max(1, until - from)), homeless)
    }
    let border = eighth(first.end)
    if border == 0 { return shows(.full, last) }
    if border == 8 { return shows(.full, first) }
    if isUpright { return shows(.full, border >= 4 && !isLast ? first : last) }
    // The end of the bar is shown whatever the border loses by it.
    return border >= 4 && !isLast ? shows(.until(border), first) : shows(.from(border), last)
  }

  /// Takes a hairline off a part that ends with a cell. So the next part reads apart from it
  /// without colour.
  private static func addSeams(
    between spans: [Span], to cells: inout [BarCell], isUpright: Bool
  ) {
    for (left, right) in zip(spans, spans.dropFirst()) where left.length >= 2 {
      let border = isUpright ? Int(left.end.rounded()) * 8 : Int((left.end * 8).rounded())
      guard border % 8 == 0, right.length > 0,
        let index = cells.firstIndex(where: { $0.index == border / 8 - 1 }),
        cells[index].mark == .full, index + 1 < cells.count
      else { continue }
      cells[index].mark = .until(7)
    }
  }
}

extension BarLayout.Span {
  /// True if all of a cell is its own, to an eighth.
  fileprivate func contains(cell: Int) -> Bool {
    start < Double(cell) + 1.0 / 16 && end > Double(cell) + 15.0 / 16
  }
}

/// The lengths of bars: a value's length in cells, the same for all bars of a scale.
struct BarScale: Hashable {
  /// The value that fills the room.
  let maximum: Double
  /// The room in cells.
  let cells: Int

  /// The exact length in cells: in proportion to the value and within the room.
  func length(_ value: Double) -> Double {
    guard value > 0, maximum > 0, cells > 0 else { return 0 }
    return min(value / maximum, 1) * Double(cells)
  }
}
