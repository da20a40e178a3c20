import Canvas
import Charts
import Dataset
import Insight

/// One layer of the chain: its organisations with what they raised, what they are worth, what they
/// operate and how far they depend on NVIDIA; whose chips its compute has; for models, Europe's against
/// those of the United States and China, the models themselves and who signed the code of practice.
struct LayerScreen: Screen {
  static let title = "Layer"
  static let csvHoldsEveryPane = true
  static let purpose = "one layer of the chain that ends in an application"

  let headline: [Span]
  let record: any Encodable & Sendable
  private let stack: TableStack
  private let picture: FrontierPicture?

  var panes: [Pane] { stack.tables.map(\.pane) }

  init(page: Page, world: World, settings: Settings) {
    guard case .layer(let layer) = page else {
      headline = []
      record = [String]()
      stack = TableStack(tables: [])
      picture = nil
      return
    }
    let facts = LayerFacts(layer, in: world)
    headline = facts.headline
    record = facts.profile
    picture = layer == .models ? FrontierPicture(world) : nil
    let homes = picture.map { [$0.table] } ?? []
    stack = TableStack(
      tables: ([facts.members(sort: settings.sort[0])] + homes
        + [
          facts.suppliers, ModelList.table(layer, in: world, sort: settings.sort[1 + homes.count]),
        ]).filter { $0.count > 0 })
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    var rest = area
    if let picture, area.height >= 14 {
      let height = area.height >= 30 ? 11 : 7
      picture.draw(in: area.row(0).union(height), on: &frame.canvas)
      rest = area.inset(top: height + 1)
    }
    stack.draw(Array(stack.tables.indices), in: rest, of: &frame, view: view)
  }

  func naturalHeight(width: Int) -> Int {
    max(1, stack.naturalHeight + (picture == nil ? 0 : 12))
  }
}

extension Rect {
  /// The same from its first row on, so many rows high.
  fileprivate func union(_ height: Int) -> Rect { Rect(x: x, y: y, width: width, height: height) }
}
