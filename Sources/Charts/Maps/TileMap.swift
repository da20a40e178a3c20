import Canvas

/// A map on which every state is a tile at its familiar place, large and small alike.
///
///     IS·             NO·  SE◔  FI●          ● full
///                               EE○          ◐ possibly
///     IE◐  GB·        DK●       LV◔          ○ none
///                NL◔  DE●  PL◐  LT◔
///
/// A tile says its status by a mark. Where it is large enough, a second line and an edge that is
/// solid, hollow or open say it too. States set apart (EEA, UK, Switzerland) are dim and, where
/// there is room, in brackets.
public struct TileMap: Sendable {
  /// The left edge of a large tile.
  public enum Edge: Hashable, Sendable {
    case solid
    case hollow
    case open
  }

  public struct Place: Hashable, Sendable {
    /// The state, ISO 3166-1 alpha-2.
    public let code: String
    /// Tiles from the left, from zero.
    public let column: Int
    /// Tiles from the top, from zero.
    public let row: Int

    public init(_ code: String, column: Int, row: Int) {
      self.code = code
      self.column = column
      self.row = row
    }
  }

  public struct Tile: Hashable, Sendable {
    public var place: Place
    /// Its status as a character: ● ◐ ◔ ○ or ·.
    public var mark: Unicode.Scalar
    public var style: Style
    public var edge: Edge
    public var name: String
    /// A few characters for the last line of a large tile: `+362 d`.
    public var detail: String
    public var detailStyle: Style
    /// True if the state stands outside of the count.
    public var isSetApart: Bool

    public init(
      _ place: Place,
      mark: Unicode.Scalar,
      style: Style = .plain,
      edge: Edge = .open,
      name: String = "",
      detail: String = "",
      detailStyle: Style = .dim,
      isSetApart: Bool = false
    ) {
      self.place = place
      self.mark = mark
      self.style = style
      self.edge = edge
      self.name = name
      self.detail = detail
      self.detailStyle = detailStyle
      self.isSetApart = isSetApart
    }
  }

  /// The states, in the order in which keys step through them.
  public var tiles: [Tile]
  /// The legend, next to the map or under it, where there is room.
  public var legend: Legend

  public init(tiles: [Tile], legend: Legend = Legend([])) {
    self.tiles = tiles
    self.legend = legend
  }

  public enum Direction: Hashable, Sendable {
    case left
    case right
    case up
    case down
  }

  /// The tile to go to from a tile: the nearest in the direction, those straight ahead first; the
  /// same tile where there is none.
  public func neighbour(of index: Int, _ direction: Direction) -> Int {
    guard tiles.indices.contains(index) else { return tiles.isEmpty ? index : 0 }
    let from = tiles[index].place
    func distance(_ place: Place) -> (Int, Int)? {
      let (dx, dy) = (place.column - from.column, place.row - from.row)
      let (ahead, aside) =
        switch direction {
        case .left: (-dx, dy)
        case .right: (dx, dy)
        case .up: (-dy, dx)
        case .down: (dy, dx)
        }
      // A tile that lies more aside than ahead is not in that direction.
      guard ahead > 0, abs(aside) <= 2 * ahead else { return nil }
      return (ahead + 3 * abs(aside), aside)
    }
    let reachable = tiles.indices.compactMap { candidate in
      distance(tiles[candidate].place).map { (distance: $0, index: candidate) }
    }
    return reachable.min { $0.distance < $1.distance }?.index ?? index
  }

  /// The cells of every tile, in the order of the tiles; empty where a tile is out of sight.
  public func frames(in area: Rect) -> [Rect] {
    let layout = layout(in: area)
    return tiles.indices.map { frame(of: $0, layout) }
  }

  /// Draws the map, nothing outside of the area. `selected` is the tile in reverse video.
  ///
  /// Where the map does not fit, the tiles follow each other like words, as many as there is room.
  public func draw(on canvas: inout Canvas, in area: Rect, selected: Int? = nil) {
    guard !area.isEmpty else { return }
    let layout = layout(in: area)
    canvas.withClip(area) { canvas in
      for index in tiles.indices where index != selected {
        draw(index, isSelected: false, on: &canvas, layout)
      }
      // Last, because the mark of the selection needs the cells around its tile.
      if let selected, tiles.indices.contains(selected) {
        draw(selected, isSelected: true, on: &canvas, layout)
      }
      legend.draw(on: &canvas, in: layout.legend)
    }
  }
}

extension TileMap {
  /// The places of the EU's 27 states, and of Iceland, Liechtenstein, Norway, Switzerland and the
  /// United Kingdom. Neighbours stay neighbours as far as a grid of nine by eight allows.
  public static let europe: [Place] = [
    Place("IS", column: 0, row: 0), Place("NO", column: 4, row: 0), Place("SE", column: 5, row: 0),
    Place("FI", column: 6, row: 0), Place("EE", column: 6, row: 1), Place("IE", column: 0, row: 2),
    Place("GB", column: 1, row: 2), Place("DK", column: 4, row: 2), Place("LV", column: 6, row: 2),
    Place("NL", column: 3, row: 3), Place("DE", column: 4, row: 3), Place("PL", column: 5, row: 3),
    Place("LT", column: 6, row: 3), Place("BE", column: 2, row: 4), Place("LU", column: 3, row: 4),
    Place("CZ", column: 5, row: 4), Place("SK", column: 6, row: 4), Place("FR", column: 2, row: 5),
    Place("CH", column: 3, row: 5), Place("LI", column: 4, row: 5), Place("AT", column: 5, row: 5),
    Place("HU", column: 6, row: 5), Place("RO", column: 7, row: 5), Place("PT", column: 0, row: 6),
    Place("ES", column: 1, row: 6), Place("IT", column: 3, row: 6), Place("SI", column: 4, row: 6),
    Place("HR", column: 5, row: 6), Place("BG", column: 7, row: 6), Place("MT", column: 3, row: 7),
    Place("GR", column: 6, row: 7), Place("CY", column: 8, row: 7),
  ]
}
