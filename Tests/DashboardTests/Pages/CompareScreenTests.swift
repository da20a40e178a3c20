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

  /// Two sites of unknown size make an interval of nearly everything; what is counted says more.
  @Test func theShareOfWhatIsCountedLeads() throws {
    let compute = """
      id,date,name,scope,operator,country,accelerators,chip_vendor,status,confidence,source
      a,2026-01-01,A,site,nscale,GB,292240,nvidia,building,confirmed,s
      b,2026-01-01,B,site,nscale,GB,,,building,confirmed,s
      c,2026-01-01,C,site,nscale,NO,,,building,confirmed,s
      d,2026-01-01,D,site,mistral-ai,FR,18000,nvidia,building,confirmed,s
      """
    let dataset = try FrozenPackage.dataset([.compute: compute])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    let state = State.opened(.compare(Self.companies), world)
    let pane = state.place.screen.panes[0]
    let rows = (0..<pane.count).map { pane.cells($0) }
    let place = try #require(rows.firstIndex { $0[0] == "Chips NVIDIA" })
    func texts(_ row: Int) -> [String] {
      rows[row].prefix(3).map {
        $0.split(whereSeparator: { "█░".contains($0) }).first.map { part in
          String(part).trimmingPrefix(while: { $0 == " " }).split(separator: "  ").first ?? ""
        }.map(String.init) ?? ""
      }
    }
    #expect(texts(place) == ["Chips NVIDIA", "100 %", "100 %"])
    #expect(texts(place + 1).dropFirst() == ["292,240, 2 unsized", "18,000"])
    #expect(texts(place + 2).dropFirst() == ["0–100 %", "100 %"])
  }

  /// Nothing known of a company's rounds is no sum of nothing.
  @Test func whoseRoundsAreNotInTheLedgerIsNotTracked() throws {
    let world = try PagesWorld.make()
    let nvidia = Fact.organisation("nvidia")
    let state = State.opened(.compare([nvidia, .organisation("nscale")]), world)
    let pane = state.place.screen.panes[0]
    let rows = (0..<pane.count).map { pane.cells($0) }
    let raised = try #require(rows.first { $0[0] == "Raised" })
    #expect(raised[1] == "not tracked" && raised[2].contains("$"))
    let count = try #require(rows.first { $0[0] == "Rounds" })
    #expect(count[1].hasSuffix("·"))
    #expect(State.opened(.company("nvidia"), world).picture().contains("raised: not tracked"))
    #expect(!State.opened(.company("nscale"), world).picture().contains("not tracked"))
    // A laboratory that the public pays for raises nothing in rounds.
    #expect(!State.opened(.company("julich"), world).picture().contains("not tracked"))
    let chips = State.opened(.layer(.chips), world).place.screen.panes[0]
    let line = try #require((0..<chips.count).first { chips.fact($0) == nvidia })
    #expect(chips.cells(line).contains("not tracked"))
    let home = State.opened(.country("US"), world).place.screen.panes[3]
    let row = try #require((0..<home.count).first { home.fact($0) == nvidia })
    #expect(home.cells(row).contains("not tracked"))
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
