import Canvas
import Testing

@testable import Terminal

/// A report that a slow link cuts right after Esc looks like Esc and some keys.
@Suite("Reports of the focus and the mouse cut off after Esc")
struct CutReportsTests {
  private func keys(_ parts: [String]) -> [Event] {
    var input = KeyInput(isMouseOn: true)
    return parts.flatMap { part in input.feed(Array(part.utf8)[...]) + input.flush() }
  }

  @Test(arguments: ["[I", "[O", "[M !!", "[M#!!"])
  func theRestIsNoKey(_ rest: String) {
    let found = keys(["\u{1B}", rest, "k"])
    #expect(found.first == .key(.escape))
    #expect(found.last == .key(.character("k")))
    let between = found.dropFirst().dropLast()
    #expect(between.allSatisfy { if case .mouse = $0 { true } else { false } }, "\(between)")
  }

  @Test func aMouseReportStillPresses() {
    let press = Event.mouse(MouseEvent(action: .press, point: Point(x: 4, y: 2)))
    #expect(keys(["\u{1B}", "[M %#"]) == [.key(.escape), press])
  }

  @Test func aMouseReportCutTwiceIsNoKey() {
    #expect(keys(["\u{1B}", "[M ", "k"]).last == .key(.character("k")))
    #expect(keys(["\u{1B}", "[M ", "k"]).count == 2)
    let found = keys(["\u{1B}[", "M#%#", "k"])
    #expect(found == [.key(.escape), .key(.character("[")), .key(.character("k"))])
  }

  @Test func focusReportsInARowAreNoKeys() {
    #expect(keys(["\u{1B}", "[I\u{1B}[O", "k"]) == [.key(.escape), .key(.character("k"))])
  }

  @Test func keysOfAHandStayKeys() {
    #expect(keys(["\u{1B}", "[", "I"]).count == 3)
    #expect(keys(["\u{1B}", "[[", "k"]).count == 4)
    #expect(keys(["\u{1B}", "[M", "k"]).count == 4)
    #expect(keys(["\u{1B}", "MM", "k"]).count == 4)
  }
}
