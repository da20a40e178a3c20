import Canvas
import Dataset
import Testing

@testable import Dashboard

/// A mode is seen while it is on, and Esc leaves the latest mode.
@Suite struct ModesTests {
  private static func state(
    _ page: Page, _ size: Size = Size(width: 120, height: 40)
  ) throws -> State {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    return State.opened(page, world, size: size)
  }

  private static func title(_ state: State) -> String {
    String(state.picture().split(separator: "\n", omittingEmptySubsequences: false)[1])
  }

  private static let modes: [(Page, key: String, words: String)] = [
    (.capital, "i", "announced too"), (.capital, "v", "every row"),
    (.capital, "z", "groups as one"), (.capital, "F", "full pane"),
    (.compute, "i", "announced too"), (.compute, "u", "in H100-equivalents"),
    (.compute, "v", "every row"), (.exposure, "i", "announced too"),
    (.exposure, "u", "in H100-equivalents"), (.enforcement, "D", "definition"),
    (.enforcement, "m", "only states that lack"), (.enforcement, "b", "by publication date"),
    (.timeline, "v", "only "), (.timeline, "b", "by publication date"), (.claims, "v", "only "),
    (.map, "i", "firm sites only"),
  ]

  @Test(arguments: modes.indices)
  func theTitleLineSaysItWhileItIsOnAndEscLeavesIt(_ index: Int) throws {
    let (page, key, words) = Self.modes[index]
    for size in screenSizes {
      var state = try Self.state(page, size)
      let before = (state.place.view.settings, state.place.view.isEnlarged)
      #expect(!Self.title(state).contains(words), "\(page) \(key) \(size.name)")
      state.type(key)
      #expect(Self.title(state).contains(words), "\(page) \(key) \(size.name)")
      state.press(.escape)
      #expect(!Self.title(state).contains(words), "\(page) \(key) \(size.name)")
      let after = (state.place.view.settings, state.place.view.isEnlarged)
      #expect(after == before, "\(page) \(key) \(size.name)")
    }
  }

  @Test func escLeavesTheLatestFirst() throws {
    var state = try Self.state(.capital)
    state.type("vFi")
    #expect(Self.title(state).contains("announced too"))
    state.press(.escape)
    #expect(!Self.title(state).contains("announced too"))
    #expect(state.isEnlarged)
    state.press(.escape)
    #expect(!state.isEnlarged && Self.title(state).contains("every row"))
    state.press(.escape)
    #expect(!Self.title(state).contains("every row"))
  }

  @Test func aModeIsLeftBeforeThePageAndTheFilterAfterIt() throws {
    var state = try Self.state(.capital)
    state.type("/layer:models")
    state.press(.enter, .enter)
    #expect(state.places.count == 2)
    state.type("F")
    state.press(.escape)
    #expect(state.places.count == 2 && !state.isEnlarged)
    state.press(.escape)
    #expect(state.places.count == 1 && !state.world.filter.isEmpty)
    state.press(.escape)
    #expect(state.world.filter.isEmpty)
  }

  @Test func aModeStaysSeenOnComingBack() throws {
    var state = try Self.state(.timeline)
    state.type("F26")
    #expect(Self.title(state).contains("full pane"))
  }

  @Test func aComparisonIsLeftToo() throws {
    var state = try Self.state(.enforcement)
    state.type("a2026-03-21")
    state.press(.enter)
    #expect(Self.title(state).contains("since 21 Mar 2026"))
    state.press(.escape)
    #expect(state.place.view.settings.since == nil)
    state.type("v")
    #expect(Self.title(state).contains("since 21 Oct 2026"))
    state.press(.escape)
    #expect(!Self.title(state).contains("since"))
  }

  @Test func escClosesEverySheet() throws {
    for keys in ["s", "?", ":", "t", "a", "/", "x", "y"] {
      var state = try Self.state(.enforcement)
      state.type(keys)
      state.press(.escape)
      guard case .browse = state.mode else {
        Issue.record("\(keys) stays open")
        continue
      }
    }
  }

  @Test func whatIsPrintedSaysItsModes() throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    var settings = Settings()
    settings[CapitalOptions.announced] = .counted
    let canvas = Sheet(page: .capital, world: world, settings: settings)
      .canvas(width: 120, height: nil)
    let text = PlainText.write(canvas, ascii: false)
    #expect(text.split(separator: "\n").first?.contains("announced too") == true)
  }
}
