import Canvas
import Dataset
import Testing

@testable import Dashboard

/// In a wide window the sources stand next to the list and follow it. In a narrow window they lie
/// over it.
@Suite struct SourcesBesideTests {
  private static func state(width: Int, _ page: Page = .capital) throws -> State {
    var state = State.opened(page, try PagesWorld.make(), size: Size(width: width, height: 40))
    state.press(.tab)
    state.type("s")
    return state
  }

  private static func sheet(_ state: State) -> SourceSheet? {
    if case .sources(let sheet) = state.mode { sheet } else { nil }
  }

  @Test func theyFollowTheCursor() throws {
    var state = try Self.state(width: 140)
    let first = try #require(Self.sheet(state)?.fact)
    #expect(first == state.selectedFact)
    #expect(state.picture().contains("The Daily"), "the loan is told by a newspaper")
    state.press(.down, .down)
    let third = try #require(Self.sheet(state)?.fact)
    #expect(third == state.selectedFact && third != first)
    #expect(state.picture().contains("The gazette of everything"))
    #expect(state.picture().contains("Mistral AI"), "the list is in sight")
    state.type("s")
    #expect(Self.sheet(state) == nil)
  }

  @Test func theListMovesOnlyWhereBothAreInSight() throws {
    var state = try Self.state(width: 100)
    let fact = state.selectedFact
    state.press(.down)
    #expect(state.selectedFact == fact)
  }

  @Test func theyStayFromScreenToScreenUntilEscape() throws {
    var state = try Self.state(width: 140)
    state.type("3")
    #expect(state.place.page == .compute)
    #expect(Self.sheet(state)?.fact == state.selectedFact)
    state.press(.escape)
    #expect(Self.sheet(state) == nil)
    #expect(state.place.page == .compute)
  }

  @Test func aSourceIsOpenedAndCited() throws {
    var state = try Self.state(width: 140, .company("mistral-ai"))
    // The series of 2025 has two sources.
    state.press(.backTab)
    #expect(state.update(.key(.character("o"))) == [.open(url: "https://example.org/gazette")])
    state.press(.right)
    #expect(state.update(.key(.character("o"))) == [.open(url: "https://example.org/late")])
    #expect(
      state.update(.key(.character("y")))
        == [.copy("States are late, The Daily, 2026-03, https://example.org/late")])
    #expect(Self.sheet(state) != nil, "it stays open")
  }

  /// Each row of a history names who said so, for the sources below are those of all rows.
  @Test func eachReadingNamesItsSource() throws {
    let state = State.opened(
      .fact(.milestone("ai-act-high-risk-annex-iii")), try PagesWorld.make(),
      size: Size(width: 160, height: 40))
    #expect(state.picture().contains("source: The Daily"), "the proposal")
    #expect(state.picture().contains("source: Official Journal"), "the first plan")
  }
}
