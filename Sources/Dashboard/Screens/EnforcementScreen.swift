import Canvas
import Dataset

struct EnforcementScreen: Screen {
  static let title = "Enforcement"
  static let purpose = "which state may enforce the AI Act"

  let headline: [Span]
  let record: any Encodable & Sendable = [String]()
  var panes: [Pane] { [] }

  init(page: Page, world: World, settings: Settings) {
    headline = [Span(EnforcementScreen.title, .heading)]
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {}

  func naturalHeight(width: Int) -> Int { 1 }
}
