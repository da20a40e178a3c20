import Canvas
import Testing

@testable import Charts

@Suite struct TileMapTests {
  private let map: TileMap = {
    let full = ["DK", "DE", "FI", "HU", "SI", "MT", "GR"]
    let possible = ["IE", "PL", "IT"]
    let none = ["EE", "BE", "AT", "HR", "BG"]
    let apart = ["IS", "NO", "GB", "CH", "LI"]
    let tiles = TileMap.europe.map { place -> TileMap.Tile in
      if apart.contains(place.code) {
        return .init(place, mark: Glyph.unknown, style: .dim, isSetApart: true)
      }
      if full.contains(place.code) {
        let detail = place.code == "DE" ? "+362 d" : "early"
        return .init(
          place, mark: Glyph.markFull, style: .good, edge: .solid, name: "N. " + place.code,
          detail: detail)
      }
      if possible.contains(place.code) {
        return .init(
          place, mark: Glyph.markHalf, style: .possible, edge: .hollow, detail: "+476 d")
      }
      let mark = none.contains(place.code) ? Glyph.markNone : Glyph.markSome
      return .init(place, mark: mark, detail: "+476 d", detailStyle: .alarm)
    }
    return TileMap(
      tiles: tiles,
      legend: Legend([
        .init("●", "full"), .init("◐", "possibly"), .init("◔", "some"), .init("○", "none"),
      ])
    )
  }()

  private var germany: Int? { map.tiles.firstIndex { $0.place.code == "DE" } }

