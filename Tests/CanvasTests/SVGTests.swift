import Testing

@testable import Canvas

@Suite("SVG")
struct SVGTests {
  /// The elements of a picture, without the frame around them.
  func elements(
    _ width: Int, _ height: Int, _ draw: (inout Canvas) -> Void
  ) -> String {
    var canvas = Canvas(width: width, height: height)
    draw(&canvas)
    return SVGPicture(canvas).elements(Theme.standard.light)
  }

  @Test("the whole document")
  func document() {
    var canvas = Canvas(width: 9, height: 2)
    canvas.put("NVIDIA 91", x: 0, y: 0, style: .target)
    canvas.put("██▌", x: 0, y: 1, style: .target)
    canvas.rule(x: 4, y: 1, width: 5)
    #expect(
      SVG.write(
        canvas, theme: .standard, title: "Exposure <to> \"NVIDIA\"", description: "A & B")
          == """
          <svg xmlns="http://www.w3.org/2000/svg" class="moat" role="img" aria-labelledby="moat-title \
          moat-desc" viewBox="-16 -16 113 70" width="113" height="70" font-family="ui-monospace,\
          SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace" font-size="15">
          <title id="moat-title">Exposure &lt;to&gt; &quot;NVIDIA&quot;</title>
          <desc id="moat-desc">A &amp; B</desc>
          <style>
          .moat{--paper:#ffffff;--rule:#afb8c1;--target:#538300}
          @media (prefers-color-scheme:dark){.moat{--paper:#0d1117;--rule:#484f58;--target:#76b900}}
          .moat .paper{fill:#ffffff;fill:var(--paper)}
          .moat .target{fill:#538300;fill:var(--target)}
          .moat .rule-line{stroke:#afb8c1;stroke:var(--rule)}
          </style>
          <rect class="paper" fill="#ffffff" x="-16" y="-16" width="113" height="70" rx="8"/>
          <g class="target" fill="#538300" shape-rendering="crispEdges">
          <rect x="0" y="19" width="22.5" height="19"/>
          </g>
          <g class="rule-line" fill="none" stroke="#afb8c1" stroke-linecap="square">
          <path stroke-width="1" d="M36 28.5H81"/>
          </g>
          <g class="target" fill="#538300">
          <text x="0" y="14" textLength="81">NVIDIA 91</text>
          </g>
          </svg>

          """)
  }

  @Test("both kinds of page have their colours, and the same bytes every time")
  func pages() {
    var canvas = Canvas(width: 4, height: 1)
    canvas.put("late", x: 0, y: 0, style: .alarm)
    func write() -> String {
      SVG.write(canvas, theme: .colourBlind, title: "t", description: "d")
    }
    #expect(write().contains("#0d1117") && write().contains("#ffffff"))
    #expect(write() == write())
  }

  @Test("text is pinned by its cells, split at wide characters and gaps, alone it is free")
  func text() {
    #expect(
      elements(30, 2) {
        $0.put("a bc  de", x: 1, y: 0)
        $0.put("日本 GmbH 語 é x", x: 0, y: 1)
      } == """
        <g class="plain" fill="#1f2328">
        <text x="9" y="14" textLength="36">a bc</text>
        <text x="63" y="14" textLength="18">de</text>
        <text x="0" y="33" textLength="36">日本</text>
        <text x="45" y="33" textLength="36">GmbH</text>
        <text x="90" y="33">語</text>
        <text x="117" y="33" textLength="27">é x</text>
        </g>

        """)
  }

  @Test("attributes: bold, italic, dim, underlined and reversed text")
  func attributes() {
    #expect(
      elements(9, 3) {
        $0.put("ab", x: 0, y: 0, style: Style(.accent, [.bold, .italic, .dim]))
        $0.put("cd ", x: 0, y: 1, style: Style(.accent, .underline))
        $0.put(" ef ", x: 1, y: 2, style: Style(.accent, .reverse))
      } == """
        <g class="accent" fill="#0969da" shape-rendering="crispEdges">
        <rect x="9" y="38" width="36" height="19"/>
        </g>
        <g class="accent" fill="#0969da" shape-rendering="crispEdges">
        <rect x="0" y="35" width="27" height="1"/>
        </g>
        <g class="accent" fill="#0969da">
        <text x="0" y="33" textLength="18">cd</text>
        </g>
        <g class="accent" fill="#0969da" font-weight="700" font-style="italic" opacity="0.6">
        <text x="0" y="14" textLength="18">ab</text>
        </g>
        <g class="paper" fill="#ffffff">
        <text x="18" y="52" textLength="18">ef</text>
        </g>

        """)
  }

  @Test("blocks are rectangles, joined where they touch")
  func blocks() {
    #expect(
      elements(10, 2) {
        $0.put("██▌ ░░▂▂▐█", x: 0, y: 0, style: .target)
        $0.put("▛▀▘", x: 0, y: 1, style: .target)
      } == """
        <g class="target" fill="#538300" shape-rendering="crispEdges">
        <rect x="0" y="0" width="22.5" height="19"/>
        <rect x="36" y="0" width="18" height="19" fill-opacity="0.25"/>
        <rect x="54" y="14.25" width="18" height="4.75"/>
        <rect x="76.5" y="0" width="13.5" height="19"/>
        <rect x="0" y="28.5" width="4.5" height="9.5"/>
        <rect x="0" y="19" width="22.5" height="9.5"/>
        </g>

        """)
  }

  @Test("lines are paths from edge to edge or middle, joined across cells")
  func lines() {
    #expect(
      elements(5, 3) { $0.box(Rect(x: 0, y: 0, width: 5, height: 3)) } == """
        <g class="rule-line" fill="none" stroke="#afb8c1" stroke-linecap="square">
        <path stroke-width="1" d="M4.5 9.5H40.5M4.5 47.5H40.5M4.5 9.5V47.5M40.5 9.5V47.5"/>
        </g>

        """)
    #expect(
      elements(3, 1) { $0.put("━┿┄", x: 0, y: 0, style: .rule) } == """
        <g class="rule-line" fill="none" stroke="#afb8c1" stroke-linecap="square">
        <path stroke-width="1" d="M13.5 0V19"/>
        <path stroke-width="3" d="M0 9.5H18"/>
        <path stroke-width="1" stroke-dasharray="4 3" stroke-linecap="butt" d="M18 9.5H27"/>
        </g>

        """)
  }

  @Test("the corner of a double line is two corners")
  func double() {
    #expect(
      elements(1, 1) { $0.put("╔", x: 0, y: 0, style: .rule) } == """
        <g class="rule-line" fill="none" stroke="#afb8c1" stroke-linecap="square">
        <path stroke-width="1" d="M2.5 7.5H9M6.5 11.5H9M2.5 7.5V19M6.5 11.5V19"/>
        </g>

        """)
  }

  @Test("marks and Braille dots are shapes")
  func marks() {
    #expect(
      elements(3, 1) { $0.put("●◔⡁", x: 0, y: 0, style: .good) } == """
        <g class="good-line" fill="none" stroke="#0f7b72" stroke-linecap="square">
        <path stroke-width="2.2" stroke-linecap="round" d="M20.25 2.375h0M20.25 16.625h0"/>
        <path stroke-width="1.2" d="M9.75 9.5a3.75 3.75 0 1 1 7.5 0a3.75 3.75 0 1 1 -7.5 0"/>
        </g>
        <g class="good" fill="#0f7b72">
        <circle cx="4.5" cy="9.5" r="4.35"/>
        <path d="M13.5 9.5L13.5 5.75A3.75 3.75 0 0 1 17.25 9.5Z"/>
        </g>

        """)
  }

  @Test("every character drawn as a shape draws something")
  func everyShape() {
    for value in [0x2500..<0x25A0, 0x2801..<0x2900].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let drawn = elements(1, 1) { $0.set(scalar, x: 0, y: 0) }
      #expect(drawn.contains("<path") || drawn.contains("<rect"), "\(scalar)")
      #expect(!drawn.contains("<text"), "\(scalar)")
    }
  }

  @Test("an empty canvas is a picture, too", arguments: [0, 1])
  func empty(_ side: Int) {
    let canvas = Canvas(width: side, height: side)
    let text = SVG.write(canvas, theme: .standard, title: "", description: "")
    #expect(XMLCheck.problem(in: text) == nil)
    #expect(!text.contains("<text"))
  }
}
