import Canvas
import Dataset
import Testing

@testable import Dashboard

/// The smallest window: no text over another text, lists with rows, titles with their answer.
@Suite struct LowWindowTests {
  private static let low = Size(width: 40, height: 12)

  private static func opened(_ page: Page, _ size: Size = low) throws -> State {
    State.opened(page, try FrozenLedger.world(), size: size)
  }

  private static func lines(_ state: State) -> [String] {
    state.picture().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func title(_ state: State) -> String { lines(state)[1] }

  // MARK: Lists

  @Test func everyListOfThePlannerShowsRowsThere() throws {
    var state = try Self.opened(.planner(PlanRequest()))
    for pane in 1..<state.place.screen.panes.count {
      state.press(.tab)
      guard state.place.screen.panes[pane].count > 0 else { continue }
      let title = state.place.screen.panes[pane].title
      let picture = Self.lines(state)
      #expect(picture.contains { $0.hasPrefix(" \(title)") }, "\(title)\n\(state.picture())")
      #expect(picture.contains { $0.hasPrefix(" ▌") }, "\(title)\n\(state.picture())")
      #expect(!picture.contains { $0.contains(title) && $0.contains("known on") })
    }
  }

  // MARK: Titles

  @Test func theAnswerIsTheLastToGo() throws {
    for (page, answer) in [
      (Page.enforcement, "of 27"), (.capital, "$"), (.exposure, "%"), (.compute, ","),
    ] {
      for keys in ["", "F"] {
        var state = try Self.opened(page)
        state.type(keys)
        let title = Self.title(state)
        #expect(title.contains(answer), "\(page.kind.title) \(keys): \(title)")
      }
    }
    for key in ["f", "m"] {
      for size in [Self.low, Size(width: 80, height: 24)] {
        var state = try Self.opened(.enforcement, size)
        state.type(key)
        #expect(Self.title(state).contains("of 27"), "\(key) \(size.name): \(Self.title(state))")
      }
    }
  }

  @Test func aThingKeepsItsName() throws {
    let title = Self.title(try Self.opened(.company("nscale")))
    #expect(title.contains("Nscale") && !title.contains("Company"), "\(title)")
  }

  // MARK: Panels

  @Test(arguments: [low, Size(width: 80, height: 24)])
  func aPanelIsNamedInWholeClauses(_ size: Size) throws {
    var state = try Self.opened(.capital, size)
    state.type("/")
    guard case .filter(let line) = state.mode else {
      Issue.record("no filter line")
      return
    }
    let edge = try #require(Self.lines(state).first { $0.contains("Filter ·") })
    #expect(edge.contains("more ▾"), "\(edge)")
    let parts = edge.split(separator: "━").map { $0.drop { $0 == " " } }
    let title = try #require(parts.first { $0.hasPrefix("Filter") })
    let words = title.prefix { $0 != "▾" }.description
    let whole = "Filter · \(line.matches)"
    let shown = String(words.reversed().drop { $0 == " " }.reversed())
    #expect(whole.hasPrefix(shown), "\(edge)")
    let rest = whole.dropFirst(shown.count)
    #expect(rest.isEmpty || ",;· ".contains(rest.first ?? "x"), "\(edge)")
    #expect(!(rest.first == " " && rest.dropFirst().first?.isNumber == true), "\(edge)")
  }

  // MARK: Messages

  @Test func aNoteKeepsToItsLine() throws {
    var state = try Self.opened(.enforcement)
    for _ in 0..<20 { state.press(.down) }
    state.message = .note("Vendor: 12 cells wide; the key 0 resets the widths of all columns")
    let lines = Self.lines(state)
    let told = lines.filter { $0.contains("Vendor") || $0.contains("resets") }
    #expect(told.count == 1 && told[0].contains("Vendor: 12 cells wide …"), "\(told)")
  }

  @Test(arguments: [low, Size(width: 80, height: 24)])
  func aMessageOfSeveralLinesHidesNoSelection(_ size: Size) throws {
    var state = try Self.opened(.enforcement, size)
    for _ in 0..<20 { state.press(.down) }
    state.message = .failure(
      (0..<2).map { "https://paper.example/2026/07/21/part-\($0)-of-a-long-address" }
        .joined(separator: " "))
    let lines = Self.lines(state)
    #expect(lines.contains { $0.hasPrefix(" ▌") }, "\(state.picture())")
    #expect(lines.contains { $0.contains("-long-address") }, "\(state.picture())")
  }
}
