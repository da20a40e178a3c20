import Canvas
import Insight
import Testing

@testable import Dashboard

/// A state whose penalties cover a part of the Act is full, and the list says so.
@Suite struct FinesInPartTests {
  @Test func whatAloneCanBeFinedStandsInTheList() throws {
    let steps = FrozenPackage.tables[.enforcement, default: ""]
      .replacing(
        "Criminal fines,",
        with: "Fines for prohibited practices; other duties of the Act are not covered,")
    let today = try day("2026-11-21")
    let world = World(
      dataset: try FrozenPackage.dataset([.enforcement: steps]), today: today, day: today)
    for (size, words) in [
      (Size(width: 80, height: 24), "● some"), (Size(width: 120, height: 40), "● some"),
      (Size(width: 200, height: 60), "● some only"),
    ] {
      let state = State.opened(.enforcement, world, size: size)
      let lines = state.screenPicture().split(separator: "\n")
      let only = lines.filter { $0.contains(words) }
      #expect(only.count == 1 && only.allSatisfy { $0.contains("Denmark") }, "\(size.name)")
    }
  }
}
