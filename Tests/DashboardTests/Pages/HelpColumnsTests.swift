import Canvas
import Dataset
import Foundation
import Testing

@testable import Dashboard

/// The help in a wide window: two columns, of which the second goes on where the first ends.
@Suite struct HelpColumnsTests {
  private static func state(_ width: Int, _ height: Int) throws -> State {
    var state = State.opened(
      .exposure, try PagesWorld.make(), size: Size(width: width, height: height))
    state.type("?")
    return state
  }

  /// The lines of the help in the order of reading: down the first column, then down the second.
  private static func lines(_ state: State, columns: Int) -> [String] {
    let rows = state.picture().split(separator: "\n", omittingEmptySubsequences: false)
      .drop { !$0.contains("━━ Keys") }.dropFirst().prefix { !$0.hasPrefix("─") }
      .map { Array($0.dropFirst(2)) }
    let width = (state.size.width - 4) / columns
    return (0..<columns).flatMap { column in
      rows.map { row in
        String(row.dropFirst(column * width).prefix(width))
          .trimmingCharacters(in: .whitespaces)
      }
    }
  }

  @Test(arguments: [(120, 40), (200, 60)])
  func theSecondColumnGoesOnWhereTheFirstEnds(_ width: Int, _ height: Int) throws {
    let state = try Self.state(width, height)
    let read = Self.lines(state, columns: 2)
    let told = state.helpLines().prefix(40).compactMap { line in
      line.first.map { $0.text.trimmingCharacters(in: .whitespaces) }
    }
    var place = read.startIndex
    for label in told {
      guard let next = read[place...].firstIndex(where: { $0.hasPrefix(label) }) else {
        Issue.record("\(label) is not told in order:\n\(state.picture())")
        return
      }
      place = next
    }
  }

  /// A wider window never tells fewer keys at once.
  @Test func aWiderWindowTellsNoFewerKeys() throws {
    var before = 0
    for width in stride(from: 80, through: 200, by: 10) {
      let read = Self.lines(try Self.state(width, 40), columns: width >= 110 ? 2 : 1)
      let told = read.count { !$0.isEmpty }
      #expect(told + 2 >= before, "\(width): \(told) lines, \(before) before")
      before = max(before, told)
    }
    #expect(before > 60)
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func looksAsKept(_ width: Int, _ height: Int) throws {
    Golden.expect(try Self.state(width, height).picture(), "help-\(width)x\(height)")
  }
}
