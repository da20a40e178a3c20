import Canvas

/// The places of a `LayeredGraph`'s boxes and lines. Boxes stand in layers from left to right,
/// lines run along rows and columns. All measures are cells.
///
/// Sugiyama's framework in small passes, each with its pre- and postconditions at its type: cycle
/// removal, layering, dummies, order, rows, routes. The same graph gives the same layout whatever
/// the order of its nodes and edges.
public struct LayeredLayout: Hashable, Sendable {
  /// The effort of the search for an order with few crossings. It is counted in steps, so that the
  /// result does not depend on the machine.
  public enum Effort: CaseIterable, Hashable, Sendable {
    /// A fraction of the usual, for trying many layouts.
    case quick
    /// A few milliseconds for 100 nodes, below a tenth of a second for 1,000.
    case standard
    /// Several times the usual, for a picture that is printed or looked at for long.
    case thorough

    /// The steps for a graph of so many nodes. Small graphs have room for many; large graphs need
    /// their time for everything else.
    func steps(nodes: Int) -> Int {
      switch self {
      case .quick: 1_000 * max(100, nodes)
      case .standard: 1_100_000 + 9_000 * max(0, nodes - 100)
      case .thorough: 30_000 * max(100, nodes)
      }
    }
  }

  public struct Options: Hashable, Sendable {
    /// The rows there are. The layout is higher where a layer does not fit, lower where that costs
    /// nothing. Nil leaves it to the graph.
    public var rows: Int?
    /// The available columns. The rest of them goes to the gaps between the layers: lines get
    /// longer and labels stay as they are. With nil the gaps are as narrow as they can be.
    public var columns: Int?
    /// The effort of the search for an order with few crossings.
    public var effort: Effort
    /// The number of lines up to which a gap has exact tracks. Lines that share both ends with
    /// others then have a track of their own. Beyond that they are merged, which is narrower but
    /// leaves open which source leads to which target.
    public var exactTracks: Int

    public init(
      rows: Int? = nil, columns: Int? = nil, effort: Effort = .standard, exactTracks: Int = 12
    ) {
      self.rows = rows
      self.columns = columns
      self.effort = effort
      self.exactTracks = exactTracks
    }
  }

  public struct Box: Hashable, Sendable {
    public var id: String
    public var x, y, width, height: Int
    /// Its layer, from 0 at the left.
    public var layer: Int
    /// Its place within the layer, from 0 at the top, counting boxes only.
    public var order: Int
    /// The last row of the box where it has one more than its node asks for: edges that point left reach it
    /// there, because edges that point right share the side.
    public var hookRow: Int?
  }

  public struct Route: Hashable, Sendable {
    /// The index of the edge in `LayeredGraph.edges`. Parallel edges have equal paths.
    public var edge: Int
    public var from, to: Int
    /// The path from the cell next to the first box over all corners to the cell next to the
    /// second. The arrow head goes there. Neighbours in the list share a row or a column. Empty
    /// where the edge is a loop.
    public var path: [Point]
    /// True if it points from right to left, against the direction of the layers.
    public var isReversed: Bool
  }

  public let width, height: Int
  public let boxes: [Box]
  /// A path for each edge of the graph, in its order.
  public let routes: [Route]
  /// The indices of the boxes of each layer from top to bottom.
  public let layers: [[Int]]
  /// Pairs of lines that cross, parallel edges counted as one line: the crossings of the order within
  /// the layers, as layout programs count them.
  public let crossings: Int

  public init(_ graph: LayeredGraph, options: Options = Options()) {
    let indexed = IndexedGraph(graph)
    let nodes = indexed.nodes
    let arrangement = Arrangement.best(indexed, effort: options.effort)
    let (proper, ordering) = (arrangement.proper, arrangement.ordering)
    let ordered = OrderedGraph(
      proper, layers: ordering.layers, nodeHeights: nodes.map(\.height),
      leadsBack: arrangement.leadsBack)
    let rows = Rows(ordered, limit: options.rows)
    let routing = Routing(
      ordered, rows: rows, widths: nodes.map(\.width), columns: options.columns,
      exactTracks: options.exactTracks)

    width = routing.width
    height = routing.height
    crossings = ordering.crossings
    layers = ordering.layers.map { layer in layer.filter { !proper.isDummy($0) } }
    var order = [Int](repeating: 0, count: nodes.count)
    for layer in layers { for (i, node) in layer.enumerated() { order[node] = i } }
    boxes = nodes.indices.map { node in
      Box(
        id: nodes[node].id, x: routing.layerX[proper.layer[node]], y: routing.top[node],
        width: nodes[node].width, height: ordered.height[node], layer: proper.layer[node],
        order: order[node],
        hookRow: ordered.spareRows[node] > 0
          ? routing.top[node] + ordered.height[node] - 1 : nil)
    }
    routes = graph.edges.indices.map { edge in
      let ends = indexed.endsOfEdge[edge]
      let isReversed = indexed.arcOfEdge[edge].map { arrangement.isTurned[$0] } ?? false
      let chain = arrangement.arcs.firstIndex(ofSorted: isReversed ? ends.reversed : ends)
      let path = chain.map { routing.paths[$0] } ?? []
      return Route(
        edge: edge, from: ends.tail, to: ends.head, path: isReversed ? path.reversed() : path,
        isReversed: isReversed)
    }
  }
}
