import Canvas
import Dataset
import Testing

@testable import Dashboard

/// The help begins with the keys that work here, finds the words typed, and explains the marks.
@Suite struct HelpTests {
  private static func state(
    _ page: Page = .capital, width: Int = 120, height: Int = 40
  ) throws -> State {
    var state = State.opened(
      page, try PagesWorld.make(), size: Size(width: width, height: height))
    state.type("?")
    return state
  }

  private static func headings(_ state: State) -> [String] {
    state.helpLines().filter { $0.count == 1 && $0[0].style == .heading }.map { $0[0].text }
  }

  @Test func itOpensOnTheKeysOfTheScreenAndEndsWithTheSettings() throws {
    let state = try Self.state()
    #expect(Self.headings(state).first == "On Capital")
    #expect(Self.headings(state).last == "Settings")
    #expect(Self.headings(state).contains("Marks"))
    let rows = state.picture().split(separator: "\n")
    #expect(rows[3].hasPrefix("  On Capital"))
  }

  @Test(arguments: [
    ("clipboard copy", "no key does that"), ("export", "export this view"),
    ("investors in", "investors in more than one layer"), ("megawatts", "H100-equivalents"),
    ("theme", "high-contrast"), ("reference rate", "~857"), ("shift-tab", "previous pane"),
  ])
  func typingLooksForKeysAndDeeds(_ words: String, _ found: String) throws {
    var state = try Self.state()
    state.type(words)
    #expect(state.picture().contains(found), "\(words)")
    #expect(!state.picture().contains("to the day of the previous event"))
  }

  @Test func lettersThatAreKeysElsewhereAreTypedHere() throws {
    var state = try Self.state()
    state.type("jkgGq")
    #expect(state.picture().contains("find a key or a command (Esc closes): jkgGq"))
    state.press(.escape)
    guard case .browse = state.mode else {
      Issue.record("still open")
      return
    }
    state.type("?q")
    guard case .browse = state.mode else {
      Issue.record("q leaves an untouched help")
      return
    }
  }

  /// From the end a page up moves at once, after any number of pages beyond the end.
  @Test(arguments: [(80, 24), (120, 40), (40, 12)])
  func scrollingStopsAtTheEnds(_ width: Int, _ height: Int) throws {
    var state = try Self.state(width: width, height: height)
    let top = state.picture()
    state.press(.end, .pageDown, .pageDown, .end)
    let end = state.picture()
    #expect(end.contains(" end "))
    state.press(.pageUp)
    #expect(state.picture() != end)
    state.press(.home)
    #expect(state.picture() == top)
  }

  @Test(arguments: ["~", "?", "+", "·", "▸2", "◐", "—", "▲", "…"])
  func everyMarkIsExplained(_ mark: String) throws {
    let state = try Self.state()
    let labels = state.helpLines().filter { $0.count == 2 }.map { $0[0].text }
    #expect(labels.contains { $0.contains(mark) }, "\(mark)")
  }
}

/// The palette answers with little and to the point, and says so where it has nothing.
@Suite struct PaletteAnswersTests {
  private static func palette(_ words: String) throws -> (Dashboard.Palette, String) {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-29"))
    var state = State.opened(.overview, world, size: Size(width: 120, height: 40))
    state.type(":" + words)
    guard case .palette(let palette) = state.mode else { throw NotOpen() }
    return (palette, state.picture())
  }

  private struct NotOpen: Error {}

  @Test(arguments: [
    ("most valued", "Most valued companies"), ("who led", "Who led"), ("deadlines", "Deadlines"),
    ("annex iii asks", "What Annex III asks for"), ("article 50", "What Article 50 asks for"),
    ("general-purpose models", "What the Act asks of general-purpose models"),
    ("deliver", "What if "),
    ("largest tenant", "Exposure: "), ("circles", "Exposure: "), ("article 70", "Lateness"),
    ("gained", "Which states have full authority"),
  ])
  func aQuestionLeadsToItsView(_ words: String, _ title: String) throws {
    let (palette, _) = try Self.palette(words)
    let first = try #require(palette.entry(0))
    #expect(first.title.hasPrefix(title), "\(words): \(first.title)")
  }

  @Test(arguments: ["deliver", "deadlines", "most valued", "who led", "slips"])
  func noAuthorityIsFoundByStrewnLetters(_ words: String) throws {
    let (palette, _) = try Self.palette(words)
    #expect(palette.count > 0 && palette.count < 8)
    for place in 0..<palette.count {
      #expect(palette.entry(place)?.kind.hasPrefix("authority") == false)
    }
  }

  @Test func lettersLeftOutAreForgiven() throws {
    #expect(try Self.palette("mstrl").0.entry(0)?.title == "Mistral AI")
    #expect(try Self.palette("nvda").0.entry(0)?.title.contains("NVIDIA") == true)
  }

  @Test func nothingFoundIsSaidWithTheWord() throws {
    let (palette, picture) = try Self.palette("qqzzx")
    #expect(palette.count == 0)
    #expect(picture.contains("Go to · nothing found"))
    #expect(picture.contains("nothing is called qqzzx"))
  }

  @Test func itCountsWhatItShows() throws {
    #expect(try Self.palette("").1.contains("Go to · 1–13 of 1,"))
    let (palette, picture) = try Self.palette("nscale")
    #expect(palette.count > 13)
    #expect(picture.contains("Go to · 1–13 of \(palette.count) found"))
    #expect(try Self.palette("deadlines").1.contains("Go to · 1 found"))
  }
}
