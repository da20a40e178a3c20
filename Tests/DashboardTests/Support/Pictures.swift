import Canvas
import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// The sizes at which every screen is looked at.
let screenSizes = [
  Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 200, height: 60),
]

extension Size {
  /// As it stands in the name of a golden: `80x24`.
  var name: String { "\(width)x\(height)" }
}

extension State {
  /// The dashboard opened on a page.
  static func opened(
    _ page: Page, _ world: World, size: Size = Size(width: 120, height: 40),
    resuming session: Session? = nil, keepsWorld: Bool = false
  ) -> State {
    var state = State(
      world: world, page: page, size: size, resuming: session, keepsWorld: keepsWorld)
    state.redraw()
    return state
  }

  /// The dashboard opened in a large window on the frozen ledger, on the day of its last revision.
  static func onFrozenLedger(_ page: Page) throws -> State {
    let dataset = try FrozenLedger.dataset()
    return opened(
      page, World(dataset: dataset, today: dataset.updated), size: Size(width: 160, height: 40))
  }

  /// Presses keys in turn, drawing after each as the program does.
  mutating func press(_ keys: Key...) {
    for key in keys {
      _ = update(.key(key))
      redraw()
    }
  }

  /// Types characters in turn.
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// The headline and the body, as large as the window leaves them, without what the shell draws
  /// around them. A screen's golden keeps these, so that a new hint changes no golden of a screen.
  func screenPicture(ascii: Bool = false) -> String {
    var frame = Frame(size: Size(width: size.width, height: max(0, size.height - 3)))
    frame.canvas.put(place.screen.headline, x: 1, y: 0, width: max(0, size.width - 2))
    let body = frame.canvas.bounds.inset(left: 1, top: 2, right: 1)
    place.screen.draw(in: body, of: &frame, view: place.view)
    return PlainText.write(frame.canvas, ascii: ascii)
  }

  /// The screen as text.
  func picture(ascii: Bool = false) -> String { PlainText.write(canvas(), ascii: ascii) }

  /// The screen as cells.
  func canvas() -> Canvas {
    var frame = Frame(size: size)
    draw(on: &frame)
    return frame.canvas
  }

  private mutating func redraw() {
    var frame = Frame(size: size)
    draw(on: &frame)
    settle(frame)
  }
}

/// A page as it is printed.
func sheet(_ page: Page, _ world: World, width: Int, ascii: Bool = false) -> String {
  PlainText.write(Sheet(page: page, world: world).canvas(width: width, height: nil), ascii: ascii)
}

/// Draws a page into windows of every awkward size, whole and printed; a crash is the failure.
func expectToFitAnywhere(_ page: Page, _ world: World) {
  let sizes =
    [(0, 0), (1, 1), (2, 2), (1, 60), (200, 1), (40, 10), (41, 11), (60, 12), (80, 24), (500, 200)]
  for (width, height) in sizes {
    var state = State.opened(page, world, size: Size(width: width, height: height))
    state.press(.tab, .down, .right, .end, .up, .left, .pageDown, .home)
    #expect(state.canvas().width == width)
    #expect(Sheet(page: page, world: world).canvas(width: width, height: height).height == height)
    var frame = Frame(size: Size(width: width, height: height))
    state.place.screen.draw(in: frame.canvas.bounds, of: &frame, view: state.place.view)
  }
}

/// Every cell that escaped what may be shown: control characters and marks of direction.
func hostileScalars(_ canvas: Canvas) -> [Unicode.Scalar] {
  var found: [Unicode.Scalar] = []
  for y in 0..<canvas.height {
    for x in 0..<canvas.width {
      for scalar in canvas.character(x, y).unicodeScalars
      where scalar.value < 32 || (0x7F...0x9F).contains(scalar.value)
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      {
        found.append(scalar)
      }
    }
  }
  return found
}
