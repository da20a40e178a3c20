import Canvas
import Dataset
import Testing

@testable import Dashboard

/// Every command says that it was done, or why it cannot be.
@Suite struct SayingTests {
  private static func state(
    _ page: Page, size: Size = Size(width: 120, height: 40)
  ) throws -> State {
    State.opened(page, try PagesWorld.make(), size: size)
  }

  private static func rows(_ state: State) -> [String] {
    state.picture().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func aKeyWithoutUseSaysSo() throws {
    var state = try Self.state(.country("DE"))
    state.type("m")
    #expect(state.message == .note("m does nothing here; ? names every key"))
    state.press(.function(7))
    #expect(state.message == .note("F7 does nothing here; ? names every key"))
    state = try Self.state(.overview)
    state.type("S")
    #expect(state.message == .note("this list keeps its own order"))
    #expect(state.place.view.settings.sort.isEmpty)
  }

  @Test(arguments: ["9999-12-31", "1999", "2019-12-31", "2032"])
  func onlyDaysThatTheLedgerSpeaksOfAreTaken(_ text: String) throws {
    var state = try Self.state(.overview)
    let day = state.world.day
    state.type("t" + text)
    state.press(.enter)
    #expect(state.world.day == day)
    let days = state.world.spokenOf
    #expect(
      state.picture().contains("choose a day from \(days.lowerBound) to \(days.upperBound)"))
    state.press(.escape)
    state.type("t2026-03-21")
    state.press(.enter)
    #expect(state.world.day.description == "2026-03-21")
  }

  @Test func stepsBeyondTheLedgerStop() throws {
    var state = try Self.state(.overview)
    state.type("t\(state.world.spokenOf.lowerBound)")
    state.press(.enter)
    let first = state.world.day
    state.type("[")
    #expect(state.world.day == first)
    #expect(state.picture().contains("choose a day from"))
  }

  @Test func keysThatCouldNotBeSeenDoNothing() throws {
    var state = try Self.state(.overview, size: Size(width: 39, height: 10))
    state.type("2/x:")
    #expect(state.place.page == .overview)
    guard case .browse = state.mode else {
      Issue.record("something was opened")
      return
    }
    #expect(state.update(.key(.control("l"))) == [.repaint])
    #expect(state.update(.key(.character("q"))) == [.quit])
    _ = state.update(.resize(Size(width: 80, height: 24)))
    state.type("2")
    #expect(state.place.page == .capital)
  }

  @Test func afterAFilterTheKeysGoToTheRowsThatPassed() throws {
    for page in [Page.capital, .compute] {
      var state = try Self.state(page)
      state.type("/company:nscale")
      state.press(.enter)
      #expect(state.place.view.focus == 1)
      state.press(.enter)
      guard case .fact = state.place.page.subject else {
        Issue.record("Enter did not open the first row")
        return
      }
    }
  }

  @Test(arguments: [
    Page.capital, .compute, .enforcement, .timeline, .claims, .sources, .layer(.models), .map,
  ])
  func anEmptyScreenSaysWhyAndHowToFillIt(_ page: Page) throws {
    for size in [(80, 24), (120, 40), (200, 60)].map({ Size(width: $0.0, height: $0.1) }) {
      var state = try Self.state(page, size: size)
      state.type("/nothing-like-this")
      state.press(.enter)
      let picture = state.picture()
      #expect(picture.contains("nothing here passes the filter"), "\(page) \(size)")
      #expect(picture.contains("clears it"), "\(page) \(size)")
      state.press(.escape)
      if state.places.count == 1 {
        #expect(state.world.filter.isEmpty)
        #expect(!state.picture().contains("nothing here passes"))
      }
    }
  }

  @Test func onAPageBehindAnotherTheLineOfTheFilterClearsIt() throws {
    var state = try Self.state(.overview)
    state.type("/nothing-like-this")
    state.press(.enter)
    state.type(":models")
    state.press(.enter)
    #expect(state.picture().contains("/ Ctrl-U Enter clears it"))
    state.type("/")
    state.press(.control("u"), .enter)
    #expect(state.world.filter.isEmpty)
    #expect(state.place.page == .layer(.models))
  }

  @Test func anAddressIsNeverCutOff() throws {
    let address = "https://example.org/" + String(repeating: "a-long-way/", count: 20) + "end"
    var state = try Self.state(.overview, size: Size(width: 80, height: 24))
    _ = state.update(.report(.note(address)))
    let shown = Self.rows(state).map { $0.filter { $0 != " " } }.joined()
    #expect(shown.contains(address))
    let sources =
      FrozenPackage.tables[.sources, default: ""] + "\nfar,Far,Press,\(address),2026,news"
    let dataset = try FrozenPackage.dataset([.sources: sources])
    state = State.opened(
      .sources, World(dataset: dataset, today: try day("2026-11-21")),
      size: Size(width: 80, height: 24))
    state.type("/id:far")
    state.press(.enter)
    state.type("s")
    let overlay = Self.rows(state).map { $0.filter { $0 != " " } }.joined()
    #expect(overlay.contains(address))
  }

  @Test func whatDoesNotReadAppliesNothingAndTheTitleSaysSo() throws {
    var state = try Self.state(.capital)
    let whole = state.place.screen.headline.map(\.text).joined()
    state.type("/country:ZZZZ")
    #expect(Self.rows(state)[1].contains("not a filter yet: showing all"))
    #expect(state.place.screen.headline.map(\.text).joined() == whole)
    state.press(.control("u"))
    state.type("layer:models amount>abc")
    #expect(Self.rows(state)[1].contains("not a filter yet: /layer:models "))
  }

  @Test func anEmptyLineShowsHowAFilterIsWritten() throws {
    var state = try Self.state(.capital)
    state.type("/")
    for example in ["country:FR,DE either", "-layer:models not", "amount>100 more", "\"series b\""]
    {
      #expect(Self.rows(state)[39].contains(example))
    }
    state.press(.escape)
    state.type("?")
    #expect(state.picture().contains("-layer:models"))
  }

  @Test func termsThatExcludeEachOtherAreOfferedAsOne() throws {
    var state = try Self.state(.capital)
    state.type("/layer:public layer:chips ")
    guard case .filter(let line) = state.mode else { return }
    #expect(line.matches == "nothing fits; either of them: layer:public,chips")
  }
}
