import Canvas

/// A map in Braille dots with sites on it, each a disc as large as its value.
///
///         ⠀⢀⡠⠤⢄⣀            N Narvik 100,000
///       ⡰⠁    ⠈⠑⢄   ⣀⠔⠒⠢⡀
///      ⢸        ⢈⠖⠊⠁ ⣴⣶⡄⠘⢄
///       ⠱⡀   ⢀⡔⠁     ⠻N⠟ Jülich
///
/// Discs are filled where the site is documented and rims where it is announced or possible. The
/// mark in the middle is a letter, so that colour is not all that tells whose chips they are.
public struct BrailleMap: Sendable {
  /// A place by its coordinates, in degrees.
  public struct Coordinate: Hashable, Sendable {
    public var longitude: Double
    public var latitude: Double

    public init(longitude: Double, latitude: Double) {
      self.longitude = longitude
      self.latitude = latitude
    }
  }

  public struct Outline: Hashable, Sendable {
    /// The points in order; a closed line ends with its first.
    public var points: [Coordinate]
    public var style: Style

    public init(points: [Coordinate], style: Style = .rule) {
      self.points = points
      self.style = style
    }
  }

  public struct Site: Hashable, Sendable {
    public var coordinate: Coordinate
    /// The value of the disc's area; nil is unknown and has a mark but no disc.
    public var value: Double?
    public var mark: Character
    public var label: String
    public var style: Style
    /// True if it is announced or possible rather than documented.
    public var isHollow: Bool

    public init(
      at coordinate: Coordinate,
      value: Double?,
      mark: Character,
      label: String,
      style: Style = .plain,
      isHollow: Bool = false
    ) {
      self.coordinate = coordinate
      self.value = value
      self.mark = mark
      self.label = label
      self.style = style
      self.isHollow = isHollow
    }
  }

  public var outlines: [Outline]
  public var sites: [Site]
  /// The value of the largest disc, to share a scale among maps; nil for the largest of the sites.
  public var maximum: Double?

  public init(outlines: [Outline], sites: [Site], maximum: Double? = nil) {
    self.outlines = outlines
    self.sites = sites
    self.maximum = maximum
  }

  /// The way from one site to another.
  public enum Direction: Hashable, Sendable {
    /// On the map: up, down, left and right.
    case north, south, west, east
  }

  /// The site that lies in a direction from another: nearest along it, with the distance aside
  /// counted twice. Nil where none lies that way.
  public func site(to direction: Direction, of index: Int) -> Int? {
    func point(_ site: Site) -> (x: Double, y: Double)? {
      Projection.point(
        longitude: site.coordinate.longitude, latitude: site.coordinate.latitude)
    }
    guard sites.indices.contains(index), let start = point(sites[index]) else { return nil }
    var best: (cost: Double, index: Int)?
    for (other, site) in sites.enumerated() where other != index {
      guard let end = point(site) else { continue }
      let (dx, dy) = (end.x - start.x, end.y - start.y)
      let (along, aside) =
        switch direction {
        case .north: (dy, abs(dx))
        case .south: (-dy, abs(dx))
        case .west: (-dx, abs(dy))
        case .east: (dx, abs(dy))
        }
      // A site more aside than along belongs to another direction.
      guard along > 0, aside <= along * 2 else { continue }
      let cost = along + aside * 2
      if cost < best?.cost ?? .infinity { best = (cost, other) }
    }
    return best?.index
  }

  /// Draws the map, nothing outside of the area. The selected site is in reverse video and has the
  /// first choice of room for its label.
  public func draw(
    on canvas: inout Canvas, in area: Rect, view: MapView, selected: Int? = nil
  ) {
    guard !area.isEmpty else { return }
    canvas.withClip(area) { canvas in
      drawOutlines(on: &canvas, in: area, view: view)
      let order = sites.indices.sorted {
        (-(sites[$0].value ?? 0), $0) < (-(sites[$1].value ?? 0), $1)
      }
      for index in order { drawDisc(sites[index], on: &canvas, in: area, view: view) }
      drawLabels(order, on: &canvas, in: area, view: view, selected: selected)
    }
  }

  /// The dot of a coordinate, which may lie outside of the picture.
  private func dot(
    of coordinate: Coordinate, in area: Rect, view: MapView
  ) -> (x: Double, y: Double)? {
    let place = Projection.point(longitude: coordinate.longitude, latitude: coordinate.latitude)
    return place.map {
      (
        ($0.x - view.x) / view.kilometresPerDot + Double(area.width),
        (view.y - $0.y) / view.kilometresPerDot + Double(area.height) * 2
      )
    }
  }

