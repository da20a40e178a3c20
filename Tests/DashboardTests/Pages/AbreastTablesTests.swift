import Canvas
import Charts
import Dataset
import Testing

@testable import Dashboard

/// Pages of a company and of a country in a wide window: lists that stand whole share their lines.
@Suite struct AbreastTablesTests {
  /// The titles of the lists in sight, by the lines they stand in.
  private static func titles(_ page: Page, _ size: Size, _ names: [String]) throws -> [String: Int]
  {
    let state = State.opened(page, try FrozenLedger.world(), size: size)
    let lines = state.picture().split(separator: "\n", omittingEmptySubsequences: false)
    return names.reduce(into: [:]) { found, name in
      found[name] = lines.firstIndex { $0.contains(name) }
    }
  }

  @Test func aCompanyUsesTheWidth() throws {
    let names = ["Valuations ·", "Valuation, $ bn", "Tenants and chips", "Invested in"]
    let wide = try Self.titles(.company("nscale"), Size(width: 200, height: 60), names)
    #expect(wide["Valuations ·"] == wide["Valuation, $ bn"], "the line stands next to its table")
    #expect(wide["Tenants and chips"] == wide["Invested in"])
    let narrow = try Self.titles(.company("nscale"), Size(width: 120, height: 60), names)
    #expect(narrow["Valuations ·"] != narrow["Valuation, $ bn"])
    #expect(narrow["Invested in"] == nil || narrow["Invested in"] != narrow["Tenants and chips"])
  }

  /// Panes that stand whole next to each other share their lines, in the order of Tab.
  @Test func panesUseTheWidth() {
    let stack = PaneStack(parts: [5, 8, 3].map { PaneStack.Part([Span("Title")], lines: $0) })
    func places(_ width: Int) -> [Rect] {
      var canvas = Canvas(size: Size(width: width, height: 14))
      return stack.drawAbreast([60, 40, 30], in: canvas.bounds, on: &canvas, focus: 0)
    }
    let narrow = places(60)
    #expect(Set(narrow.map(\.x)) == [0])
    let wide = places(80)
    #expect(wide[1].y == wide[2].y && wide[1].x < wide[2].x && wide[0].y < wide[1].y)
    #expect(wide[1].width >= 40 && wide[2].width >= 30)
    let widest = places(140)
    #expect(Set(widest.map(\.y)).count == 1)
    #expect(widest.map(\.height) == [5, 8, 3])
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func looksAsKept(_ width: Int, _ height: Int) throws {
    let world = try FrozenLedger.world()
    let size = Size(width: width, height: height)
    for (page, name) in [(Page.company("nscale"), "nscale"), (.country("DE"), "germany")] {
      Golden.expect(State.opened(page, world, size: size).picture(), "\(name)-\(width)x\(height)")
    }
  }
}
