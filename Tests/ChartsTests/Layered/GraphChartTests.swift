import Canvas
import Testing

@testable import Charts

@Suite struct GraphChartTests {
  private let supply = LayeredGraph(
    nodes: [
      .init(id: "tsmc", name: "TSMC", detail: .names, tier: 0),
      .init(id: "nvidia", name: "NVIDIA", detail: .names, tier: 1),
      .init(id: "amd", name: "AMD", detail: .names, tier: 1),
      .init(id: "nscale", name: "Nscale", figure: "286,600", detail: .figures, tier: 2),
      .init(id: "csc", name: "CSC", figure: "11,900", detail: .figures, tier: 2),
      .init(id: "microsoft", name: "Microsoft", detail: .names, tier: 3),
    ],
    edges: [
      .init(from: "tsmc", to: "nvidia"), .init(from: "tsmc", to: "amd"),
      .init(from: "nvidia", to: "nscale"), .init(from: "amd", to: "csc"),
      .init(from: "nscale", to: "microsoft"),
    ])

  private func chart(_ graph: LayeredGraph) -> GraphChart { GraphChart(graph) }

  @Test func boxesAndLines() {
    let expected = """
       TSMC ─┬▸ AMD ────▸ CSC 11,900
             └▸ NVIDIA ─▸ Nscale 286,600 ─▸ Microsoft
      """
    #expect(picture(50, 3) { chart(supply).draw(on: &$0, in: $1) } == expected)
  }

  @Test func asciiTellsTheSame() {
    let expected = """
       TSMC -+> AMD ----> CSC 11,900
             +> NVIDIA -> Nscale 286,600 -> Microsoft
      """
    #expect(picture(50, 3, ascii: true) { chart(supply).draw(on: &$0, in: $1) } == expected)
  }

  @Test func linesOfDifferentWeight() {
    let chart = chart(supply)
    let expected = """
       TSMC ━┯▸ AMD ━━━━▸ CSC 11,900
             └▸ NVIDIA ═▸ Nscale 286,600 ┄▸ Microsoft
      """
    let looks: [Int: LineWeight] = [1: .heavy, 2: .double, 3: .heavy, 4: .dashed]
    let actual = picture(50, 3) {
      chart.draw(on: &$0, in: $1, edge: { .init(weight: looks[$0] ?? .light) })
    }
    #expect(actual == expected)
  }

  @Test func theSelectedBoxIsMarkedTwice() {
    let chart = chart(supply)
    let box = chart.layout.boxes.firstIndex { $0.id == "nvidia" }
    let text = picture(50, 3) { chart.draw(on: &$0, in: $1, selected: box) }
    #expect(text.contains("▌NVIDIA▐"))
    #expect(reversedText(50, 3) { chart.draw(on: &$0, in: $1, selected: box) } == ["NVIDIA"])
  }

  @Test func whatIsJoinedWithEachOtherIsOneBus() {
    let graph = LayeredGraph(
      edges: [("a", "c"), ("a", "d"), ("b", "c"), ("b", "d")].map {
        LayeredGraph.Edge(from: $0.0, to: $0.1)
      })
    let expected = """
       a ─┬▸ c
       b ─┴▸ d
      """
    #expect(picture(40, 6) { chart(graph).draw(on: &$0, in: $1) } == expected)
    #expect(chart(graph).layout.crossings == 1)
  }

  @Test func theMoreProminentLineGoesThrough() {
    var canvas = Canvas(width: 5, height: 5)
    let across = [Point(x: 0, y: 2), Point(x: 4, y: 2)]
    let down = [
      Point(x: 0, y: 0), Point(x: 2, y: 0), Point(x: 2, y: 4), Point(x: 4, y: 4),
    ]
    for heavy in [false, true] {
      var grid = LineGrid(view: canvas.bounds)
      grid.add(across, look: .init(weight: heavy ? .heavy : .light))
      grid.add(down, look: .init())
      canvas = Canvas(width: 5, height: 5)
      grid.draw(on: &canvas, at: Point(x: 0, y: 0))
      #expect(canvas.character(2, 2) == (heavy ? "━" : "│"))
      #expect(canvas.character(2, 0) == "┐")
      #expect(canvas.character(4, 4) == "▸")
    }
  }

  @Test func whatIsOutOfSightIsCounted() {
    let chart = chart(supply)
    let expected = """
       TSMC ─┬▸ AMD ────▸ CSC …
             └▸ NVIDIA ─▸ Nsca…
                       1 more ▸
      """
    #expect(picture(25, 3) { chart.draw(on: &$0, in: $1) } == expected)
    let box = chart.layout.boxes.firstIndex { $0.id == "microsoft" }
    let area = Rect(x: 0, y: 0, width: 30, height: 3)
    let origin = chart.scroll(from: Point(x: 0, y: 0), toShow: box, in: area)
    #expect(origin == Point(x: chart.layout.width - 30, y: 0))
    let end = """
      ▸ CSC 11,900
      ▸ Nscale 286,600 ─▸ Microsoft
      ◂ 3 more
      """
    #expect(picture(30, 3) { chart.draw(on: &$0, in: $1, scroll: origin) } == end)
  }

