import Canvas
import Testing

@testable import Charts

@Suite struct BrailleMapTests {
  private let map = BrailleMap(
    outlines: [
      .init(points: [
        .init(longitude: -9, latitude: 37), .init(longitude: -9, latitude: 43.5),
        .init(longitude: 3, latitude: 43), .init(longitude: 0, latitude: 38.5),
        .init(longitude: -5.5, latitude: 36), .init(longitude: -9, latitude: 37),
      ])
    ],
    sites: [
      .init(
        at: .init(longitude: -8.9, latitude: 37.9), value: 126_000, mark: "N", label: "Sines",
        isHollow: true),
      .init(
        at: .init(longitude: 2.2, latitude: 41.4), value: 4_480, mark: "n", label: "Barcelona"),
      .init(at: .init(longitude: -3.7, latitude: 40.4), value: nil, mark: "·", label: "Madrid"),
      .init(at: .init(longitude: 100, latitude: 0), value: 1, mark: "x", label: "elsewhere"),
    ]
  )

  private func iberia(_ area: Rect) -> MapView {
    .fitting(longitudes: -11...5, latitudes: 35...44, in: area)
  }

  @Test func outlinesDiscsAndNames() {
    let expected = """

                         ⡖⠢⠤⢄⣀⡀
                        ⢸     ⠈⠉⠉⠒⠒⠤⠤⣀⣀
                        ⡇              ⠉⠉⠑⠒⠢⠤⢄⣀⣀
                       ⢸                        ⠉⠉⠒⠒⢤⠄
                       ⡇                           ⢠⠊
                      ⢸                           ⣀⡀
                      ⡎            · Madrid      ⠸n⡿ Barcelona
                 ⢀⡴⠚⠉⠉⠙⠲⣄                      ⢀⠎
                ⢠⠏   ⡎  ⠈⢧                    ⡠⠃
                ⢸   ⢰N   ⢸  Sines            ⡰⠁
                ⠈⢧⡀ ⡎   ⣠⠏                ⣀⡠⠜
                  ⠙⠲⠤⠤⠴⠚⠁           ⢀⣀⠤⠔⠊⠉
                        ⠉⠒⢄⡀   ⣀⡠⠔⠒⠉⠁
                           ⠈⠑⠊⠉
      """
    #expect(
      picture(60, 18) { map.draw(on: &$0, in: $1, view: iberia($1), selected: 1) } == expected)
    let selected = reversedText(60, 18) {
      map.draw(on: &$0, in: $1, view: iberia($1), selected: 1)
    }
    #expect(selected == ["n", "Barcelona"])
  }

  @Test func asciiForm() {
    let expected = """
                 ..
                ...........
                *          ........
               ..                ..
               *       - Madrid *n
            **.**.            .*
            * N .* Sines     ..
            .*.*.       ......
                 ........
      """
    let text = picture(36, 11, ascii: true) { map.draw(on: &$0, in: $1, view: iberia($1)) }
    #expect(text == expected)
  }

  @Test func panZoomAndCentre() {
    let area = Rect(x: 0, y: 0, width: 60, height: 18)
    let view = MapView.europe(in: area)
    let east = view.panned(east: 3, south: 0)
    #expect(east.x == view.x + 6 * view.kilometresPerDot && east.y == view.y)
    #expect(view.panned(east: 0, south: 2).y == view.y - 8 * view.kilometresPerDot)
    #expect(view.zoomed(in: true).kilometresPerDot < view.kilometresPerDot)
    let back = view.zoomed(in: true).zoomed(in: false).kilometresPerDot
    #expect(abs(back - view.kilometresPerDot) < 1e-9)
    let there = view.centred(longitude: 2.2, latitude: 41.4)
    let cell = map.cell(of: .init(longitude: 2.2, latitude: 41.4), in: area, view: there)
    #expect(cell == Point(x: 30, y: 9))
    for (longitude, latitude) in [(-24.0, 65.0), (33.0, 35.0), (27.0, 70.0), (-9.0, 38.0)] {
      let place = BrailleMap.Coordinate(longitude: longitude, latitude: latitude)
      #expect(map.cell(of: place, in: area, view: view) != nil)
    }
  }

  @Test func staysInsideItsArea() {
    expectToStayInside { map.draw(on: &$0, in: $1, view: iberia($1), selected: 0) }
    let near = MapView(x: -800, y: -1_200, kilometresPerDot: 1)
    expectToStayInside { map.draw(on: &$0, in: $1, view: near) }
  }

  @Test func hostileCoordinates() {
    let wild = BrailleMap(
      outlines: [
        .init(points: [
          .init(longitude: .nan, latitude: 50), .init(longitude: 10, latitude: .infinity),
          .init(longitude: -170, latitude: -52), .init(longitude: 10, latitude: 52),
        ])
      ],
      sites: [
        .init(at: .init(longitude: 10, latitude: 52), value: .infinity, mark: "東", label: ""),
        .init(at: .init(longitude: 1e300, latitude: 1e300), value: -1, mark: "b", label: "b"),
      ]
    )
    let text = picture(10, 3) { wild.draw(on: &$0, in: $1, view: .europe(in: $1)) }
    #expect(!text.contains("b"))
  }
}

@Suite struct ProjectionTests {
  /// The worked example of EPSG:3035 in IOGP Publication 373-7-2, section 3.4.1. The centre is at
  /// 4,321 km and 3,210 km. 50° N 5° E lies at 3,962,799.45 m E and 2,999,718.85 m N. The sphere
  /// stands in for the ellipsoid, which here costs a kilometre.
  @Test func agreesWithThePublishedExample() throws {
    let point = try #require(Projection.point(longitude: 5, latitude: 50))
    #expect(abs(point.x - (3_962.79945 - 4_321)) < 1.5)
    #expect(abs(point.y - (2_999.71885 - 3_210)) < 1.5)
    let centre = try #require(Projection.point(longitude: 10, latitude: 52))
    #expect(abs(centre.x) < 1e-9 && abs(centre.y) < 1e-9)
  }

  /// A small patch has the same area on the map as on the sphere, wherever it is.
  @Test func keepsAreas() throws {
    for latitude in stride(from: 35.0, through: 71, by: 4) {
      for longitude in stride(from: -24.0, through: 34, by: 7) {
        let step = 0.01
        let a = try #require(Projection.point(longitude: longitude, latitude: latitude))
        let b = try #require(Projection.point(longitude: longitude + step, latitude: latitude))
        let c = try #require(Projection.point(longitude: longitude, latitude: latitude + step))
        let area = abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y))
        // One hundredth of a degree is 1.1119 km north, and less by the cosine east.
        let degree = 6_371.0072 * Double.pi / 180 * step
        let expected = degree * degree * cosine(latitude + step / 2)
        #expect(abs(area / expected - 1) < 1e-3)
      }
    }
  }

  /// The cosine of an angle in degrees, by its series, to be independent of the code under test.
  private func cosine(_ degrees: Double) -> Double {
    let x = degrees * Double.pi / 180
    var (term, sum) = (1.0, 1.0)
    for n in 1...20 {
      term *= -x * x / Double((2 * n - 1) * (2 * n))
      sum += term
    }
    return sum
  }
}
