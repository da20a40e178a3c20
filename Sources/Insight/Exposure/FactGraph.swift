import Dataset

/// A dependency graph whose nodes and edges are facts of a snapshot.
struct FactGraph: Sendable {
  /// The meaning of a node. An organisation has a node for each part it plays: ASML is a user of
  /// Mistral's compute and a maker of machines, and neither runs through the other.
  enum Node: Hashable, Sendable {
    /// An organisation that depends: on compute, on money, on customers, on places.
    case organisation(ID<Organisation>)
    /// An organisation as maker of chips, or of what chips are made with.
    case maker(ID<Organisation>)
    /// A part that a maker needs, whoever of its suppliers makes it.
    case part(ID<Organisation>, SuppliedPart?)
    /// An organisation that rents.
    case customer(ID<Organisation>)
    /// An organisation that gives money.
    case investor(ID<Organisation>)
    case site(ID<Commitment>)
    case round(ID<Round>)
    /// The part of a round of which nobody says who gave how much.
    case rest(ID<Round>)
    /// The place where sites stand.
    case place(ID<Country>)
    /// Somebody whom no row names, and who may be anybody.
    case unnamed
    /// The part of an organisation that no row names.
    case unrecorded
    /// Others whom no row names among those that are named; taken for none of the named.
    case others
  }

  /// The nodes, ordered by part and slug, so that no result depends on the order of rows.
  let nodes: [Node]
  let graph: DependencyGraph
  /// The rows each edge rests on, by its index in the graph.
  private let rows: [[FactRow]]
  private let indices: [Node: Int]

  func evidence(of edge: Int, in dataset: Dataset) -> Evidence {
    Evidence(rows[edge], dataset)
  }

  /// The kind of relation that an edge rests on; `nil` for a dependency that a commitment or a
  /// round explains.
  func relation(of edge: Int) -> RelationKind? { rows[edge].lazy.compactMap(\.relation).first }

  /// The node of a fact; `nil` where no edge touches it.
  func index(of node: Node) -> Int? { indices[node] }

  init(_ builder: FactGraphBuilder, _ dataset: Dataset) {
    let keys = builder.nodes.map { $0.sortKey(dataset) }
    let order = builder.nodes.indices.sorted { keys[$0] < keys[$1] }
    var place = [Int](repeating: 0, count: order.count)
    for (position, node) in order.enumerated() { place[node] = position }
    nodes = order.map { builder.nodes[$0] }
    indices = builder.indices.mapValues { place[$0] }
    rows = builder.edges.map(\.rows)
    let edges = builder.edges.map {
      DependencyGraph.Edge(from: place[$0.from], to: place[$0.to], size: $0.size)
    }
    graph = DependencyGraph(nodeCount: nodes.count, edges: edges)
  }
}

/// A row that a fact rests on: where it stands and what it names as its sources.
struct FactRow: Sendable {
  let origin: Origin
  let sources: IDList<Source>
  /// The kind of a relation's row.
  let relation: RelationKind?

  init(_ row: Commitment) { self.init(row.origin, row.sources) }
  init(_ row: Relation) { self.init(row.origin, row.sources, row.kind) }
  init(_ row: Round) { self.init(row.origin, row.sources) }
  init(_ row: Investment) { self.init(row.origin, row.sources) }

  private init(_ origin: Origin, _ sources: IDList<Source>, _ relation: RelationKind? = nil) {
    self.origin = origin
    self.sources = sources
    self.relation = relation
  }
}

extension Evidence {
  /// Combines rows in an order that does not depend on theirs: by table, then sources.
  init(_ rows: [FactRow], _ dataset: Dataset) {
    self.init()
    if rows.count < 2 {
      for row in rows { add(row.origin, dataset.ids(row.sources)) }
      return
    }
    let keyed = rows.map { row in
      let sources = dataset.ids(row.sources)
      return (row: row, sources: sources, key: sources.map { dataset.slug($0) })
    }
    let ordered = keyed.sorted { left, right in
      let (first, second) = (left.row.origin.table.rawValue, right.row.origin.table.rawValue)
      return first == second ? left.key.lexicographicallyPrecedes(right.key) : first < second
    }
    for entry in ordered { add(entry.row.origin, entry.sources) }
  }
}

