import Canvas
import Charts
import Synchronization

/// The last picture of a pane. A key changes a pane or two, and the others are laid down as they were.
///
/// It belongs to the content of the pane: content that changes has another sketch. The picture must follow from the
/// content and from what its key names, so that nobody can tell a kept picture from a new picture.
final class Sketch: Sendable {
  /// Everything but its content that a pane may look like.
  struct Key: Equatable, Sendable {
    let pane: Int
    let area: Rect
    let clip: Rect
    let view: ViewState
    /// The row lit by another pane.
    let lit: Int?
    let emptyWords: String
    /// The world whose marks its rows have; `nil` where they have none.
    let marks: ObjectIdentifier?
  }

  /// The traces of a drawing in its frame.
  struct Picture: Sendable {
    let cells: CanvasPatch
    let regions: [Frame.Region]
    let position: ListPosition?
    let visible: Int?
    let widths: [Int: Int]?
    let isCut: Bool
    let isSaidEmpty: Bool
  }

  private let kept = Mutex<(key: Key, picture: Picture)?>(nil)

  func picture(for key: Key) -> Picture? {
    kept.withLock { $0?.key == key ? $0?.picture : nil }
  }

  func keep(_ picture: Picture, for key: Key) { kept.withLock { $0 = (key, picture) } }
}

extension ViewState {
  /// The part of it that a pane may look like.
  fileprivate func of(pane: Int) -> ViewState {
    var view = self
    view.positions = [position(pane)]
    view.columns = columns[pane].map { [0: $0] } ?? [:]
    view.widths = widths[pane].map { [0: $0] } ?? [:]
    view.focus = focus == pane ? 0 : 1
    // Content is made for its settings, and no pane looks at modes.
    view.settings = Settings()
    view.modes = []
    return view
  }
}

extension Frame {
  /// Draws a pane by laying down its last picture where that still shows it, else by a body that draws within the area.
  ///
  /// - Parameter lit: the row lit by another pane, where the body looks at that.
  mutating func draw(
    _ sketch: Sketch, as pane: Int, in area: Rect, view: ViewState, lit: Int? = nil,
    _ body: (inout Frame) -> Void
  ) {
    guard isSketched, !view.isPrinted else { return body(&self) }
    let key = Sketch.Key(
      pane: pane, area: area, clip: canvas.clip, view: view.of(pane: pane), lit: lit,
      emptyWords: emptyWords, marks: marks?.worldID)
    if let picture = sketch.picture(for: key) { return lay(picture, as: pane) }
    let (clip, first) = (canvas.clip, regions.count)
    canvas.clip = clip.intersection(area)
    body(&self)
    canvas.clip = clip
    sketch.keep(
      Sketch.Picture(
        cells: canvas.patch(area.intersection(clip)), regions: Array(regions[first...]),
        position: settled[pane], visible: visible[pane], widths: widths[pane],
        isCut: cut.contains(pane), isSaidEmpty: isSaidEmpty), for: key)
  }
}