  @Test func smallTiles() {
    let expected = """
      IS·             NO· SE◔ FI●
                              EE○
      IE◐ GB·         DK●     LV◔
                  NL◔▌DE●▐PL◐ LT◔
              BE○ LU◔     CZ◔ SK◔
              FR◔ CH· LI· AT○ HU● RO◔
      PT◔ ES◔     IT◐ SI● HR○     BG○
                  MT●         GR●     CY◔
      """
    #expect(picture(36, 8) { map.draw(on: &$0, in: $1, selected: germany) } == expected)
    #expect(
      reversedText(36, 8) { map.draw(on: &$0, in: $1, selected: germany) } == [
        // The full ones are filled.
        "FI●", "DK●", "DE●", "HU●", "SI●", "MT●", "GR●",
      ])
  }

  @Test func legendStandsBesideOrUnder() {
    let beside = """
      (IS) ·                      (NO) · SE ◔   FI ●                   ● full
                                                EE ○                   ◐ possibly
      IE ◐ ░ (GB) ·               DK ●          LV ◔                   ◔ some
                           NL ◔   DE ●   PL ◐ ░ LT ◔                   ○ none
                    BE ○   LU ◔          CZ ◔   SK ◔
                    FR ◔   (CH) · (LI) · AT ○   HU ●   RO ◔
      PT ◔   ES ◔          IT ◐ ░ SI ●   HR ○          BG ○
                           MT ●                 GR ●          CY ◔
      """
    #expect(picture(80, 8) { map.draw(on: &$0, in: $1) } == beside)
    let under = """
      IS ·                NO · SE ◔ FI ●
                                    EE ○
      IE ◐ GB ·           DK ●      LV ◔
                     NL ◔ DE ● PL ◐ LT ◔
                BE ○ LU ◔      CZ ◔ SK ◔
                FR ◔ CH · LI · AT ○ HU ● RO ◔
      PT ◔ ES ◔      IT ◐ SI ● HR ○      BG ○
                     MT ●           GR ●      CY ◔

      ● full   ◐ possibly   ◔ some   ○ none
      """
    #expect(picture(50, 10) { map.draw(on: &$0, in: $1) } == under)
  }

  @Test func largeTilesHaveAnEdgeAndADetail() {
    let expected = """
      │ (IS) ·                            │ (NO) · │ SE ◔   █ FI ●                       ● full
      │                                   │        │ +476 d █ early                      ◐ possibly
                                                                                         ◔ some
                                                            │ EE ○                       ○ none
                                                            │ +476 d

      ░ IE ◐ ░ │ (GB) ·                   █ DK ●            │ LV ◔
      ░ +476 d │                          █ early           │ +476 d

                                 │ NL ◔  ▌  DE ●  ▐░ PL ◐ ░ │ LT ◔
                                 │ +476 d▌  +362 d▐░ +476 d │ +476 d

                        │ BE ○   │ LU ◔            │ CZ ◔   │ SK ◔
                        │ +476 d │ +476 d          │ +476 d │ +476 d

                        │ FR ◔   │ (CH) · │ (LI) · │ AT ○   █ HU ●   │ RO ◔
                        │ +476 d │        │        │ +476 d █ early  │ +476 d

      │ PT ◔   │ ES ◔            ░ IT ◐ ░ █ SI ●   │ HR ○            │ BG ○
      │ +476 d │ +476 d          ░ +476 d █ early  │ +476 d          │ +476 d

                                 █ MT ●                     █ GR ●            │ CY ◔
                                 █ early                    █ early           │ +476 d
      """
    #expect(picture(100, 24) { map.draw(on: &$0, in: $1, selected: germany) } == expected)
  }

  @Test func largestTilesHaveNames() {
    let text = picture(160, 40) { map.draw(on: &$0, in: $1) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = """
                                                   │ NL ◔         █ DE ●         ░ PL ◐ ░░░░░░░ │ LT ◔
                                                   │              █ N. DE        ░░░░░░░░░░░░░░ │
                                                   │ +476 d       █ +362 d       ░ +476 d ░░░░░ │ +476 d
      """
    #expect(lines[12..<15].joined(separator: "\n") == expected)
  }

  @Test func asciiForm() {
    let expected = """
      IS -                NO - SE + FI @
                                    EE o
      IE % GB -           DK @      LV +
                     NL + DE @ PL % LT +
                BE o LU +      CZ + SK +
                FR + CH - LI - AT o HU @ RO +
      PT + ES +      IT % SI @ HR o      BG o
                     MT @           GR @      CY +

      @ full   % possibly   + some   o none
      """
    #expect(picture(50, 10, ascii: true) { map.draw(on: &$0, in: $1) } == expected)
  }

  @Test func withoutRoomForAMapTilesFollowLikeWords() {
    let expected = """
      IS·▌NO·▐SE◔ FI● EE○ IE◐ GB·
      DK● LV◔ NL◔ DE● PL◐ LT◔ BE○
      LU◔ CZ◔ SK◔ FR◔ CH· LI· AT○
      HU● RO◔ PT◔ ES◔ IT◐ SI● HR○
      BG○ MT● GR● CY◔
      """
    #expect(picture(30, 5) { map.draw(on: &$0, in: $1, selected: 1) } == expected)
    #expect(picture(1, 1) { map.draw(on: &$0, in: $1) } == "")
    #expect(picture(20, 5) { TileMap(tiles: []).draw(on: &$0, in: $1) } == "")
  }

  @Test func europeHasEveryStateOnceAndNoTwoInOnePlace() {
    let codes = Set(TileMap.europe.map(\.code))
    #expect(TileMap.europe.count == 32 && codes.count == 32)
    #expect(Set(TileMap.europe.map { [$0.column, $0.row] }).count == 32)
    let union = [
      "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
      "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ]
    #expect(codes == Set(union + ["IS", "LI", "NO", "CH", "GB"]))
  }

  @Test func keysGoToTheNeighbour() throws {
    func go(_ code: String, _ direction: TileMap.Direction) throws -> String {
      let index = try #require(map.tiles.firstIndex { $0.place.code == code })
      return map.tiles[map.neighbour(of: index, direction)].place.code
    }
    #expect(try go("DE", .left) == "NL")
    #expect(try go("DE", .right) == "PL")
    #expect(try go("DE", .up) == "DK")
    #expect(try go("PT", .right) == "ES")
    #expect(try go("ES", .right) == "IT")
    #expect(try go("FI", .right) == "FI")
    #expect(try go("NO", .left) == "IS")
    #expect(try go("GR", .right) == "CY")
    #expect(map.neighbour(of: 99, .left) == 0)
  }

  /// Every state can be reached from every other with the arrow keys.
  @Test func keysReachEveryState() {
    for start in map.tiles.indices {
      var seen: Set<Int> = [start]
      var open = [start]
      while let index = open.popLast() {
        for direction in [TileMap.Direction.left, .right, .up, .down] {
          let next = map.neighbour(of: index, direction)
          if seen.insert(next).inserted { open.append(next) }
        }
      }
      #expect(seen.count == map.tiles.count)
    }
  }

  @Test func tilesNeverOverlap() {
    for (width, height) in [(30, 5), (36, 8), (80, 24), (120, 40), (200, 60)] {
      let area = Rect(x: 0, y: 0, width: width, height: height)
      let layout = map.layout(in: area)
      let frames = map.tiles.indices.map { map.frame(of: $0, layout) } + [layout.legend]
      for (index, frame) in frames.enumerated() {
        #expect(frame.isEmpty || frame.intersection(area) == frame)
        for other in frames[(index + 1)...] { #expect(frame.intersection(other).isEmpty) }
      }
    }
  }

  @Test func staysInsideItsArea() {
    expectToStayInside { map.draw(on: &$0, in: $1, selected: 0) }
    expectToStayInside { map.draw(on: &$0, in: $1, selected: map.tiles.count - 1) }
  }
}