/// Collects the nodes and edges of a `FactGraph`.
struct FactGraphBuilder {
  fileprivate struct Link: Hashable {
    let from: Int
    let to: Int
  }

  fileprivate struct FactEdge {
    let from: Int
    let to: Int
    let size: DependencyGraph.Size
    var rows: [FactRow]
  }

  fileprivate private(set) var nodes: [FactGraph.Node] = []
  fileprivate private(set) var indices: [FactGraph.Node: Int] = [:]
  fileprivate private(set) var edges: [FactEdge] = []
  private var unknownEdges: [Link: Int] = [:]
  private var depending: Set<Int> = []

  init() {}

  /// True if something is said of a node's dependencies.
  func depends(_ node: FactGraph.Node) -> Bool {
    indices[node].map { depending.contains($0) } ?? false
  }

  /// Adds that `from` depends on `to`, by a row.
  ///
  /// Two dependencies of unknown size on the same node become a single dependency that rests on
  /// both rows: their number says nothing about their size.
  mutating func add(
    _ from: FactGraph.Node, dependsOn to: FactGraph.Node, _ size: DependencyGraph.Size,
    _ row: FactRow
  ) {
    let link = Link(from: index(of: from), to: index(of: to))
    if size != .known(0) { depending.insert(link.from) }
    if size == .unknown, let earlier = unknownEdges[link] {
      edges[earlier].rows.append(row)
      return
    }
    if size == .unknown { unknownEdges[link] = edges.count }
    edges.append(FactEdge(from: link.from, to: link.to, size: size, rows: [row]))
  }

  /// Adds that a maker cannot do without a part.
  mutating func addNeed(of maker: FactGraph.Node, for part: FactGraph.Node) {
    let (from, to) = (index(of: maker), index(of: part))
    edges.append(FactEdge(from: from, to: to, size: .whole, rows: []))
  }

  /// Adds that `node` depends on something else that no row names.
  mutating func addRest(of node: FactGraph.Node) {
    let (from, to) = (index(of: node), index(of: .unrecorded))
    edges.append(FactEdge(from: from, to: to, size: .unknown, rows: []))
  }

  private mutating func index(of node: FactGraph.Node) -> Int {
    if let known = indices[node] { return known }
    indices[node] = nodes.count
    nodes.append(node)
    return nodes.count - 1
  }
}

extension FactGraph.Node {
  /// The organisation whose part this is; `nil` for what is nobody's.
  var organisation: ID<Organisation>? {
    switch self {
    case .organisation(let id), .maker(let id), .customer(let id), .investor(let id): id
    case .part, .site, .round, .rest, .place, .unnamed, .unrecorded, .others: nil
    }
  }

  fileprivate struct SortKey: Comparable {
    let part: Int
    let slug: String

    static func < (left: SortKey, right: SortKey) -> Bool {
      left.part == right.part ? left.slug < right.slug : left.part < right.part
    }
  }

  fileprivate func sortKey(_ dataset: Dataset) -> SortKey {
    switch self {
    case .organisation(let id): SortKey(part: 0, slug: dataset.slug(id))
    case .site(let id): SortKey(part: 1, slug: dataset.slug(id))
    case .round(let id): SortKey(part: 2, slug: dataset.slug(id))
    case .rest(let id): SortKey(part: 3, slug: dataset.slug(id))
    case .maker(let id): SortKey(part: 4, slug: dataset.slug(id))
    case .part(let id, let part):
      SortKey(part: 5, slug: dataset.slug(id) + " " + (part?.word ?? ""))
    case .customer(let id): SortKey(part: 6, slug: dataset.slug(id))
    case .investor(let id): SortKey(part: 7, slug: dataset.slug(id))
    case .place(let id): SortKey(part: 8, slug: dataset.code(id))
    case .unnamed: SortKey(part: 9, slug: "")
    case .others: SortKey(part: 10, slug: "")
    case .unrecorded: SortKey(part: 11, slug: "")
    }
  }
}
