import Canvas
import Charts
import Dataset

/// The texts in the boxes of the graph, and their width: a name at the left, a figure at the right,
/// as in a table. Names are cut only where the columns there do not suffice.
struct ReachLabels {
  /// The text and the width of every node.
  struct Labels {
    var texts: [ReachGraph.Node: String] = [:]
    var widths: [ReachGraph.Node: Int] = [:]
    /// True if the picture is no wider than asked, with legible names and figures.
    var fits = true
  }

  private let dataset: Dataset

  init(_ dataset: Dataset) { self.dataset = dataset }

  /// The length of the figure next to a name, from long to nothing.
  private enum Figures: CaseIterable {
    case long, short, suppliersAndOperators, none

    func shows(_ tier: Int) -> Bool {
      switch self {
      case .long, .short: true
      case .suppliersAndOperators: tier < 3
      case .none: false
      }
    }

    /// The cells of a name below which rather the figures are shortened.
    var least: Int {
      switch self {
      case .long: 22
      case .short: 16
      case .suppliersAndOperators: 12
      case .none: 0
      }
    }
  }

  typealias Figure = (
    _ weight: ClosedRange<Double>, _ lost: ClosedRange<Double>?, _ isLong: Bool
  ) -> String

  /// Labels as long as a width takes.
  ///
  /// The gaps of a layout do not depend on its boxes, so the room for names is known exactly. It is
  /// shared out so that the longest names are cut first.
  ///
  /// - Parameter least: The fewest cells of a name for which the labels count as fitting.
  func fitted(
    _ draft: ReachChart.Draft, width: Int, least: Int, _ figure: Figure
  ) -> Labels {
    let layers = nodesByLayer(draft)
    let gaps = draft.layout.width - layers.count
    var best = Labels()
    for figures in Figures.allCases {
      let columns = layers.map { layer in
        Column(layer.map { content($0, draft, figures, figure) })
      }
      let room = width - gaps - columns.reduce(0) { $0 + $1.figure + 2 }
      let longest = ReachLabels.cut(columns.map(\.name), to: room)
      best = Labels()
      best.fits = longest >= least && figures != .none
      for column in columns { column.write(to: &best, longest: max(4, longest)) }
      if longest >= max(figures.least, least) || figures == .none { return best }
    }
    return best
  }

  /// Labels of a picture that may be as large as it likes.
  func whole(_ draft: ReachChart.Draft, _ zoom: ReachChart.Zoom, _ figure: Figure) -> Labels {
    var labels = Labels()
    for layer in nodesByLayer(draft) {
      switch zoom {
      case .dots:
        for node in layer {
          labels.texts[node] = String(Character(Glyph.markFull))
          labels.widths[node] = 1
        }
      case .names, .figures, .fit:
        let figures: Figures = zoom == .names ? .none : .long
        Column(layer.map { content($0, draft, figures, figure) })
          .write(to: &labels, longest: .max)
      }
    }
    return labels
  }

  /// The longest name allowed so that columns of names take no more than `room` cells in all.
  static func cut(_ columns: [Int], to room: Int) -> Int {
    var low = 0
    var high = columns.max() ?? 0
    while low < high {
      let middle = (low + high + 1) / 2
      if columns.reduce(0, { $0 + min($1, middle) }) <= room {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return low == columns.max() ?? 0 ? .max : low
  }

  private struct Content {
    let node: ReachGraph.Node
    let name: String
    let figure: String

    var isFolded: Bool {
      if case .folded = node { return true }
      return false
    }

    /// The name as it fits; of a count the word behind it goes first.
    func name(within width: Int) -> String {
      if isFolded, TextWidth.of(name) > width {
        return String(name.prefix { $0 != " " })
      }
      return TextWidth.clip(name, to: width)
    }
  }

  private struct Column {
    let contents: [Content]
    /// The cells of the longest name.
    let name: Int
    /// The cells of the longest figure and the blank before it.
    let figure: Int

    init(_ contents: [Content]) {
      self.contents = contents
      name = contents.map { TextWidth.of($0.name) }.max() ?? 0
      let longest = contents.map { TextWidth.of($0.figure) }.max() ?? 0
      figure = longest > 0 ? longest + 1 : 0
    }

    func write(to labels: inout Labels, longest: Int) {
      let width = min(name, longest)
      for content in contents {
        // A box without a figure ends with its name, so that a line that leaves it starts there.
        let isBare = content.figure.isEmpty
        let name = content.name(within: isBare ? min(longest, width + figure) : width)
        if isBare {
          // The drawing lets a name run on over blank cells at its right.
          labels.texts[content.node] = content.isFolded ? name : content.name
          labels.widths[content.node] = TextWidth.of(name) + 2
        } else {
          labels.texts[content.node] =
            TextWidth.pad(name, to: width, align: .leading)
            + TextWidth.pad(content.figure, to: figure, align: .trailing)
          labels.widths[content.node] = width + figure + 2
        }
      }
    }
  }

  private func content(
    _ node: ReachGraph.Node, _ draft: ReachChart.Draft, _ figures: Figures, _ figure: Figure
  ) -> Content {
    let weight = draft.graph.weights[node]?.size ?? 0...0
    let tier = draft.graph.tiers[node] ?? 0
    let text = figures.shows(tier) ? figure(weight, draft.graph.losses[node], figures == .long) : ""
    return Content(node: node, name: name(of: node, draft), figure: text)
  }

  /// A name as short as people still know it: without what stands in brackets or explains it.
  static func brief(_ name: String) -> String {
    let head = name.split(separator: "(").first.map(String.init) ?? name
    var words = head.split(separator: " ")
    if let dash = words.firstIndex(of: "-"), dash > 0 { words = Array(words[..<dash]) }
    return words.joined(separator: " ")
  }

  private func name(of node: ReachGraph.Node, _ draft: ReachChart.Draft) -> String {
    switch node {
    case .organisation(let id):
      return ReachLabels.brief(dataset.name(id))
    case .unknownVendor: return "unnamed"
    case .jurisdiction(let place): return place.title
    case .country(let id): return dataset.name(id)
    case .folded(let tier): return "+\(draft.hidden[tier]?.count ?? 0) more"
    }
  }

  private func nodesByLayer(_ draft: ReachChart.Draft) -> [[ReachGraph.Node]] {
    var byKey: [String: ReachGraph.Node] = [:]
    for node in draft.graph.tiers.keys { byKey[draft.graph.key(node)] = node }
    return draft.layout.layers.map { layer in
      layer.compactMap { byKey[draft.layout.boxes[$0].id] }
    }
  }
}
