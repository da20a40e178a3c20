import Canvas
import Dataset
import Testing

@testable import Dashboard

@Suite struct PaletteTests {
  private static func state() throws -> State {
    var state = State(
      world: try PagesWorld.make(), size: Size(width: 120, height: 40),
      settingsPath: "/home/me/.config/moat/config")
    state.press(.character("1"))
    return state
  }

  private static func first(_ words: String) throws -> Dashboard.Palette.Entry {
    var state = try state()
    state.type(":" + words)
    guard case .palette(let palette) = state.mode else { throw NotOpen() }
    return try #require(palette.entry(0), "\(words)")
  }

  private struct NotOpen: Error {}

  @Test(arguments: [
    ("theme", "theme"), ("colour", "theme"), ("config", "settings"), ("settings", "settings"),
    ("slips", "Compute"), ("funnel", "Compute"), ("debt", "Capital"), ("investors", "Capital"),
    ("conformity", "Planner"), ("plan", "screen"), ("models", "layer"), ("open weights", "layer"),
    ("map", "screen"), ("compare", "key C"), ("export", "key x"),
  ])
  func theWordsPeopleTryLeadSomewhere(_ words: String, _ kind: String) throws {
    #expect(try Self.first(words).kind == kind)
  }

  @Test func aViewIsOpenedWithWhatItIsCalledByChosen() throws {
    var state = try Self.state()
    state.type(":slips")
    state.press(.enter)
    #expect(state.place.page == .compute)
    #expect(state.place.view.settings[ComputeOptions.form] == .slips)
    state.type(":open weights")
    state.press(.enter)
    #expect(state.place.page == .layer(.models))
  }

  @Test func aThemeHoldsAtOnceAndOneIsToldHowToKeepIt() throws {
    var state = try Self.state()
    state.type(":theme: light")
    #expect(state.update(.key(.enter)) == [.theme(.light)])
    #expect(
      state.message
        == .note(
          "theme light until you quit; to keep it: theme = light in /home/me/.config/moat/config"))
    state.type(":config")
    #expect(state.update(.key(.enter)) == [.editSettings])
  }

  @Test func theHelpNamesTheFileTheThemesAndTheCommands() throws {
    var state = try Self.state()
    // Narrow enough for a single column, in which the themes stand in one line.
    _ = state.update(.resize(Size(width: 100, height: 40)))
    state.type("?")
    state.press(.end)
    let picture = state.picture()
    #expect(picture.contains("/home/me/.config/moat/config"))
    #expect(picture.contains("standard, light, high-contrast, colour-blind, monochrome"))
    #expect(picture.contains("moat keys"))
    #expect(picture.contains("moat help keys"))
  }

  @Test func theHelpCutsNoPathOff() throws {
    var state = State(
      world: try PagesWorld.make(), size: Size(width: 40, height: 24),
      settingsPath: "/home/somebody/with/a/long/name/.config/moat/config")
    state.press(.character("?"), .end)
    let shown = state.picture().filter { !$0.isWhitespace }
    #expect(shown.contains("/home/somebody/with/a/long/name/.config/moat/config"))
  }

  @Test func aCompanyComesBeforeItsSitesAndAnAuthorityLeadsToItsState() throws {
    #expect(try Self.first("narv").kind == "site", "nothing else is called so")
    let authority = try #require(
      PaletteEntries(
        world: try PagesWorld.make(), keymap: .standard, saved: Kept(), settingsPath: nil
      ).entries.first { $0.kind.hasPrefix("authority") })
    #expect(try Self.first(authority.title).destination == authority.destination)
    guard case .page(let page) = authority.destination, case .country = page.subject else {
      Issue.record("it leads elsewhere")
      return
    }
  }

  @Test func nobodyStandsTwiceUnderOneName() throws {
    let entries = PaletteEntries(
      world: try PagesWorld.make(), keymap: .standard, saved: Kept(), settingsPath: nil
    ).entries
    let names = entries.filter { entry in
      if case .page(let page) = entry.destination, case .organisation = page.subject {
        true
      } else {
        false
      }
    }.map(\.title)
    #expect(Set(names).count == names.count)
    #expect(entries.contains { $0.title == "Big Fund" && $0.kind == "investor" })
  }

  @Test(arguments: ["nscale mistral", "compare nscale with mistral", "nscale vs mistral ai"])
  func twoNamesOfferToCompareThem(_ words: String) throws {
    let entry = try Self.first(words)
    #expect(entry.title == "compare Nscale with Mistral AI")
    #expect(
      entry.destination
        == .page(.compare([.organisation("nscale"), .organisation("mistral-ai")])))
  }

  @Test func aNameOfTwoWordsIsNoComparison() throws {
    #expect(try Self.first("mistral ai").destination == .page(.company("mistral-ai")))
    #expect(try Self.first("france germany").title == "compare France with Germany")
    var state = try Self.state()
    state.type(":nscale germany")
    guard case .palette(let palette) = state.mode else { throw NotOpen() }
    #expect(palette.count == 0, "a company and a country have nothing to compare")
  }
}
