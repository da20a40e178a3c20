import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

@Suite struct FilterLineTests {
  private static func state(
    _ page: Page = .capital, size: Size = Size(width: 100, height: 30)
  ) throws -> State {
    let world = World(dataset: try FrozenPackage.dataset(), today: try day("2026-11-21"))
    return State.opened(page, world, size: size)
  }

  private static func rows(_ state: State) -> [String] {
    state.picture().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func line(_ state: State) throws -> FilterLine {
    guard case .filter(let line) = state.mode else {
      Issue.record("the filter is not being typed")
      throw NotTyped()
    }
    return line
  }

  private struct NotTyped: Error {}

  @Test func anEmptyLineOffersTheFields() throws {
    var state = try Self.state()
    state.type("/")
    let line = try Self.line(state)
    #expect(line.offers.first?.text == "company:")
    #expect(state.picture().contains("company:"))
    #expect(state.picture().contains("the layer of an organisation of the row"))
  }

  @Test func tabWritesTheFieldAndThenItsValue() throws {
    var state = try Self.state()
    state.type("/lay")
    state.press(.tab)
    #expect(try Self.line(state).text == "layer:")
    state.type("mo")
    #expect(try Self.line(state).offers.map(\.text) == ["models"])
    state.press(.tab)
    #expect(try Self.line(state).text == "layer:models ")
    #expect(state.world.filter.text == "layer:models ", "it applies as it is typed")
    state.press(.enter)
    #expect(state.world.filter.text == "layer:models", "Enter drops blanks at the end")
  }

  @Test func arrowsChooseAndEnterTakesWhatWasChosen() throws {
    var state = try Self.state()
    state.type("/company:n")
    let offers = try Self.line(state).offers.map(\.text)
    #expect(offers.prefix(2) == ["nvidia", "nscale"])
    state.press(.down, .down)
    #expect(try Self.line(state).chosen == 1)
    state.press(.up)
    #expect(try Self.line(state).chosen == 0)
    state.press(.up)
    #expect(try Self.line(state).chosen == nil, "above the first none is chosen")
    state.press(.down, .down, .enter)
    #expect(try Self.line(state).text == "company:nscale ")
    state.press(.enter)
    #expect(state.world.filter.text == "company:nscale")
  }

  @Test func escapeGivesUpTheChoiceThenTheLineAndKeepsWhatApplied() throws {
    var state = try Self.state()
    state.type("/layer:models")
    state.press(.enter)
    state.type("/")
    state.press(.control("u"))
    state.type("company:n")
    state.press(.down, .escape)
    #expect(try Self.line(state).chosen == nil)
    state.press(.escape)
    #expect(state.world.filter.text == "layer:models")
    state.press(.escape)
    #expect(state.world.filter.isEmpty, "in the screen Escape takes the filter away")
  }

  @Test func aMistakeIsPointedAtAndTabCorrectsIt() throws {
    var state = try Self.state()
    state.type("/layer:modls amount>100")
    let rows = Self.rows(state)
    #expect(rows[28].hasPrefix(" /layer:modls amount>100"))
    #expect(rows[29].hasPrefix("        ^^^^^ layer has no \"modls\"; did you mean \"models\"?"))
    #expect(rows[29].contains("Tab takes it"))
    state.press(.tab)
    #expect(try Self.line(state).text == "layer:models amount>100")
    #expect(try Self.line(state).mistake == nil)
  }

  /// Somebody in the middle of a word is helped, not corrected; Enter asks, and is told.
  @Test func aWordBeingWrittenIsNoMistakeUntilEnter() throws {
    var state = try Self.state()
    state.type("/layer:")
    #expect(try Self.line(state).error != nil)
    #expect(try Self.line(state).mistake == nil)
    state.press(.enter)
    #expect(try Self.line(state).mistake != nil)
    #expect(state.picture().contains("a value is missing here; layer takes one of"))
    #expect(state.picture().split(separator: "\n").last?.contains("^") == true)
  }

  @Test func itCountsWhatPasses() throws {
    var state = try Self.state()
    state.type("/company:nscale")
    #expect(state.picture().contains("2 rounds, 1 site, 1 organisation"))
    state.type(" nothing-like-this")
    #expect(try Self.line(state).matches == "nothing fits")
  }

  @Test func theFilterStandsInTheTitleOfEveryScreen() throws {
    for kind in ScreenKind.numbered {
      var state = try Self.state(kind.page)
      state.type("/company:nscale")
      state.press(.enter)
      let headline = Self.rows(state)[1]
      #expect(headline.contains("/company:nscale   as of 21 Nov 2026"), "\(kind.title)")
    }
  }

  @Test func earlierFiltersComeBack() throws {
    var state = try Self.state()
    for text in ["layer:models", "company:nscale"] {
      state.type("/")
      state.press(.control("u"))
      state.type(text)
      state.press(.enter)
    }
    state.press(.escape)
    state.type("/amount>1")
    state.press(.control("p"))
    #expect(try Self.line(state).text == "company:nscale")
    state.press(.control("p"), .control("p"))
    #expect(try Self.line(state).text == "layer:models", "it stops at the oldest")
    state.press(.control("n"), .control("n"))
    #expect(try Self.line(state).text == "amount>1", "and gives back what was being typed")
    #expect(state.kept.historyText == "layer:models\ncompany:nscale\n")
  }

  @Test func aFilterIsKeptUnderANameAndComesBackByIt() throws {
    var state = try Self.state()
    state.type("/company:nscale amount>100")
    state.press(.control("o"))
    state.type("big ones")
    state.press(.enter)
    #expect(state.picture().contains("use letters, digits, - or _"))
    state.press(.control("u"))
    state.type("big")
    #expect(state.update(.key(.enter)) == [.keep(.filters)])
    #expect(
      state.kept.filters.text(in: "", since: SavedFilters()) == "big = company:nscale amount>100\n")
    state.press(.escape)
    state.type("/@b")
    #expect(try Self.line(state).offers.map(\.detail) == ["@big"])
    state.type("ig")
    state.press(.enter)
    #expect(state.world.filter.text == "company:nscale amount>100")
    state.press(.escape)
    state.type(":@big")
    state.press(.enter)
    #expect(state.world.filter.text == "company:nscale amount>100", "and from the palette")
  }

  @Test func aClickWritesTheOfferUnderIt() throws {
    var state = try Self.state()
    state.type("/company:n")
    state.press(.down, .down, .down)
    let row = try #require(
      Self.rows(state).firstIndex { $0.contains("nscale") && $0.contains("Nscale") })
    _ = state.update(.click(x: 4, y: row, double: false))
    #expect(try Self.line(state).text == "company:nscale ")
    #expect(state.world.filter.text == "company:nscale ", "it applies at once")
  }

  @Test func pastingIsTyping() throws {
    var state = try Self.state()
    state.type("/")
    _ = state.update(.paste("layer:models"))
    #expect(try Self.line(state).text == "layer:models")
    #expect(state.world.filter.text == "layer:models")
  }

  @Test func itFitsAnywhere() throws {
    for (width, height) in [(40, 10), (41, 11), (80, 24), (200, 60), (10, 3), (1, 1)] {
      var state = try Self.state(size: Size(width: width, height: height))
      state.type("/layer:modls")
      state.press(.home)
      _ = state.picture()
      state.press(.end, .backspace)
      state.press(.control("o"))
      _ = state.picture()
    }
  }
}
