import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

@Suite struct MapScreenTests {
  @Test(arguments: screenSizes)
  func looksAsKept(_ size: Size) throws {
    let state = State.opened(.map, try PagesWorld.make(), size: size)
    Golden.expect(state.screenPicture(), "map-\(size.name)")
  }

  @Test func looksAsKeptInASCIIAndPrinted() throws {
    let world = try PagesWorld.make()
    let state = State.opened(.map, world, size: Size(width: 80, height: 24))
    Golden.expect(state.screenPicture(ascii: true), "map-80x24-ascii")
    Golden.expect(sheet(.map, world, width: 90), "map-printed")
  }

  @Test func fitsAnywhere() throws { expectToFitAnywhere(.map, try PagesWorld.make()) }

  @Test func arrowsGoWhereTheyPoint() throws {
    var state = State.opened(.map, try PagesWorld.make())
    #expect(state.selectedFact == .commitment("narvik"))
    state.press(.down)
    #expect(state.selectedFact == .commitment("jupiter"))
    state.press(.left)
    #expect(state.selectedFact == .commitment("loughton"))
    state.press(.down)
    #expect(state.selectedFact == .commitment("essonne"))
    state.press(.up)
    #expect(state.selectedFact == .commitment("loughton"))
    // Nothing lies farther west: the selection stays.
    state.press(.left)
    #expect(state.selectedFact == .commitment("loughton"))
    state.press(.end)
    #expect(state.selectedFact == .commitment("heidelberg"), "the town without a place comes last")
    state.press(.up)
    #expect(state.selectedFact == .commitment("narvik"), "from there a move leads onto the map")
  }

  @Test func theSelectedTownIsTold() throws {
    var state = State.opened(.map, try PagesWorld.make())
    state.press(.down)
    let picture = state.screenPicture()
    #expect(picture.contains("Jülich, Germany"))
    #expect(picture.contains("24,000 firm, 24,000 running"))
    #expect(picture.contains("GH200"))
    state.press(.enter)
    #expect(state.place.page == .fact(.commitment("jupiter")))
    state.press(.escape)
    #expect(state.place.page == .map)
  }

  @Test func zoomAndMovesStopAtTheirEnds() throws {
    var state = State.opened(.map, try PagesWorld.make())
    let whole = state.screenPicture()
    state.press(.character("-"))
    #expect(state.screenPicture() == whole)
    state.press(.character("+"), .character("+"), .character("+"))
    #expect(state.screenPicture() != whole)
    #expect(state.screenPicture().contains("Narvik 30 k"), "what is selected stays in sight")
    for _ in 0..<20 { state.press(.character("+")) }
    #expect(state.place.view.settings[.zoom] == 10)
    for _ in 0..<20 { state.press(.character("-"), .character("H"), .character("J")) }
    #expect(state.place.view.settings[.zoom] == 0)
    #expect(state.place.view.settings[.east] == -4)
    #expect(state.place.view.settings[.south] == 4)
    for _ in 0..<4 { state.press(.character("L"), .character("K")) }
    #expect(state.screenPicture() == whole)
  }

  @Test func announcedSitesCanBeLeftOut() throws {
    var state = State.opened(.map, try PagesWorld.make())
    #expect(state.picture().contains("○ announced"))
    state.press(.character("i"))
    #expect(!state.picture().contains("○ announced"))
    let screen = state.place.screen
    #expect(!(0..<screen.panes[0].count).contains { screen.panes[0].cells($0)[0] == "Heidelberg" })
  }

  @Test func itOpensFromComputeAndFromThePalette() throws {
    var state = State.opened(.compute, try PagesWorld.make())
    state.press(.character("m"))
    #expect(state.place.page == .map)
    state.press(.escape)
    #expect(state.place.page == .compute)
    state.press(.character(":"))
    state.type("map")
    state.press(.enter)
    #expect(state.place.page == .map)
  }

  @Test func aClickSelectsATown() throws {
    var state = State.opened(.map, try PagesWorld.make())
    let canvas = state.canvas()
    let row = try #require(
      (0..<canvas.height).first { y in
        (0..<canvas.width).map { String(canvas.character($0, y)) }.joined().contains("Jülich")
      })
    let column = try #require((0..<canvas.width - 1).first { canvas.character($0, row) == "N" })
    _ = state.update(.click(x: column, y: row, double: false))
    #expect(state.selectedFact == .commitment("jupiter"))
  }
}
