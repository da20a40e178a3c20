import Testing

@testable import Dashboard

@Suite("What others keep")
struct KeptElsewhereStateTests {
  @Test func marksOfOthersAreTakenAndOnesOwnStay() throws {
    var mine = Watchlist(text: "country:FR\ncountry:DE\n")
    let before = mine
    _ = mine.toggle(try #require(Fact(name: "company:nscale")))
    _ = mine.toggle(try #require(Fact(name: "country:FR")))
    let taken = mine.taking("country:FR\ncountry:NO\n", since: before)
    #expect(taken.text(in: "", since: Watchlist()) == "country:NO\ncompany:nscale\n")
  }

  @Test func aMarkWithoutANameIsNotLost() throws {
    var mine = Watchlist()
    _ = mine.toggle(.sum(title: "everything", []))
    #expect(mine.taking("country:NO\n", since: Watchlist()).facts.count == 2)
  }

  @Test func whatOthersWatchComesUnderTheFilterThatAsksForIt() throws {
    let world = try PagesWorld.make()
    var state = State(world: world, page: .enforcement)
    for key in "/watched:yes" { _ = state.update(.key(.character(key))) }
    _ = state.update(.key(.enter))
    let before = state.place.screen.panes.map(\.count)
    _ = state.update(.keptElsewhere(Watchlist(text: "country:FR\n"), SavedFilters(text: "a = x\n")))
    #expect(state.place.screen.panes.map(\.count) != before)
    #expect(state.kept.filters["a"] == "x")
    #expect(state.world.watchlist.text(in: "", since: Watchlist()) == "country:FR\n")
  }

  @Test func aLongWatchlistIsReadOnce() throws {
    let text = (0..<200_000).map { "company:c-\($0)\n" }.joined()
    let list = Watchlist(text: text + text)
    #expect(list.facts.count == 200_000)
    #expect(list.text(in: text, since: list) == text)
  }
}
