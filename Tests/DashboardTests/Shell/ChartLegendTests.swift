import Canvas
import Dataset
import Testing

@testable import Dashboard

/// Every mark and colour of a picture has words on the same screen, and every mark has its line in the help.
@Suite struct ChartLegendTests {
  static func world() throws -> World {
    World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-29"))
  }

  private static func pages() throws -> [Page] {
    ScreenKind.allCases.compactMap { $0.type.home } + [
      .changes(since: try day("2026-01-01")), .company("mistral-ai"), .company("nscale"),
      .investor("nvidia"), .country("PL"), .layer(.models), .layer(.infrastructure),
    ]
  }

  /// The pictures of every page, in every way that its options draw it.
  static func pictures(_ size: Size) throws -> [(name: String, canvas: Canvas)] {
    let world = try world()
    var pictures: [(String, Canvas)] = []
    for page in try pages() {
      var state = State.opened(page, world, size: size)
      pictures.append((page.kind.title, state.canvas()))
      for choice in type(of: state.place.screen).choices where choice.numbers.count <= 12 {
        for number in choice.numbers {
          state.set(choice.setting, to: number)
          pictures.append(("\(page.kind.title), \(choice.setting) \(number)", state.canvas()))
        }
        state.set(choice.setting, to: 0)
      }
    }
    return pictures
  }

  /// The words of which a hollow part is in need.
  private static let hollowWords = [
    "announced", "possible", "possibly", "in talks", "not closed", "overdue", "–",
  ]

  @Test func whatIsHollowIsExplainedOnItsScreen() throws {
    for (name, canvas) in try Self.pictures(Size(width: 120, height: 40)) {
      let text = PlainText.write(canvas)
      guard text.contains("░░░") else { continue }
      #expect(Self.hollowWords.contains { text.contains($0) }, "\(name)\n\(text)")
    }
  }

  /// The looks of bars by their colour, each with a sample of two cells before its words.
  @Test func everyColourOfABarHasASampleWithWords() throws {
    let series: Set<Role> = [.series1, .series3, .series4]
    for (name, canvas) in try Self.pictures(Size(width: 120, height: 40)) {
      var used: Set<Role> = []
      var explained: Set<Role> = []
      for y in 0..<canvas.height {
        var run: (role: Role, count: Int)?
        for x in 0..<canvas.width {
          let cell = canvas[x, y]
          let isFull = cell.scalar == Glyph.full && series.contains(cell.style.role)
          if isFull {
            used.insert(cell.style.role)
            run =
              run?.role == cell.style.role
              ? run.map { ($0.role, $0.count + 1) } : (cell.style.role, 1)
          } else {
            let isWord =
              cell.scalar == " " && x + 1 < canvas.width
              && canvas[x + 1, y].scalar?.properties.isAlphabetic == true
            if let run, run.count == 2, isWord { explained.insert(run.role) }
            run = nil
          }
        }
      }
      let text = PlainText.write(canvas)
      // A letter in a bar is as good, where the title or a legend names it.
      if text.contains("~ changed") { explained.insert(.series1) }
      #expect(used.isSubset(of: explained), "\(name): \(used.subtracting(explained))\n\(text)")
    }
  }

  @Test func everyMarkOfAPictureHasItsLineInTheHelp() throws {
    let help = State.opened(.overview, try FrozenLedger.world()).helpLines()
      .map { $0.map(\.text).joined() }.joined(separator: "\n")
    let marks = "●◐◔○·—…▌▏▸◂◆◇⊕▲▼↑↓✓✗┆━─┄█░?~+".unicodeScalars.filter { mark in
      !help.unicodeScalars.contains(mark)
    }
    #expect(marks.isEmpty, "without a line: \(marks.map { String($0) })")
  }

  @Test(arguments: screenSizes)
  func theGraphSaysWhatItsLinesAre(_ size: Size) throws {
    let picture = State.opened(.exposure, try Self.world(), size: size).picture()
    #expect(picture.contains("━ much  ─ less  ┄ unknown"))
  }

  @Test func theTimelineSaysWhatItsMarksAre() throws {
    let picture = State.opened(.timeline, try FrozenLedger.world()).picture()
    #expect(picture.contains("◆ happened  ◇ planned"))
  }

  @Test func theClaimsSayWhatEveryMarkIs() throws {
    let picture = State.opened(.claims, try FrozenLedger.world()).picture()
    for words in ["▼ no longer", "▲ ", "✓ holds", "✗ differs"] { #expect(picture.contains(words)) }
  }
}
