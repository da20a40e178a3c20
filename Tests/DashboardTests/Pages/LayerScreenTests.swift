import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

@Suite struct LayerScreenTests {
  @Test(arguments: screenSizes)
  func looksAsKept(_ size: Size) throws {
    let state = State.opened(.layer(.models), try PagesWorld.make(), size: size)
    Golden.expect(state.screenPicture(), "layer-\(size.name)")
  }

  @Test func infrastructureLooksAsKeptPrinted() throws {
    Golden.expect(
      sheet(.layer(.infrastructure), try PagesWorld.make(), width: 110), "layer-infrastructure")
  }

  @Test(arguments: Layer.allCases)
  func fitsAnywhere(_ layer: Layer) throws {
    expectToFitAnywhere(.layer(layer), try PagesWorld.make())
  }

  /// Organisations of which no round is held have nothing to be ordered by.
  @Test(arguments: [false, true])
  func organisationsWithoutARoundComeLast(_ descending: Bool) throws {
    var settings = Settings()
    settings.sort["organisations"] = SortOrder(column: "rounds", descending: descending)
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    let table = try #require(
      Sheet(page: .layer(.models), world: world, settings: settings).table("organisations"))
    let column = try #require(table.headers.firstIndex(of: "rounds"))
    let counts = (0..<table.count).compactMap { row -> Int? in
      guard case .integer(let count) = table.row(row)[column] else { return nil }
      return count
    }
    let some = counts.filter { $0 > 0 }
    #expect(Set(some).count > 2 && some.count < counts.count)
    #expect(counts.prefix(some.count) == (descending ? some.sorted(by: >) : some.sorted())[...])
  }

  @Test func aHomeLeadsToItsModels() throws {
    var state = State.opened(.layer(.models), try PagesWorld.make())
    state.press(.tab, .down, .down)
    let expected = Fact.sum(title: "Models: China", [.model("far-4"), .model("far-3")])
    #expect(state.selectedFact == expected)
  }
}

@Suite struct CompanyScreenTests {
  @Test(arguments: screenSizes)
  func looksAsKept(_ size: Size) throws {
    let state = State.opened(.company("mistral-ai"), try PagesWorld.make(), size: size)
    Golden.expect(state.screenPicture(), "company-\(size.name)")
  }

  @Test func looksAsKeptPrinted() throws {
    Golden.expect(sheet(.company("nscale"), try PagesWorld.make(), width: 110), "company-printed")
  }

  @Test func fitsAnywhere() throws {
    let world = try PagesWorld.make()
    for slug in ["mistral-ai", "nvidia", "big-fund", "nobody"] {
      expectToFitAnywhere(.company(slug), world)
    }
  }

  /// At the smallest usual size the answer stands first: money, value, compute, dependence.
  @Test func theAnswerComesFirst() throws {
    let state = State.opened(
      .company("mistral-ai"), try PagesWorld.make(), size: Size(width: 80, height: 24))
    let lines = state.screenPicture().split(separator: "\n").map(String.init)
    let top = lines.prefix(6).joined(separator: "\n")
    #expect(top.contains("raised $2.64 bn"))
    #expect(top.contains("18,000"))
    #expect(top.contains("NVIDIA chips 100 %"))
  }

  @Test func everythingThatTouchesItIsThere() throws {
    let world = try PagesWorld.make()
    let screen = CompanyScreen(page: .company("nscale"), world: world, settings: Settings())
    let titles = screen.panes.map {
      $0.title.split(separator: " ").prefix(2).joined(separator: " ")
    }
    #expect(
      titles == [
        "Rounds ·", "Valuations ·", "Compute it", "Depends on", "Tenants and", "Relations ·",
        "Claims about", "Sources ·",
      ])
    for pane in screen.panes {
      for row in 0..<pane.count {
        let fact = try #require(pane.fact(row), "\(pane.title) \(row)")
        if fact.id(in: .countries) != nil { continue }
        #expect(!world.sources(of: fact).isEmpty, "\(pane.title): \(world.title(of: fact))")
      }
    }
  }
}