  @Test func scrollingShowsTheSelectedBoxAndWastesNothing() {
    let chart = chart(RandomGraphs.graph(2))
    for (width, height) in [(1, 1), (10, 4), (20, 8), (500, 200)] {
      let area = Rect(x: 0, y: 0, width: width, height: height)
      for (i, box) in chart.layout.boxes.enumerated() {
        let origin = chart.scroll(from: Point(x: 999, y: -5), toShow: i, in: area)
        let window = chart.window(in: area).offset(x: origin.x, y: origin.y)
        #expect(window.contains(box.x, box.y))
        #expect(origin.x == 0 || origin.x + width <= chart.layout.width)
      }
    }
  }

  @Test func wideLabelsTakeTheirCells() {
    let graph = LayeredGraph(
      nodes: [
        .init(id: "a", name: "東京", detail: .names), .init(id: "b", name: "é", detail: .names),
      ],
      edges: [.init(from: "a", to: "b")])
    #expect(picture(20, 1) { chart(graph).draw(on: &$0, in: $1) } == " 東京 ─▸ é")
  }

  @Test func loopsAreAMarkAtTheBox() {
    let graph = LayeredGraph(
      nodes: [.init(id: "a", name: "self", detail: .names)], edges: [.init(from: "a", to: "a")])
    #expect(picture(10, 1) { chart(graph).draw(on: &$0, in: $1) } == " self↺")
    #expect(picture(10, 1, ascii: true) { chart(graph).draw(on: &$0, in: $1) } == " self&")
  }

  @Test func dotsForTheWholePicture() {
    var graph = supply
    for i in graph.nodes.indices {
      let node = graph.nodes[i]
      graph.nodes[i] = .init(id: node.id, name: node.id, detail: .dots, tier: node.tier)
    }
    let expected = """
      ●─┬▸●─▸●
        └▸●─▸●─▸●
      """
    #expect(picture(20, 2) { chart(graph).draw(on: &$0, in: $1) } == expected)
  }

  @Test func edgesAgainstTheTiersPointLeft() {
    let graph = LayeredGraph(
      nodes: [
        .init(id: "a", name: "a", detail: .names, tier: 0),
        .init(id: "b", name: "b", detail: .names, tier: 1),
      ],
      edges: [.init(from: "b", to: "a")])
    #expect(picture(12, 1) { chart(graph).draw(on: &$0, in: $1) } == " a ◂─ b")
  }

  @Test func edgesOfBothDirectionsHaveRowsOfTheirOwn() {
    let edges = [
      ("nvidia", "coreweave"), ("nvidia", "nscale"), ("openai", "nvidia"), ("nscale", "openai"),
    ]
    let graph = LayeredGraph(
      nodes: ["nvidia", "coreweave", "nscale", "openai"].enumerated().map {
        .init(id: $1, name: $1, detail: .names, tier: [0, 1, 1, 2][$0])
      }, edges: edges.map { .init(from: $0.0, to: $0.1) })
    let expected = """
               ┌▸ coreweave
       nvidia ─┴▸ nscale ────▸ openai
            └─◂────────────────┘
      """
    #expect(picture(60, 12) { chart(graph).draw(on: &$0, in: $1) } == expected)
  }

  @Test func drawingStaysInItsArea() {
    for seed in 0..<6 as Range<UInt64> {
      let chart = chart(RandomGraphs.graph(seed))
      expectToStayInside { canvas, area in
        chart.draw(on: &canvas, in: area, scroll: Point(x: 2, y: 1), selected: 0)
      }
    }
    expectToStayInside { GraphChart(LayeredGraph(edges: [])).draw(on: &$0, in: $1) }
  }

  @Test func keysWalkAlongLines() {
    let layout = chart(supply).layout
    func go(_ id: String, _ direction: LayeredLayout.Direction) -> String {
      let box = layout.boxes.firstIndex { $0.id == id } ?? -1
      return layout.boxes[layout.neighbour(of: box, direction)].id
    }
    #expect(go("tsmc", .right) == "amd")
    #expect(go("csc", .left) == "amd")
    #expect(go("amd", .down) == "nvidia")
    #expect(go("amd", .up) == "amd")
    // Without a line to the right, the next layer.
    #expect(go("csc", .right) == "microsoft")
    #expect(go("microsoft", .right) == "microsoft")
  }
}
