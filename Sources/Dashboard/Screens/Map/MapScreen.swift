import Canvas
import Charts
import Dataset
import Insight

/// The sites by place, size and maker of chips: Europe is drawn in dots, each town as a disc as
/// large as its accelerators. It is marked by the maker of most of its chips.
struct MapScreen: Screen {
  static let title = "Map"
  static let command = "compute"
  static let enteredTable: TableName? = .compute
  static let access = ScreenAccess.palette
  static let purpose = "where the compute stands, how much, and whose chips they are"
  static let controls: [any Control] = [zoom, east, south, ComputeOptions.unit, announced]

  private static let zoom = Choice(
    .zoom, 0...10,
    keys: [
      .next("+", "=", help: "nearer, around the selected town", hint: "nearer"),
      .back("-", "_", help: "farther, up to all of Europe", hint: "farther"),
    ]
  ) { $0 == 0 ? "all of Europe" : MapScreen.scale($0) }

  private static let east = Choice(
    .east, -4...4,
    keys: [
      .back("H", help: "move the map to see what lies west"),
      .next("L", help: "move the map to see what lies east"),
    ])

  private static let south = Choice(
    .south, -4...4,
    keys: [
      .next("J", help: "move the map to see what lies south"),
      .back("K", help: "move the map to see what lies north"),
    ])

  /// True if announced sites are left out.
  private static let announced = Choice(
    .announced, false, among: [false, true],
    keys: [.next("i", help: "leave announced sites out, or show them hollow")],
    mode: { $0 ? "firm sites only" : nil }
  ) { $0 ? "firm sites only" : "announced sites are hollow" }

  private let world: World
  private let settings: Settings
  private let places: SitePlaces
  private var sites: FactTable
  private var selected = -1

  var headline: [Span] { places.headline }
  var record: any JSONConvertible & Sendable { places }
  var panes: [Pane] { [places.pane, sites.pane] }

  init(page: Page, world: World, settings: Settings) {
    self.world = world
    self.settings = settings
    places = SitePlaces(
      world: world, showsAnnounced: !settings[MapScreen.announced],
      unit: settings[ComputeOptions.unit])
    sites = SiteList.table(
      Rows(places.shown.flatMap(\.sites)), in: world, sort: settings.sort["sites"])
  }

  /// The largest town that the map of Europe shows; a town beyond it is a list's row away.
  func start(in pane: Int) -> Int {
    guard pane == 0 else { return 0 }
    return places.placed.firstIndex { place in
      guard let (latitude, longitude) = place.coordinate else { return false }
      return (-25...45).contains(longitude) && (34...72).contains(latitude)
    } ?? 0
  }

  func following(_ view: ViewState) -> (any Screen)? {
    guard !view.isPrinted, let row = view.position(0).cursor, row != selected,
      places.shown.indices.contains(row)
    else { return nil }
    var screen = self
    screen.selected = row
    screen.sites = SiteList.table(
      Rows(places.shown[row].sites), in: world, sort: settings.sort["sites"])
    return screen
  }

  private static func scale(_ zoom: Int) -> String {
    let times = NumberFormat.figure(MapScreen.factor(zoom), digits: 2)
    return "\(times)\(Glyph.times) nearer"
  }

  /// The magnification of a step of the zoom: the root of two each.
  private static func factor(_ zoom: Int) -> Double {
    (0..<zoom).reduce(1) { product, _ in product * 2.0.squareRoot() }
  }

  func destination(of move: Move, from row: Int, in pane: Int) -> Int? {
    guard pane == 0 else { return nil }
    let direction: BrailleMap.Direction? =
      switch move {
      case .up: .north
      case .down: .south
      case .left: .west
      case .right: .east
      case .pageUp, .pageDown, .top, .bottom: nil
      }
    guard let direction else { return nil }
    // Places without a town are not on the map; from them a move leads back onto it.
    guard row < places.placed.count else { return places.placed.isEmpty ? row : 0 }
    return places.towns.site(to: direction, of: row) ?? row
  }

