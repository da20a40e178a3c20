/// A directed graph to be drawn in layers, left to right.
///
/// Nodes are known by their id. An edge may name a node that is not listed, which then exists with a
/// default size. The order of nodes and edges has no influence on the picture: every tie is decided
/// by id.
public struct LayeredGraph: Hashable, Sendable {
  public struct Node: Hashable, Sendable {
    /// The name that edges refer to; unique within the graph.
    public var id: String
    /// The text in the box, an element for each row.
    public var lines: [String]
    /// Cells from the left to the right border, both included; at least 1.
    public var width: Int
    /// Rows from the top to the bottom border, both included; at least 1.
    public var height: Int
    /// The stated layer group, or nil where the graph decides.
    ///
    /// All nodes of a lower tier stand left of all nodes of a higher tier. A tier spans several
    /// layers where its nodes depend on each other.
    public var tier: Int?

    public init(
      id: String, lines: [String] = [], width: Int, height: Int = 1, tier: Int? = nil
    ) {
      self.id = id
      self.lines = lines
      self.width = max(1, width)
      self.height = max(1, height)
      self.tier = tier
    }
  }

  /// A dependency, drawn as a line with an arrow head at `to`.
  public struct Edge: Hashable, Sendable {
    public var from: String
    public var to: String

    /// An edge between two ids, which may be the same.
    public init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  /// The nodes. Where two have the same id the first counts.
  public var nodes: [Node]
  /// The edges. Parallel edges share one line, loops are set apart.
  public var edges: [Edge]

  public init(nodes: [Node] = [], edges: [Edge]) {
    self.nodes = nodes
    self.edges = edges
  }
}
