import Canvas
import Dataset

struct ChangesScreen: Screen {
  static let title = "Changes"
  static let purpose = "what became known since a day"

  let headline: [Span]
  let record: any Encodable & Sendable = [String]()
  var panes: [Pane] { [] }

  init(page: Page, world: World, settings: Settings) {
    headline = [Span(ChangesScreen.title, .heading)]
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {}

  func naturalHeight(width: Int) -> Int { 1 }
}
