import Canvas
import Dataset
import Testing

@testable import Dashboard

/// The parts of a page that decide a question, in the windows that have little room for it.
@Suite struct SmallWindowTests {
  private static let small = Size(width: 80, height: 24)

  private static func opened(_ page: Page, size: Size = small) throws -> State {
    let dataset = try FrozenLedger.dataset()
    return State.opened(page, World(dataset: dataset, today: try day("2026-11-22")), size: size)
  }

  private static func hints(_ state: State) -> String {
    state.picture().split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test func theFactPageNamesTheKeysThatEnterFacts() throws {
    let hints = Self.hints(try Self.opened(.fact(.commitment("nscale-loughton"))))
    #expect(hints.contains("Ctrl-U later state"), "\(hints)")
    #expect(hints.contains("Ctrl-N new"), "\(hints)")
    // Nothing can be filtered there, and there is no other pane.
    #expect(!hints.contains("/ filter") && !hints.contains("Tab pane"), "\(hints)")
    let dataset = try FrozenLedger.dataset()
    let first = try #require(dataset.sources.first)
    let source = Self.hints(try Self.opened(.fact(.source(dataset.slug(first.id)))))
    #expect(!source.contains("Ctrl-U"), "a source has no later state: \(source)")
  }

  @Test func theStatesShowHowLateTheyAreOnTheFullScreenToo() throws {
    var state = try Self.opened(.enforcement)
    state.press(.character("F"))
    #expect(state.picture().contains("Art. 70"), "\(state.picture())")
  }

  @Test func theListOfNewsInFocusTakesTheRoom() throws {
    var state = try Self.opened(.overview)
    func dates(_ text: String) -> Int {
      text.split(separator: "\n").count { line in
        line.drop { " ▌▏".contains($0) }.hasPrefix("2026-")
      }
    }
    for _ in 0..<8 where dates(state.picture()) == 0 { state.press(.tab) }
    #expect(dates(state.picture()) >= 4, "\(state.picture())")
  }

  @Test func aCompanyKeepsAListInTheLowestWindow() throws {
    let picture = try Self.opened(.company("nscale"), size: Size(width: 40, height: 12)).picture()
    #expect(picture.contains("Rounds"), "\(picture)")
    #expect(picture.contains("▌"), "\(picture)")
  }

  @Test func aSourceIsKnownByItsTitle() throws {
    let picture = try Self.opened(.sources).picture()
    let header = picture.split(separator: "\n").first { $0.contains("Publisher") } ?? ""
    let place = header.range(of: "Publisher").map {
      header.distance(from: header.startIndex, to: $0.lowerBound)
    }
    #expect((place ?? 0) >= 38, "\(header)")
  }

  /// Of circles as short as each other those of the maker in focus come first.
  @Test func theCirclesOfTheMakerInFocusComeFirst() throws {
    var state = try Self.opened(.exposure)
    state.press(.character("$"))
    let circles = state.picture().split(separator: "\n")
      .filter { line in line.count { $0 == "→" } == 2 }.map { $0.contains("NVIDIA") }
    #expect(circles.first == true && circles.contains(false))
    #expect(circles == circles.sorted { $0 && !$1 }, "\(state.picture())")
  }
}
