import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

/// The path by which the exposed depend: a word in a column, a value of its filter, and a count that adds up.
@Suite struct ExposedPathTests {
  private func opened(
    _ filter: String = "", _ size: Size = Size(width: 120, height: 40)
  ) throws -> State {
    var state = State.opened(.exposure, try ReachPackage.world(filter), size: size)
    state.type("E")
    return state
  }

  private func paths(_ state: State) throws -> [String: String] {
    let pane = state.place.screen.panes[0]
    let (name, path) = (
      try #require(pane.ids.firstIndex(of: "organisation")),
      try #require(pane.ids.firstIndex(of: "path"))
    )
    return Dictionary(
      uniqueKeysWithValues: (0..<pane.count).map { row in
        (pane.cells(row)[name], pane.cells(row)[path])
      })
  }

  @Test func everyPathOfTheColumnIsAValueOfItsFilter() throws {
    let all = try paths(try opened())
    #expect(all["Fjord Compute"] == "direct")
    #expect(all["Microsoft"] == "indirect" && all["Siemens"] == "indirect")
    #expect(all["CSC - IT Centre (Kajaani)"] == "none")
    #expect(all["Hall of Norway"] == "unnamed", "the maker of its chips is not named")
    #expect(all.values.allSatisfy { !$0.isEmpty })
    for word in ExposurePathWord.words {
      let passing = try paths(try opened("path:\(word)"))
      #expect(passing == all.filter { $0.value == word }, "\(word)")
      #expect(!passing.isEmpty)
    }
    #expect(try paths(try opened("-path:direct")) == all.filter { $0.value != "direct" })
  }

  @Test func throughNamesWhoLiesBetween() throws {
    #expect(try paths(try opened("through:fjord")).keys.contains("Microsoft"))
    #expect(try paths(try opened("through:telekom")).keys.sorted() == ["Siemens", "Zephyr AI"])
    #expect(try paths(try opened("through:csc")).isEmpty)
  }

  /// The filter is about the target of the screen, which the key of the next target changes.
  @Test func thePathIsThatToTheTargetOfTheScreen() throws {
    var plain = try opened()
    let before = try paths(plain)
    plain.type("A")
    let all = try paths(plain)
    #expect(all != before)
    for word in ExposurePathWord.words {
      var state = try opened("path:\(word)")
      state.type("A")
      #expect(state.picture().contains("Exposure to TSMC"))
      #expect(try paths(state) == all.filter { $0.value == word }, "\(word)")
    }
  }

  @Test func pathsAndCertaintiesAddUpToTheSameOrganisations() throws {
    let world = try ReachPackage.world()
    let nvidia = try #require(world.dataset.organisation("nvidia"))
    let found = try Exposure(of: world.snapshot, to: .organisation(nvidia), in: .compute)
    let counts = ExposedCounts(found.organisations)
    #expect(counts.paths.values.reduce(0, +) == counts.exposed)
    #expect(counts.paths[.none] == nil)
    #expect(counts.sure + counts.possible == counts.exposed)
    let graph = State.opened(.exposure, world, size: Size(width: 200, height: 60)).picture()
    for (title, word) in [
      ("directly", ExposurePathWord.direct), ("through others", .indirect),
      ("way not named", .unnamed),
    ] {
      let words = "\(counts.paths[word] ?? 0) of \(counts.exposed) exposed: "
      #expect(graph.contains(title) && graph.contains(words), "\(title) \(words)")
    }
    #expect(try opened().picture().contains(counts.pathWords))
  }

  @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func thePathStandsWhereItIsSeen(_ size: Size) throws {
    let picture = try opened("", size).picture()
    let head = try #require(picture.split(separator: "\n").first { $0.contains("Organisation ") })
    #expect(head.contains("Path") && head.contains("Known share"), "\(head)")
    #expect(picture.contains("indirect"))
  }

  @Test func aWrongPathIsSuggested() throws {
    let dataset = try ReachPackage.world().dataset
    let error = #expect(throws: FilterError.self) { try Filter("path:indrect", in: dataset) }
    #expect(error?.message.contains("indirect") == true, "\(error?.message ?? "")")
  }
}
