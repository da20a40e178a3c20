import Canvas
import Dataset
import Testing

@testable import Dashboard

/// Words stand right behind what they speak of: hints behind their fields, kinds behind their names, marks next
/// to their words.
@Suite struct WordsBehindTests {
  private static func opened(_ page: Page, _ width: Int, _ height: Int) throws -> State {
    State.opened(page, try FrozenLedger.world(), size: Size(width: width, height: height))
  }

  private static func lines(_ state: State) -> [String] {
    state.picture().split(separator: "\n").map(String.init)
  }

  @Test(arguments: [80, 120, 200])
  func aHintStandsBehindItsField(_ width: Int) throws {
    var state = try Self.opened(.capital, width, width == 80 ? 24 : 40)
    state.press(.control("n"))
    state.press(.down, .down)
    guard case .form(let form) = state.mode else {
      Issue.record("no form")
      return
    }
    let line = try #require(form.lines.first { $0.field == "published" })
    let row = try #require(Self.lines(state).first { $0.dropFirst(2).hasPrefix("published ") })
    #expect(row.contains(line.hint), "\(row)")
    let blanks = row.dropFirst(12).prefix { " *".contains($0) }
    #expect(blanks.count < 24, "\(row)")
  }

  @Test func theHintOfTheFieldInFocusIsReadWhole() throws {
    for kind in ["round", "site", "step", "organisation"] {
      var state = try Self.opened(.capital, 40, 12)
      state.type(":new \(kind)")
      state.press(.enter)
      for _ in 0..<12 {
        guard case .form(let form) = state.mode else {
          Issue.record("no form")
          return
        }
        let line = form.lines[form.current]
        if line.text.isEmpty, form.assumed(line.field) == nil, !line.hint.isEmpty {
          let words = state.picture().split { " \n".contains($0) }.joined(separator: " ")
          #expect(words.contains(line.hint), "\(kind) \(line.field)\n\(state.picture())")
        }
        state.press(.down)
      }
    }
  }

  @Test func theKindOfAnEntryStandsBehindItsName() throws {
    var state = try Self.opened(.capital, 200, 60)
    state.type(":nscale")
    let row = try #require(
      Self.lines(state).first { $0.contains("Nscale as an investor") })
    let name = try #require(row.firstRange(of: "Nscale"))
    let kind = try #require(row.firstRange(of: "  investor"))
    #expect(row.distance(from: name.lowerBound, to: kind.lowerBound) < 60, "\(row)")
  }

  @Test func everyMarkOfTheTimelineIsInItsLegend() throws {
    let picture = try Self.opened(.timeline, 80, 24).picture()
    for mark in ["◆ happened", "◇ planned", "◇┄▸ put off", "⊕ many", "✗ dropped"] {
      #expect(picture.contains(mark), "\(mark)\n\(picture)")
    }
  }

  @Test(arguments: [(40, 12), (80, 24), (120, 40)])
  func everyLetterOfTheMapIsInItsLegend(_ width: Int, _ height: Int) throws {
    let state = try Self.opened(.map, width, height)
    let picture = state.picture()
    for name in ["N NVIDIA", "? not said"] {
      #expect(picture.contains(name), "\(name)\n\(picture)")
    }
  }

  @Test(arguments: [(40, 12), (80, 24)])
  func theLegendOfComputeIsWhole(_ width: Int, _ height: Int) throws {
    let picture = try Self.opened(.compute, width, height).picture()
    for words in ["running", "building", "announced"] {
      #expect(picture.contains(words), "\(words)\n\(picture)")
    }
  }
}
