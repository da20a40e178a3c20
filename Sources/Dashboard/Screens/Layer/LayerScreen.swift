import Canvas
import Charts
import Dataset
import Insight

/// A layer of the chain: its organisations with their money, value, compute and dependency, and the
/// makers of its chips.
///
/// For models it has Europe's compared with those of the United States and China. It also has the
/// models themselves and the signatories of the code of practice.
struct LayerScreen: Screen {
  static let title = "Layer"

  static let purpose = "one layer of the chain that ends in an application"

  static let views = [
    NamedView(
      "Models: open weights, and the chips they were trained on", also: "parameters licence",
      kind: "layer", .layer(.models))
  ]

  let headline: [Span]
  let mainTable: String? = "organisations"
  let record: any JSONConvertible & Sendable
  private let stack: TableStack
  private let picture: FrontierPicture?

  var panes: [Pane] { stack.tables.map(\.pane) }

  init(page: Page, world: World, settings: Settings) {
    guard case .layer(let layer) = page.subject else {
      headline = []
      record = [String]()
      stack = TableStack(tables: [])
      picture = nil
      return
    }
    let facts = LayerFacts(layer, in: world)
    headline = facts.headline
    record = facts.record
    picture = layer == .models ? FrontierPicture(world) : nil
    // A list that a filter empties stays and says so; a list that the layer never has is not there.
    let hasModels = !ModelList.models(of: layer, in: world).isEmpty
    let models: [Section] =
      hasModels ? [{ ModelList.table(layer, in: world, sort: $0["models"]) }] : []
    let members: [Section] =
      facts.profile.members.isEmpty ? [] : [{ facts.members(sort: $0["organisations"]) }]
    let bases = ModelBaseList(world)
    let homes: [Section] =
      picture.map { picture in
        [{ picture.table(sort: $0["homes"]) }]
          + (bases.isTold ? [{ bases.table(sort: $0["bases"]) }] : [])
      } ?? []
    let suppliers: [Section] =
      facts.profile.suppliers.isEmpty ? [] : [{ facts.suppliers(sort: $0["suppliers"]) }]
    // On the page of the models they come first; elsewhere the organisations do.
    let sections =
      picture == nil ? members + suppliers + models : models + homes + members + suppliers
    stack = TableStack(
      tables: sections.map { $0(settings.sort) }, least: LayerScreen.least)
  }

  /// A table in the order that its pane has.
  private typealias Section = ([String: SortOrder]) -> FactTable

  /// The rows that a table keeps where another has the keys: its title, its header and two rows.
  private static let least = 4

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    var rest = area
    if let picture, area.height >= 14 {
      let height = area.height >= 45 ? 11 : 7
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

extension LayerScreen {
  static func subject(named name: String) -> Page.Subject? { Layer(name).map { .layer($0) } }
}

extension Page {
  public static func layer(_ layer: Layer) -> Page { Page(LayerScreen.self, .layer(layer)) }
}
