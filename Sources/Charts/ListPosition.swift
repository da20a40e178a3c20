import Canvas

/// A position in a list: the part of a chart's state that outlives a frame.
///
/// A chart draws from a position without changing it. ``settled(count:visible:)`` corrects a
/// position that no longer fits (the list became shorter, the window smaller). So a caller may keep
/// a stale position and still see the selected row.
public struct ListPosition: Hashable, Sendable {
  /// The selected row, from zero; nil for none.
  public var cursor: Int?
  /// The first row shown, from zero.
  public var offset: Int
  /// True if keys go to this list. The selection of a list without focus keeps its mark and loses
  /// the reverse video.
  public var isFocused: Bool

  /// The number of columns scrolled out of sight, in charts that scroll sideways.
  public var sideways: Int

  public init(cursor: Int? = nil, offset: Int = 0, isFocused: Bool = true, sideways: Int = 0) {
    self.cursor = cursor
    self.offset = offset
    self.isFocused = isFocused
    self.sideways = sideways
  }

  /// The position as it holds for `count` rows of which `visible` fit.
  ///
  /// The cursor is a row of the list (nil if there is none). The offset leaves no blank tail while
  /// there are rows above, and the selected row is in the window.
  public func settled(count: Int, visible: Int) -> ListPosition {
    var result = self
    result.cursor = count > 0 ? cursor.map { min(max($0, 0), count - 1) } : nil
    if let cursor = result.cursor {
      result.offset = min(max(result.offset, cursor - max(visible, 1) + 1), cursor)
    }
    result.offset = max(0, min(result.offset, count - max(visible, 1)))
    return result
  }

  /// The position after a move of the cursor by `rows`, stopping at both ends. Without a cursor,
  /// the first move selects the first row shown.
  public func moved(by rows: Int, count: Int, visible: Int) -> ListPosition {
    var result = settled(count: count, visible: visible)
    guard count > 0 else { return result }
    let (target, overflow) = (result.cursor ?? result.offset).addingReportingOverflow(
      cursor == nil ? 0 : rows
    )
    result.cursor = overflow ? (rows > 0 ? count - 1 : 0) : target
    return result.settled(count: count, visible: visible)
  }

  /// The position a page on, or back where `rows` is negative: the window moves by as much as the cursor, so
  /// that the first press shows other rows.
  public func paged(by rows: Int, count: Int, visible: Int) -> ListPosition {
    var result = settled(count: count, visible: visible)
    let (offset, overflow) = result.offset.addingReportingOverflow(rows)
    if !overflow { result.offset = max(0, min(offset, count - max(visible, 1))) }
    let moved = moved(by: rows, count: count, visible: visible)
    result.cursor = moved.cursor
    return result.settled(count: count, visible: visible)
  }

  /// The style of a row's text: reversed where it is selected and the list has the focus.
  func style(_ style: Style, ofRow row: Int) -> Style {
    row == cursor && isFocused ? style.adding(.reverse) : style
  }

  /// Draws the mark before the selected row: bold where keys go to the list, thin where they do not.
  func drawMark(x: Int, y: Int, on canvas: inout Canvas) {
    canvas.set(
      isFocused ? Glyph.selected : Glyph.selectedElsewhere, x: x, y: y,
      style: isFocused ? .accent : .dim)
  }

  /// Gives the selected row one colour from edge to edge, whatever is in its cells; nothing where keys go
  /// elsewhere.
  func drawSelection(in row: Rect, on canvas: inout Canvas) {
    guard isFocused else { return }
    canvas.restyle(row) { $0.selected }
    // Full blocks in reverse video are holes in the row: the paper shows through a bar of dark shade.
    canvas.replace(Glyph.full, with: Glyph.dark, in: row)
  }
}

extension Style {
  /// The look of a cell in a selected row: ink and paper exchanged, and no colour of its own. A colour
  /// exchanged would be a block that says something else.
  ///
  /// A colour exchanged already, as a letter in a bar, is so once more, and stays legible.
  var selected: Style {
    let kept = attributes.intersection([.bold, .underline])
    return Style(.plain, attributes.contains(.reverse) ? kept : kept.union(.reverse))
  }
}

extension Optional where Wrapped == ListPosition {
  /// The style of a title: lit where keys go to the list under it.
  var titleStyle: Style { self?.isFocused == true ? Style(.accent, .bold) : .heading }
}
