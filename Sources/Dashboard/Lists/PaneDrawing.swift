import Canvas
import Charts

/// The drawing of a pane that has the whole screen.
typealias PaneDrawing = @Sendable (Int, Rect, inout Frame, ViewState) -> Void

extension Pane {
  /// Draws the pane alone: as it draws itself, or where it is part of a picture as a list of its rows.
  func draw(_ index: Int, in area: Rect, of frame: inout Frame, view: ViewState) {
    if let drawing { return drawing(index, area, &frame, view) }
    list.draw(index, in: area, of: &frame, view: view)
  }

  private var list: FactTable {
    let titles = columns.isEmpty && count > 0 ? cells(0).map { _ in "" } : columns
    let widths = titles.indices.map { $0 == titles.count - 1 ? 80 : 40 }
    return FactTable(
      listing: self,
      columns: zip(titles, widths).map { Table.Column($0, minimum: 4, maximum: $1) })
  }
}

extension State {
  /// True if the pane in focus has the whole screen.
  var isEnlarged: Bool {
    place.view.isEnlarged && place.panes.indices.contains(place.view.focus)
  }

  /// Gives the pane in focus the whole screen, or the screen its panes again.
  mutating func enlarge() {
    guard place.panes.indices.contains(place.view.focus) else {
      message = .note("there is no list here")
      return
    }
    place.view.isEnlarged.toggle()
  }

  /// Draws the pane in focus alone, under its title and which of the panes it is.
  func drawEnlarged(in area: Rect, of frame: inout Frame) {
    let focus = place.view.focus
    let panes = place.panes
    func hint(_ command: Command, _ words: String) -> String? {
      keymap.label(of: command).map { "\($0) \(words)" }
    }
    let hints = [
      panes.count > 1 ? "\(focus + 1) of \(panes.count)" : nil,
      panes.count > 1 ? hint(.nextPane, "the next") : nil, hint(.enlarge, "all"),
    ]
    let place = hints.compactMap { $0 }.joined(separator: ", ")
    let width = TextWidth.of(place)
    if area.width >= width + 20 {
      frame.canvas.put(place, x: area.maxX - width, y: area.y, style: .dim)
    }
    let room = area.width >= width + 20 ? area.width - width - 2 : area.width
    frame.canvas.put(
      [Span(panes[focus].title, Style(.accent, .bold))].title(within: room), x: area.x, y: area.y)
    self.place.screen.draw(
      pane: focus, in: area.inset(top: 1), of: &frame, view: self.place.view)
  }
}
