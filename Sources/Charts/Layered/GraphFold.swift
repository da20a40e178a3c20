import Canvas

/// A graph made to fit an area: of each layer the nodes that matter least are folded into a node
/// that tells their number.
///
/// Everything is shown where it fits. Otherwise names are cut before nodes are folded, as far as
/// that keeps markedly more nodes; a graph of more layers than fit next to each other has several
/// folded together.
public struct GraphFold: Sendable {
  /// Nodes that are shown as one.
  public struct Group: Hashable, Sendable {
    /// The id of the node that stands for them in `graph`.
    public var id: String
    /// The ids of the nodes, the most important first.
    public var members: [String]
  }

  /// The graph as it is shown.
  public private(set) var graph: LayeredGraph
  /// Its layout; no larger than the area unless that is too small for a single node.
  public private(set) var layout: LayeredLayout
  /// The folded nodes, from left to right.
  public private(set) var groups: [Group]
  /// For each edge of `graph` the edges of the whole graph that it stands for.
  public private(set) var edges: [[Int]]

  /// The number of nodes that are folded.
  public var leftOut: Int { groups.reduce(0) { $0 + $1.members.count } }

  /// Folds a graph as little as is needed for an area.
  ///
  /// - Parameters:
  ///   - whole: The graph; the weights of its nodes say which go first.
  ///   - size: The area in cells.
  ///   - options: As for the layout; the rows are those of the area.
  public init(_ whole: LayeredGraph, into size: Size, options: LayeredLayout.Options = .init()) {
    var options = options
    options.rows = max(1, size.height)
    let layout = LayeredLayout(whole, options: options)
    if layout.width <= size.width && layout.height <= size.height {
      self.init(graph: whole, layout: layout, groups: [], edges: whole.edges.indices.map { [$0] })
      return
    }
    let search = FoldSearch(whole, layout: layout, size: size, options: options)
    self = search.best()
  }

  init(graph: LayeredGraph, layout: LayeredLayout, groups: [Group], edges: [[Int]]) {
    self.graph = graph
    self.layout = layout
    self.groups = groups
    self.edges = edges
  }
}