  // MARK: Drawing

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    if view.isPrinted {
      let height = min(MapScreen.printedHeight(width: area.width), area.height)
      let parts = area.rows([.fixed(height), .share(1)], gap: 1)
      drawMap(in: parts[0], of: &frame, view: view)
      return sites.draw(1, in: parts[1], of: &frame, view: view)
    }
    // The list of sites has the whole width: at the right of the map most of its columns were cut.
    let rows = area.rows([.share(1), .fixed(min(8, area.height * 2 / 5))])
    let isWide = area.width >= MapScreen.widthForDetails
    let parts =
      isWide
      ? rows[0].columns([.share(1), .fixed(min(64, area.width * 2 / 5))], gap: 2) : [rows[0]]
    drawMap(in: parts[0], of: &frame, view: view)
    drawTown(in: rows[1], of: &frame, view: view)
    if parts.count > 1, let fact = sites.fact(view.position(1).cursor ?? 0) {
      drawDetails(of: fact, in: parts[1], of: &frame)
    }
  }

  /// The width from which the selected site is described at the right of the map.
  private static let widthForDetails = 110

  func draw(pane: Int, in area: Rect, of frame: inout Frame, view: ViewState) {
    if pane == 0 { return drawMap(in: area, of: &frame, view: view) }
    sites.draw(pane, in: area, of: &frame, view: view)
  }

  private func drawMap(in area: Rect, of frame: inout Frame, view: ViewState) {
    // Marks without words are letters on a map: the legend has the lines that it takes.
    let legend = places.legend(
      after: Span("Towns", view.titleStyle(of: 0)), within: area.width,
      lines: area.height >= 12 ? 2 : 1
    ).prefix(max(2, area.height / 3))
    let lines = area.rows([.share(1), .fixed(legend.count)])
    let map = places.map(outlines: places.outlines)
    let cursor = view.isPrinted ? nil : view.position(0).cursor
    let window = mapView(in: lines[0], selected: cursor)
    frame.region(area, .pane(0))
    map.draw(
      on: &frame.canvas, in: lines[0], view: window,
      selected: cursor.flatMap { $0 < places.placed.count ? $0 : nil })
    for index in places.placed.indices.reversed() {
      guard let cell = map.cell(of: map.sites[index].coordinate, in: lines[0], view: window) else {
        continue
      }
      frame.region(
        Rect(x: cell.x - 1, y: cell.y, width: 3, height: 1), .row(pane: 0, row: index))
    }
    for (row, line) in legend.enumerated() {
      frame.canvas.put(line, x: area.x, y: lines[1].y + row, width: area.width)
    }
    var position = view.position(0)
    position.offset = 0
    frame.settle(0, position, visible: max(1, places.shown.count / 4))
  }

  /// All of Europe, or nearer around the selected town, moved by eighths of the picture.
  private func mapView(in area: Rect, selected: Int?) -> MapView {
    var window = MapView.europe(in: area)
    let zoom = settings[MapScreen.zoom]
    if zoom > 0 {
      let place = selected.flatMap { places.placed.indices.contains($0) ? places.placed[$0] : nil }
      if let coordinate = (place ?? places.placed.first)?.coordinate {
        window = window.centred(longitude: coordinate.longitude, latitude: coordinate.latitude)
      }
      for _ in 0..<zoom { window = window.zoomed(in: true) }
    }
    return window.panned(
      east: settings[MapScreen.east] * max(1, area.width / 8),
      south: settings[MapScreen.south] * max(1, area.height / 8))
  }

  /// The selected town and its sites.
  private func drawTown(in area: Rect, of frame: inout Frame, view: ViewState) {
    guard let row = view.position(0).cursor, places.shown.indices.contains(row) else {
      frame.canvas.put(
        "no site is known on this day", x: area.x, y: area.y, style: .dim, width: area.width)
      return
    }
    let facts = places.facts(of: places.shown[row]).filter { !$0.isEmpty }
    let line = Array(facts.joined(separator: [Span(" · ", .dim)]))
    frame.canvas.put(line.clauses(within: area.width), x: area.x, y: area.y, width: area.width)
    sites.draw(1, in: area.inset(top: 1), of: &frame, view: view)
  }

  private func drawDetails(of fact: Fact, in area: Rect, of frame: inout Frame) {
    frame.canvas.put(
      world.title(of: fact), x: area.x, y: area.y, style: .heading, width: area.width)
    let shown: Set<String> = [
      "reported", "operator", "customer", "accelerators", "chip vendor", "chip", "power", "status",
      "target", "confidence", "note", "history", "source", "sources", "",
    ]
    let blocks = FactDetails(of: fact, in: world).rows.filter {
      (shown.contains($0.name) || $0.name.first?.isNumber == true) && !$0.text.isEmpty
    }.map { Flow.Block.pair($0.name, $0.text, style: $0.style) }
    Flow(blocks).draw(on: &frame.canvas, in: area.inset(top: 1))
  }

  /// Half as high as wide looks like Europe in most fonts.
  private static func printedHeight(width: Int) -> Int { max(12, min(50, width * 2 / 5)) }

  func naturalHeight(width: Int) -> Int {
    MapScreen.printedHeight(width: width) + 1 + sites.naturalHeight
  }
}

extension Page {
  public static let map = Page(MapScreen.self)
}
