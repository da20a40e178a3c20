import Canvas
import Dataset
import Testing

@testable import Dashboard

/// Every prompt of a day works alike.
@Suite struct DayPromptTests {
  private static func state(_ size: Size = Size(width: 120, height: 40)) throws -> State {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    return State.opened(.enforcement, world, size: size)
  }

  /// The keys that ask for a day, and the day that the state then has.
  private static let prompts: [(key: String, day: @Sendable (State) -> String?)] = [
    ("t", { $0.world.day.description }), ("a", { $0.place.view.settings.since?.description }),
  ]

  @Test(arguments: [0, 1])
  func typingReplacesTheOldDay(_ index: Int) throws {
    let prompt = Self.prompts[index]
    var state = try Self.state()
    for text in ["2026-03-21", "2026-04-30"] {
      state.type(prompt.key + text)
      state.press(.enter)
      #expect(prompt.day(state) == text)
    }
    // Enter alone keeps the day that is offered.
    state.type(prompt.key)
    state.press(.enter)
    #expect(prompt.day(state) == "2026-04-30")
  }

  @Test(arguments: [0, 1], ["2026-13-01", "soon", "1999", "2026-02-30"])
  func aBadDayIsAnErrorInWordsAndKeepsThePrompt(_ index: Int, _ text: String) throws {
    let prompt = Self.prompts[index]
    for size in screenSizes {
      var state = try Self.state(size)
      let (page, before) = (state.place.page, prompt.day(state))
      state.type(prompt.key + text)
      state.press(.enter)
      #expect(prompt.day(state) == before)
      guard case .day(let open) = state.mode else {
        Issue.record("the prompt is gone")
        continue
      }
      let words = try #require(open.error)
      #expect(words.contains(text == "1999" ? "choose a day from" : "\"\(text)\" is no day"))
      // In any width all of the words are read.
      let read = state.picture().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(read.contains(words), "\(size.name)")
      // No key leaks to the screen.
      state.type("gG2q")
      state.press(.tab, .down, .pageDown)
      #expect(state.place.page == page)
      guard case .day = state.mode else {
        Issue.record("a key closed the prompt")
        continue
      }
      state.press(.control("u"))
      state.type("2026-05-01")
      state.press(.enter)
      #expect(prompt.day(state) == "2026-05-01")
    }
  }

  @Test func wordsForEarlierDaysServeBoth() throws {
    var state = try Self.state()
    state.type("t3m")
    state.press(.enter)
    #expect(state.world.day.description == "2026-08-21")
    state.type("a1m")
    state.press(.enter)
    #expect(state.place.view.settings.since?.description == "2026-07-21")
    state.type("a")
    state.press(.control("u"), .enter)
    #expect(state.place.view.settings.since == nil)
  }

  // MARK: The corner

  @Test func theDayAndTheReachStandOnceInACorner() throws {
    for size in screenSizes {
      for page in [Page.overview, .capital, .enforcement, .timeline, .company("nscale")] {
        let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
        let picture = State.opened(page, world, size: size).picture()
        let lines = picture.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(picture.ranges(of: "as of ").count == 1, "\(page) \(size.name)")
        let reach =
          switch page {
          case .enforcement: "enforcement to 30 Sep"
          case .timeline: "dates to 21 Sep"
          default: "rounds to 4 Jul"
          }
        #expect(picture.ranges(of: "\(reach) 2026").count == 1, "\(page) \(size.name)")
        let day = "as of 21 Nov 2026"
        #expect(lines[1].contains(day))
        let foot = lines.suffix(3).joined()
        let isAbove = lines[1].contains("\(day) · \(reach) 2026")
        #expect(isAbove != foot.contains("\(reach) 2026"), "\(page) \(size.name)")
        if size.width < 100 { #expect(!isAbove) }
        if size.width >= 200 { #expect(isAbove) }
      }
    }
  }

  /// The corner takes no room from the answer.
  @Test func theReachYieldsToTheHeadline() throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    let size = Size(width: 160, height: 40)
    var state = State.opened(.enforcement, world, size: size)
    let before = state.picture()
    #expect(before.contains("as of 21 Nov 2026 · enforcement to 30 Sep 2026"))
    state.type("/country:DE,FR,IT,ES,PT,NL,BE,LU")
    state.press(.enter)
    let title = state.picture().split(separator: "\n")[1]
    #expect(title.contains("Enforcement authority · ") && title.hasSuffix("as of 21 Nov 2026"))
  }

  @Test func aPackageThatNamesNoReachShowsTheDayAlone() throws {
    let world = World(dataset: try FrozenPackage.dataset(), today: try day("2026-11-21"))
    let picture = State.opened(.capital, world).picture()
    #expect(picture.contains("as of 21 Nov 2026"))
    #expect(!picture.contains("rounds to"))
  }

  @Test func theCornerIsPrintedToo() throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    let line = sheet(.overview, world, width: 120).split(separator: "\n").first ?? ""
    #expect(line.hasSuffix("as of 21 Nov 2026 · rounds to 4 Jul 2026"))
  }
}
