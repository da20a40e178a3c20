import Canvas

/// The part of the map in view: the state of a map that outlives a frame.
public struct MapView: Hashable, Sendable {
  /// Kilometres east of the projection's centre, 10° E, in the middle of the picture.
  public var x: Double
  /// Kilometres north of the projection's centre, 52° N, in the middle of the picture.
  public var y: Double
  /// The width and height of a dot in kilometres; a cell is two dots by four.
  public var kilometresPerDot: Double

  public init(x: Double, y: Double, kilometresPerDot: Double) {
    self.x = x
    self.y = y
    self.kilometresPerDot = kilometresPerDot
  }

  /// The view that shows Europe from Iceland to Cyprus as large as an area allows.
  public static func europe(in area: Rect) -> MapView {
    fitting(longitudes: -24...34, latitudes: 34.5...71, in: area)
  }

  /// The view that shows a range of longitudes and latitudes as large as an area allows.
  public static func fitting(
    longitudes: ClosedRange<Double>, latitudes: ClosedRange<Double>, in area: Rect
  ) -> MapView {
    // The edges are curves on the map: some points along each tell how far they reach.
    var low = (x: Double.infinity, y: Double.infinity)
    var high = (x: -Double.infinity, y: -Double.infinity)
    for step in 0...8 {
      let share = Double(step) / 8
      let longitude =
        longitudes.lowerBound + share * (longitudes.upperBound - longitudes.lowerBound)
      let latitude = latitudes.lowerBound + share * (latitudes.upperBound - latitudes.lowerBound)
      let edges = [
        (longitude, latitudes.lowerBound), (longitude, latitudes.upperBound),
        (longitudes.lowerBound, latitude), (longitudes.upperBound, latitude),
      ]
      for (longitude, latitude) in edges {
        guard let point = Projection.point(longitude: longitude, latitude: latitude) else {
          continue
        }
        low = (min(low.x, point.x), min(low.y, point.y))
        high = (max(high.x, point.x), max(high.y, point.y))
      }
    }
    guard low.x <= high.x else { return MapView(x: 0, y: 0, kilometresPerDot: 10) }
    let scale = max(
      (high.x - low.x) / Double(max(1, area.width * 2)),
      (high.y - low.y) / Double(max(1, area.height * 4)),
      0.05
    )
    return MapView(x: (low.x + high.x) / 2, y: (low.y + high.y) / 2, kilometresPerDot: scale)
  }

  /// The view moved by some cells: to the east and to the south.
  public func panned(east columns: Int, south rows: Int) -> MapView {
    MapView(
      x: x + Double(columns) * 2 * kilometresPerDot,
      y: y - Double(rows) * 4 * kilometresPerDot,
      kilometresPerDot: kilometresPerDot
    )
  }

  /// The view a step nearer or farther, by the root of two; between 50 metres and 1,000 kilometres
  /// a dot.
  public func zoomed(in isNearer: Bool) -> MapView {
    var view = self
    let factor = 2.0.squareRoot()
    view.kilometresPerDot *= isNearer ? 1 / factor : factor
    view.kilometresPerDot = min(max(view.kilometresPerDot, 0.05), 1_000)
    return view
  }

  public func centred(longitude: Double, latitude: Double) -> MapView {
    guard let point = Projection.point(longitude: longitude, latitude: latitude) else {
      return self
    }
    return MapView(x: point.x, y: point.y, kilometresPerDot: kilometresPerDot)
  }
}
