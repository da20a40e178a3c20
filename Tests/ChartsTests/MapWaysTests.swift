import Canvas
import Testing

@testable import Charts

@Suite struct MapWaysTests {
  private static func site(_ longitude: Double, _ latitude: Double, _ mark: Character)
    -> BrailleMap.Site
  {
    BrailleMap.Site(
      at: .init(longitude: longitude, latitude: latitude), value: 1, mark: mark, label: "")
  }

  private let map = BrailleMap(
    outlines: [],
    sites: [
      MapWaysTests.site(-8.9, 37.9, "S"), MapWaysTests.site(2.2, 41.4, "B"),
      MapWaysTests.site(-3.7, 40.4, "M"), MapWaysTests.site(-4.5, 48.4, "B"),
      // The other side of the Earth is on no map of Europe.
      MapWaysTests.site(-170, -52, "x"),
    ])

  @Test func aWayLeadsToTheNearestSiteInItsDirection() {
    // Sines, Barcelona, Madrid, Brest.
    #expect(map.site(to: .east, of: 0) == 2)
    #expect(map.site(to: .east, of: 2) == 1)
    #expect(map.site(to: .west, of: 1) == 2)
    #expect(map.site(to: .west, of: 2) == 0)
    #expect(map.site(to: .west, of: 0) == nil)
    #expect(map.site(to: .north, of: 2) == 3)
    #expect(map.site(to: .south, of: 3) == 2)
    #expect(map.site(to: .north, of: 3) == nil)
    #expect(map.site(to: .north, of: 9) == nil)
  }

  @Test func aRingLeavesTheDiscInItTheMark() {
    let here = BrailleMap.Coordinate(longitude: 0, latitude: 40)
    let map = BrailleMap(
      outlines: [],
      sites: [
        .init(at: here, value: 10, mark: "d", label: ""),
        .init(at: here, value: 40, mark: "r", label: "", isHollow: true),
      ])
    let drawn = picture(30, 12) {
      map.draw(on: &$0, in: $1, view: .fitting(longitudes: -11...5, latitudes: 35...44, in: $1))
    }
    #expect(drawn.contains("d"))
    #expect(!drawn.contains("r"))
  }
}
