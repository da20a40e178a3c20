import Canvas
import Dataset

/// The screen of an open page out of sight, after the facts changed: it shows nothing until the
/// page comes back.
struct SleepingScreen: Screen {
  static let title = ""
  static let purpose = ""

  let headline: [Span] = []
  let panes: [Pane] = []
  let record: any JSONConvertible & Sendable = [String]()

  init(page: Page) {}
  init(page: Page, world: World, settings: Settings) {}

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {}
  func naturalHeight(width: Int) -> Int { 0 }
}