  /// The cell of a coordinate; nil where it is out of sight.
  public func cell(of coordinate: Coordinate, in area: Rect, view: MapView) -> Point? {
    guard let dot = dot(of: coordinate, in: area, view: view),
      dot.x >= 0, dot.y >= 0, dot.x < Double(area.width * 2), dot.y < Double(area.height * 4)
    else { return nil }
    return Point(x: area.x + Int(dot.x) / 2, y: area.y + Int(dot.y) / 4)
  }

  private func drawOutlines(on canvas: inout Canvas, in area: Rect, view: MapView) {
    // One grid for each style, so that a later outline does not recolour the dots of an earlier
    // outline.
    var styles: [Style] = []
    for outline in outlines where !styles.contains(outline.style) { styles.append(outline.style) }
    for style in styles {
      var grid = DotGrid(area: area)
      for outline in outlines where outline.style == style {
        let dots = outline.points.map { dot(of: $0, in: area, view: view) }
        for (start, end) in zip(dots, dots.dropFirst()) {
          if let start, let end { grid.line(from: start, to: end) }
        }
      }
      grid.draw(on: &canvas, style: style)
    }
  }

  private func drawDisc(_ site: Site, on canvas: inout Canvas, in area: Rect, view: MapView) {
    guard BarValue.extent(site.value ?? 0) > 0,
      let dot = dot(of: site.coordinate, in: area, view: view),
      cell(of: site.coordinate, in: area, view: view) != nil
    else { return }
    let radius = radius(of: site, in: area)
    // A grid of the cells that the disc touches; the clip keeps it inside.
    let (left, top) = ((Int(dot.x) - radius) >> 1, (Int(dot.y) - radius) >> 2)
    let (right, bottom) = ((Int(dot.x) + radius) >> 1, (Int(dot.y) + radius) >> 2)
    var grid = DotGrid(
      area: Rect(
        x: area.x + left, y: area.y + top, width: right - left + 1, height: bottom - top + 1))
    grid.disc(
      x: Int(dot.x) - left * 2, y: Int(dot.y) - top * 4, radius: radius, isHollow: site.isHollow)
    grid.draw(on: &canvas, style: site.style)
  }

  /// The radius of a site's disc in dots: its area goes with the value.
  private func radius(of site: Site, in area: Rect) -> Int {
    let largest = maximum ?? sites.reduce(0) { max($0, BarValue.extent($1.value ?? 0)) }
    guard largest > 0 else { return 0 }
    let most = Double(min(area.width / 6, area.height / 2, 12))
    let share = min(1, BarValue.extent(site.value ?? 0) / largest)
    return Int((share.squareRoot() * most).rounded())
  }

  private func drawLabels(
    _ order: [Int], on canvas: inout Canvas, in area: Rect, view: MapView, selected: Int?
  ) {
    let cells = sites.map { cell(of: $0.coordinate, in: area, view: view) }
    // Marks first: a name never hides a site.
    var taken: Set<Point> = []
    // A ring around a disc leaves it the mark.
    let marks =
      order.reversed().filter { sites[$0].isHollow }
      + order.reversed().filter { !sites[$0].isHollow }
    for index in marks {
      guard let cell = cells[index] else { continue }
      let style = index == selected ? Style(.accent, .reverse) : sites[index].style.adding(.bold)
      canvas.put(String(sites[index].mark), x: cell.x, y: cell.y, style: style, width: 1)
      taken.insert(cell)
    }
    if let selected, cells.indices.contains(selected), let cell = cells[selected] {
      let mark = String(sites[selected].mark)
      canvas.put(mark, x: cell.x, y: cell.y, style: Style(.accent, .reverse), width: 1)
    }
    let ranked = order.filter { $0 == selected } + order.filter { $0 != selected }
    for index in ranked {
      guard let cell = cells[index], !sites[index].label.isEmpty else { continue }
      let width = TextWidth.of(sites[index].label)
      let reach = (radius(of: sites[index], in: area) + 1) / 2
      let starts = [cell.x + reach + 2, cell.x - reach - width - 1]
      let free = starts.first { x in
        x >= area.minX && x + width <= area.maxX
          // No other mark between the label and its own.
          && (min(x - 1, cell.x)...max(x + width, cell.x)).allSatisfy {
            let point = Point(x: $0, y: cell.y)
            return point == cell || !taken.contains(point)
          }
      }
      guard let x = free else { continue }
      let style = index == selected ? Style(.strong, .reverse) : .plain
      for edge in [x - 1, x + width] where !taken.contains(Point(x: edge, y: cell.y)) {
        canvas.set(" ", x: edge, y: cell.y)
      }
      canvas.put(sites[index].label, x: x, y: cell.y, style: style)
      for column in x..<x + width { taken.insert(Point(x: column, y: cell.y)) }
    }
  }
}
