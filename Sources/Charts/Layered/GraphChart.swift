import Canvas

/// A layered graph as a picture of boxes and lines, left to right, of any size, seen through a window.
///
///      TSMC ─┬─▸ NVIDIA ═╤═▸ Nscale ──────▸ Microsoft
///            │           ╘═▸ Jülich ─┐
///            └─▸ AMD ──────▸ CSC ────┴────▸ research
///
/// Lines that merely cross are interrupted where they do; tees and corners are for lines that
/// belong together. Nodes outside of the window are counted at its foot.
public struct GraphChart: Sendable {
  public struct EdgeLook: Hashable, Sendable {
    public var weight: LineWeight
    public var style: Style
    /// The order of two lines: the higher lies on top.
    public var prominence: Int

    /// A look; without a prominence heavier lines lie on lighter lines.
    public init(weight: LineWeight = .light, style: Style = .rule, prominence: Int? = nil) {
      self.weight = weight
      self.style = style
      self.prominence = prominence ?? (weight == .dashed ? 0 : Int(weight.rawValue))
    }

    /// The same line out of the light, under all that are lit. It is as heavy as it was, since its
    /// weight says how much flows.
    public var dimmed: EdgeLook {
      EdgeLook(weight: weight, style: .dim, prominence: prominence - EdgeLook.depth)
    }

    /// More than any two weights lie apart.
    private static let depth = 10
  }

  public let graph: LayeredGraph
  public let layout: LayeredLayout
  let lines: [[String]]

  /// A picture of a graph. Precondition: the layout is one of this graph.
  public init(_ graph: LayeredGraph, layout: LayeredLayout) {
    self.graph = graph
    self.layout = layout
    var byId: [String: [String]] = [:]
    for node in graph.nodes where byId[node.id] == nil { byId[node.id] = node.lines }
    lines = layout.boxes.map { byId[$0.id] ?? [$0.id] }
  }

  public init(_ graph: LayeredGraph, options: LayeredLayout.Options = .init()) {
    self.init(graph, layout: LayeredLayout(graph, options: options))
  }

  /// The part of an area that shows the picture. The rest is a line that counts what it does not
  /// show.
  func window(in area: Rect) -> Rect {
    let fits = layout.width <= area.width && layout.height <= area.height
    return fits || area.height < 2 ? area : area.inset(bottom: 1)
  }

  /// The origin of the view. It is moved as little as need be so that a box is in sight and no
  /// space is wasted.
  public func scroll(from origin: Point, toShow box: Int?, in area: Rect) -> Point {
    let window = window(in: area)
    var (x, y) = (origin.x, origin.y)
    if let box, layout.boxes.indices.contains(box) {
      let frame = layout.boxes[box].frame
      x = max(min(x, frame.minX), frame.maxX - window.width)
      y = max(min(y, frame.minY), frame.maxY - window.height)
      x = min(x, frame.minX)
      y = min(y, frame.minY)
    }
    return Point(
      x: max(0, min(x, layout.width - window.width)),
      y: max(0, min(y, layout.height - window.height)))
  }
}

extension LayeredLayout.Box {
  public var frame: Rect { Rect(x: x, y: y, width: width, height: height) }
}
