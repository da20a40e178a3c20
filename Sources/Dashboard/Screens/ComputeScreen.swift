import Canvas
import Dataset

struct ComputeScreen: Screen {
  static let title = "Compute"
  static let purpose = "whose accelerators stand where, and how firm they are"

  let headline: [Span]
  let record: any Encodable & Sendable = [String]()
  var panes: [Pane] { [] }

  init(page: Page, world: World, settings: Settings) {
    headline = [Span(ComputeScreen.title, .heading)]
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {}

  func naturalHeight(width: Int) -> Int { 1 }
}
