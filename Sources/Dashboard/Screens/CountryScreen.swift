import Canvas
import Dataset

struct CountryScreen: Screen {
  static let title = "Country"
  static let purpose = "one country: its authorities, compute and companies"

  let headline: [Span]
  let record: any Encodable & Sendable = [String]()
  var panes: [Pane] { [] }

  init(page: Page, world: World, settings: Settings) {
    headline = [Span(CountryScreen.title, .heading)]
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {}

  func naturalHeight(width: Int) -> Int { 1 }
}
