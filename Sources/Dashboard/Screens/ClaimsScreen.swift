import Canvas
import Dataset

struct ClaimsScreen: Screen {
  static let title = "Claims"
  static let purpose = "what the briefings said, checked"

  let headline: [Span]
  let record: any Encodable & Sendable = [String]()
  var panes: [Pane] { [] }

  init(page: Page, world: World, settings: Settings) {
    headline = [Span(ClaimsScreen.title, .heading)]
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {}

  func naturalHeight(width: Int) -> Int { 1 }
}
