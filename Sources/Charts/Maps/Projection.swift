import Glibc

/// Lambert's azimuthal equal-area projection centred on 52° N 10° E, in kilometres.
///
/// The projection and centre of ETRS89-LAEA Europe (EPSG:3035), so that areas compare; on a sphere
/// of the Earth's authalic radius, whose difference to the ellipsoid is far below a cell. Formulas:
/// J. P. Snyder, "Map Projections: A Working Manual", USGS Professional Paper 1395 (1987), section 24.
enum Projection {
  private static let radius = 6_371.0072
  private static let radians = Double.pi / 180
  private static let centre = (longitude: 10.0, latitude: 52.0)

  /// Kilometres east and north of the centre.
  ///
  /// Nil for a place that is not on Earth, or too far around it for a map of Europe (beyond some
  /// 150°).
  static func point(longitude: Double, latitude: Double) -> (x: Double, y: Double)? {
    guard longitude.isFinite, latitude.isFinite, abs(latitude) <= 90, abs(longitude) <= 360 else {
      return nil
    }
    let phi = latitude * radians
    let phi0 = centre.latitude * radians
    let lambda = (longitude - centre.longitude) * radians
    let cosine = sin(phi0) * sin(phi) + cos(phi0) * cos(phi) * cos(lambda)
    guard cosine > -0.87 else { return nil }
    let k = (2 / (1 + cosine)).squareRoot()
    return (
      radius * k * cos(phi) * sin(lambda),
      radius * k * (cos(phi0) * sin(phi) - sin(phi0) * cos(phi) * cos(lambda))
    )
  }
}
