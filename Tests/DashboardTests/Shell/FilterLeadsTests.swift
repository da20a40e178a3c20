import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

/// The filter leads: what may be written stands there, and what finds nothing is explained.
@Suite struct FilterLeadsTests {
  private static func state(
    _ page: Page, _ size: Size = Size(width: 120, height: 40)
  ) throws -> State {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    return State.opened(page, world, size: size)
  }

  private static func read(_ state: State) -> String {
    state.picture().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: screenSizes)
  func daysStandInTheFirstHints(_ size: Size) throws {
    var state = try Self.state(.capital, size)
    state.type("/")
    let last = state.picture().split(separator: "\n").last ?? ""
    #expect(last.contains("since:2026-01 until:2026-06"))
  }

  @Test func dateFromSinceAndUntilAreFields() throws {
    var state = try Self.state(.capital)
    func rounds(_ filter: String) -> Int {
      state.type("/")
      state.press(.control("u"))
      state.type(filter)
      state.press(.enter)
      return state.place.screen.panes[1].count
    }
    let all = state.place.screen.panes[1].count
    for text in ["date>2026-05", "from:2026-05", "since:2026-05", "until:2024-12", "to:2024-12"] {
      #expect((1..<all).contains(rounds(text)), "\(text)")
    }
    #expect(rounds("since:2026-05") == rounds("from:2026-05"))
    #expect(rounds("until:2024-12") == rounds("to:2024-12"))
  }

  @Test(arguments: screenSizes)
  func theErrorListsEveryFieldWhole(_ size: Size) throws {
    var state = try Self.state(.capital, size)
    state.type("/zzzzzz:x")
    state.press(.enter)
    let read = Self.read(state)
    #expect(read.contains("no field is called \"zzzzzz\""))
    for field in FilterField.all { #expect(read.contains(field.name), "\(field.name)") }
    #expect(state.picture().contains("^^^^^^"))
  }

  @Test func pagesGoThroughWhatIsOffered() throws {
    var state = try Self.state(.capital)
    state.type("/")
    func chosen() -> Int? {
      guard case .filter(let line) = state.mode else { return nil }
      return line.chosen
    }
    state.press(.pageDown)
    let first = try #require(chosen())
    #expect(
      first == State.offersInSight(40), "the first page is the next, not the last line of this")
    state.press(.pageDown)
    #expect(chosen() == 2 * first)
    state.press(.pageUp, .pageUp, .pageUp)
    #expect(chosen() == 0)
  }

  @Test func fieldsThatSayNothingHereAreGreyedWithWhy() throws {
    var state = try Self.state(.compute)
    state.type("/amo")
    #expect(Self.read(state).contains("amount: no site has it; millions of dollars raised"))
    state.press(.control("u"))
    state.type("accel")
    #expect(!Self.read(state).contains("no site has it"))
    let silent = FilterField.silent(about: .rounds, in: state.world.snapshot)
    #expect(silent.isSuperset(of: ["mw", "operator", "weights", "briefing", "step"]))
    #expect(silent.isDisjoint(with: ["amount", "company", "since", "layer", "missing", "text"]))
  }

  @Test func aZeroIsExplainedAndNeverFollowsInSilence() throws {
    var state = try Self.state(.enforcement)
    state.type("/missing=penalties")
    state.press(.enter)
    #expect(!Self.read(state).contains("has a field"))
    state.type("3")
    #expect(Self.read(state).contains("no site has a field missing="))
    let row = try #require(
      (0..<120).first { state.canvas()[$0, 1].scalar == "/" }, "the filter in the title line")
    #expect(state.canvas()[row + 1, 1].style == .dim)
    state.type("2")
    #expect(Self.read(state).contains("no round has a field missing="))
    state.press(.escape)
    #expect(state.world.filter.isEmpty)
  }

  @Test func termsThatLeaveNothingTogetherAreCountedAlone() throws {
    var state = try Self.state(.compute)
    state.type("/country:NO vendor:amd")
    state.press(.enter)
    #expect(Self.read(state).contains("sites that pass each alone: country:NO"))
    #expect(Self.read(state).contains("none passes all"))
  }

  @Test func aPageThatIsWholeSaysThatTheFilterDoesNotApply() throws {
    var state = try Self.state(.capital)
    state.type("/since:2026-06")
    state.press(.enter)
    state.type(":nscale")
    state.press(.enter)
    #expect(Self.read(state).contains("the filter since:2026-06 does not apply here"))
  }

  @Test func aFilteredSumShowsItsPartOfTheWhole() throws {
    var state = try Self.state(.capital)
    let whole = try #require(
      state.place.screen.headline.map(\.text).joined().firstMatch(of: /\$[0-9.]+ bn/)?.output)
    state.type("/layer:infrastructure")
    state.press(.enter)
    let filtered = state.place.screen.headline.map(\.text).joined()
    #expect(filtered.contains(" % of \(whole)"))
    state.type("3")
    let compute = state.place.screen.headline.map(\.text).joined()
    #expect(compute.contains(" % of all "))
    state.press(.escape)
    #expect(!state.place.screen.headline.map(\.text).joined().contains(" of all "))
  }
}
