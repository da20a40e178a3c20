import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

@Suite struct CompareScreenTests {
  private static let companies: [Fact] = [
    .organisation("nscale"), .organisation("mistral-ai"), .organisation("fjord"),
  ]
  private static let countries: [Fact] = [.country("DE"), .country("FR")]

  @Test(arguments: screenSizes)
  func companiesLookAsKept(_ size: Size) throws {
    let state = State.opened(.compare(Self.companies), try PagesWorld.make(), size: size)
    Golden.expect(state.screenPicture(), "compare-\(size.name)")
  }

  @Test func countriesLookAsKept() throws {
    let world = try PagesWorld.make()
    let state = State.opened(
      .compare(Self.countries), world, size: Size(width: 80, height: 24))
    Golden.expect(state.screenPicture(), "compare-countries-80x24")
    Golden.expect(sheet(.compare(Self.countries), world, width: 100), "compare-countries-printed")
  }

  @Test func fitsAnywhere() throws {
    let world = try PagesWorld.make()
    expectToFitAnywhere(.compare(Self.companies), world)
    expectToFitAnywhere(.compare(Self.countries), world)
    expectToFitAnywhere(.compare([]), world)
  }

  @Test func marksAreMadeAndCompared() throws {
    var state = State.opened(.company("nscale"), try PagesWorld.make())
    state.press(.character("C"))
    #expect(state.place.page == .company("nscale"), "one alone is not compared")
    state.press(.character(" "))
    #expect(state.marks == [.organisation("nscale")])
    #expect(state.picture().contains("marked: Nscale"))
    state.press(.character(" "))
    #expect(state.marks.isEmpty)
    state.press(.character(" "))
    state = opened(.company("mistral-ai"), from: state)
    state.press(.character("C"))
    #expect(state.place.page == .compare([.organisation("nscale"), .organisation("mistral-ai")]))
    #expect(state.picture().contains("A Nscale"))
    state.press(.escape)
    #expect(state.place.page == .company("mistral-ai"))
  }

  private func opened(_ page: Page, from state: State) -> State {
    var state = state
    state.go(to: page)
    return state
  }

  @Test func countriesAreNotComparedWithCompanies() throws {
    var state = State.opened(.enforcement, try PagesWorld.make())
    state.press(.tab, .character(" "))
    #expect(state.marks.count == 1)
    #expect(state.marks.first?.isCountry == true)
    state = opened(.company("nscale"), from: state)
    state.press(.character(" "))
    #expect(state.marks == [.organisation("nscale")])
  }

  @Test func theFifthMarkTakesTheFirstAway() throws {
    var state = State.opened(.overview, try PagesWorld.make())
    for slug in ["nscale", "mistral-ai", "fjord", "aleph", "julich"] {
      state = opened(.company(slug), from: state)
      state.press(.character(" "))
    }
    let expected = ["mistral-ai", "fjord", "aleph", "julich"].map { Fact.organisation($0) }
    #expect(state.marks == expected)
  }

  @Test func aFigureLeadsToItsFacts() throws {
    var state = State.opened(.compare(Self.companies), try PagesWorld.make())
    state.press(.down, .down, .down)
    let expected = Fact.sum(
      title: "Raised",
      ["nscale-b", "nscale-c", "mistral-a", "mistral-c"].map { .round($0) })
    #expect(state.selectedFact == expected)
    state.press(.character("s"))
    #expect(state.picture().contains("Sources of"))
  }
}
