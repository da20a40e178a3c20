import Canvas
import Dataset
import Testing

@testable import Dashboard

@Suite struct EnlargingTests {
  private static func state(
    _ page: Page, size: Size = Size(width: 120, height: 40)
  ) throws -> State {
    State.opened(page, try PagesWorld.make(), size: size)
  }

  @Test func thePaneInFocusTakesTheWholeScreenAndGivesItBack() throws {
    var state = try Self.state(.layer(.models))
    let before = state.picture()
    #expect(before.contains("F full"), "the bottom line names the key")
    state.type("F")
    let rows = state.picture().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[3].hasPrefix(" Models · 4 notable ones"))
    #expect(rows[3].hasSuffix("1 of 4, Tab the next, F all"))
    #expect(!state.picture().contains("Organisations ·"))
    state.press(.tab)
    #expect(state.picture().contains("2 of 4"))
    state.press(.escape)
    #expect(state.place.page == .layer(.models), "Esc gives the panes back before it leads away")
    #expect(!state.isEnlarged)
    state.press(.backTab)
    #expect(state.picture() == before)
  }

  @Test(arguments: ScreenKind.numbered + [Page.map.kind, Page.planner(PlanRequest()).kind])
  func everyPaneOfEveryScreenCanBeEnlarged(_ kind: ScreenKind) throws {
    for size in [(40, 10), (80, 24), (200, 60)].map({ Size(width: $0.0, height: $0.1) }) {
      var state = try Self.state(kind.page, size: size)
      guard state.place.screen.panes.count > 1 else { continue }
      state.type("F")
      for (index, pane) in state.place.screen.panes.enumerated() {
        #expect(state.place.view.focus == index)
        let picture = state.picture()
        #expect(
          picture.contains("\(index + 1) of \(state.place.screen.panes.count)") || size.width < 60)
        #expect(hostileScalars(state.canvas()).isEmpty)
        // A pane alone shows the selected row, whatever form it has.
        if pane.count > 0, !pane.columns.isEmpty, size.width >= 200, pane.title != "Graph" {
          let row = state.place.view.position(index).cursor ?? 0
          let cell = pane.cells(row).first { $0.count > 1 } ?? ""
          #expect(picture.contains(cell.prefix(12)), "\(kind.title): \(pane.title)")
        }
        state.press(.tab)
      }
    }
  }

  @Test func aListBesideAnExplanationCanHaveItAllToo() throws {
    var state = try Self.state(.claims, size: Size(width: 80, height: 16))
    let before = state.visible[0] ?? 0
    state.type("F")
    #expect(state.picture().contains("F all"))
    #expect((state.visible[0] ?? 0) > before)
    state.type("F")
    #expect((state.visible[0] ?? 0) == before)
  }

  @Test func aPageWithoutAListSaysSo() throws {
    var state = try Self.state(.company("nobody"))
    state.type("F")
    #expect(!state.isEnlarged)
    #expect(state.message == .note("there is no list here"))
  }

  @Test func theModelsStandFirstOnTheirPageWithRoomToRead() throws {
    let state = try Self.state(.layer(.models))
    #expect(state.place.screen.panes[0].title.hasPrefix("Models · "))
    // Four models are all there are here; on a page of many the table takes what the others leave.
    #expect((state.visible[0] ?? 0) >= 4)
  }

  @Test func theFilterAppliesToTheModelsAndTheirMakers() throws {
    var state = try Self.state(.layer(.models))
    state.type("/weights:open bloc:EU-27")
    state.press(.enter)
    let panes = state.place.screen.panes
    #expect(panes[0].title == "Models · 1 of 4 pass the filter")
    #expect((0..<panes[0].count).map { panes[0].fact($0) } == [.model("small")])
    let makers = panes[2]
    #expect((0..<makers.count).map { makers.fact($0) } == [.organisation("mistral-ai")])
    #expect(panes[1].title.contains("the filter is about the lists"))
    #expect(state.picture().contains("1 of "))
  }
}
