import Canvas

/// The screen of a page that is open and not seen, after the facts changed: it shows nothing, until coming
/// back makes the true one.
struct SleepingScreen: Screen {
  static let title = ""
  static let purpose = ""

  let headline: [Span] = []
  let panes: [Pane] = []
  let record: any Encodable & Sendable = [String]()

  init(page: Page) {}
  init(page: Page, world: World, settings: Settings) {}

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {}
  func naturalHeight(width: Int) -> Int { 0 }
}
