import Canvas
import Dataset

struct ExposureScreen: Screen {
  static let title = "Exposure"
  static let purpose = "how much runs through one supplier, and along which paths"

  let headline: [Span]
  let record: any Encodable & Sendable = [String]()
  var panes: [Pane] { [] }

  init(page: Page, world: World, settings: Settings) {
    headline = [Span(ExposureScreen.title, .heading)]
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {}

  func naturalHeight(width: Int) -> Int { 1 }
}
