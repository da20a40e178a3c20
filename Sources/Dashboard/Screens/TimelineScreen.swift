import Canvas
import Dataset

struct TimelineScreen: Screen {
  static let title = "Timeline"
  static let purpose = "what happened when, and what comes next"

  let headline: [Span]
  let record: any Encodable & Sendable = [String]()
  var panes: [Pane] { [] }

  init(page: Page, world: World, settings: Settings) {
    headline = [Span(TimelineScreen.title, .heading)]
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {}

  func naturalHeight(width: Int) -> Int { 1 }
}
