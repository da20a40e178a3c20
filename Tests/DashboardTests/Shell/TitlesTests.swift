import Canvas
import Dataset
import Testing

@testable import Dashboard

/// Titles of lists and pictures are whole in every window people use. A clause that does not fit is left
/// out, and no word is cut.
@Suite struct TitlesTests {
  private static let sizes = [(80, 24), (120, 40), (160, 48)].map {
    Size(width: $0.0, height: $0.1)
  }

  private static let pages: [Page] =
    ScreenKind.allCases.compactMap { $0.type.home } + [
      .company("mistral-ai"), .company("nscale"), .investor("nvidia"), .country("PL"),
      .country("DE"), .layer(.models), .layer(.infrastructure),
    ]

  /// The texts in the style of titles, a run of cells each.
  private static func titles(_ canvas: Canvas) -> [String] {
    var titles: [String] = []
    for y in 1..<canvas.height - 2 {
      var run = ""
      for x in 0..<canvas.width {
        let cell = canvas[x, y]
        if cell.style.role == .heading {
          run += cell.scalar.map { String(Character($0)) } ?? ""
        } else if !run.isEmpty {
          titles.append(run)
          run = ""
        }
      }
      if !run.isEmpty { titles.append(run) }
    }
    return titles
  }

  @Test(arguments: sizes)
  func noTitleOfAPaneIsCut(_ size: Size) throws {
    let world = try FrozenLedger.world()
    for page in Self.pages {
      var state = State.opened(page, world, size: size)
      var pictures = [(page.kind.title, state.canvas())]
      for choice in type(of: state.place.screen).choices where choice.numbers.count <= 10 {
        for number in choice.numbers {
          state.set(choice.setting, to: number)
          pictures.append(("\(page.kind.title), \(choice.setting) \(number)", state.canvas()))
        }
        state.set(choice.setting, to: 0)
      }
      for (name, canvas) in pictures {
        for title in Self.titles(canvas) where title.hasSuffix("…") {
          Issue.record("\(size.name) \(name): \(title)")
        }
      }
    }
  }

  @Test func aNarrowTierNamesItselfBeforeItCounts() throws {
    let picture = State.opened(
      .exposure, try FrozenLedger.world(), size: Size(width: 80, height: 24)
    ).picture()
    #expect(!picture.contains(" 0 of "), "a count without its noun says nothing:\n\(picture)")
    #expect(picture.contains("suppliers"))
  }

  @Test func aNarrowWindowTellsClosedFromAnnounced() throws {
    var state = State.opened(.capital, try FrozenLedger.world(), size: Size(width: 80, height: 24))
    let rows = state.picture().split(separator: "\n")
    #expect(rows.contains { $0.contains("● Series") } && rows.contains { $0.contains("○ ") })
    #expect(rows.contains { $0.contains("░░ ○ announced, not closed") })
    #expect(rows.contains { $0.contains("; v lists ") && $0.contains(" plans, takeovers, funds") })
    state.type("v")
    #expect(state.picture().contains("— "), "what raised no money has a mark of its own")
  }

  @Test func aWideWindowShowsTheQuartersOfTheSelectedGroup() throws {
    var state = State.opened(.capital, try FrozenLedger.world(), size: Size(width: 160, height: 48))
    #expect(state.picture().contains("Raised per quarter · all, $ bn"))
    state.press(.down)
    #expect(state.picture().contains("Raised per quarter · infrastructure, $ bn"))
    let narrow = State.opened(
      .capital, try FrozenLedger.world(), size: Size(width: 120, height: 40))
    #expect(!narrow.picture().contains("Raised per quarter"))
  }
}
