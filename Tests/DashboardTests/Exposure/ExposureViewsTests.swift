import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

/// The lists of the exposure screen: each view's answer and its rows.
@Suite struct ExposureViewsTests {
  @Test func theListIsSortedByExposureEitherWay() throws {
    var state = try openedExposure(.list)
    func shares() -> [String] {
      let pane = state.place.screen.panes[0]
      return (0..<pane.count).map { pane.cells($0)[0] }
    }
    let natural = shares()
    state.type("<<<<<")
    let sorted = shares()
    #expect(Set(sorted) == Set(natural))
    state.type(">")
    #expect(shares() != natural || sorted != natural)
  }

  @Test func theCapacityOpensOnTheLargestAndTellsWhatALeavingCosts() throws {
    let picture = try openedExposure(.capacity).picture()
    #expect(picture.contains("Fjord Compute  110,000 accelerators"))
    func line(_ words: String...) -> Bool {
      picture.split(separator: "\n").contains { line in words.allSatisfy(line.contains) }
    }
    #expect(line("Microsoft", "105,000", "95 %"))
    #expect(line("OpenAI", "nothing firm", "ended 2026-04-15"))
    #expect(picture.contains("Not firm with OpenAI: Stargate Fjord 8,000 accelerators, paused"))
  }

  @Test func moneyGoesRound() throws {
    let picture = try openedExposure(.money).picture()
    #expect(picture.contains("NVIDIA → Fjord Compute → NVIDIA"))
    #expect(picture.contains("NVIDIA funds Fjord Compute"))
    #expect(picture.contains("Fjord Compute buys 110,000 accelerators from NVIDIA"))
  }

  @Test func laboratoriesThatCanDoWithoutStandFirst() throws {
    let state = try openedExposure(.without)
    #expect(state.selectedFact == .organisation("csc"))
    #expect(state.picture().contains("Can compute without NVIDIA  CSC 11,912; 2 cannot; 0 unknown"))
  }

  @Test func theWorstChokepointBesidesTheTargetIsNamed() throws {
    let picture = try openedExposure(.chokepoints).picture()
    #expect(
      picture.contains(
        "Greatest loss  NVIDIA 162,600, 6 left with none   next Hall of Norway 127,000"
      )
    )
  }

  @Test func whatAFoundryMayUnderlieIsAnInterval() throws {
    let lines = try openedExposure(.chokepoints).picture().split(separator: "\n")
    // AMD's chips are made by TSMC alone; NVIDIA's too, or with SK hynix; of the dark hall nobody knows.
    func row(_ name: String) throws -> Substring {
      try #require(lines.first { $0.drop { $0 == " " || $0 == "▌" }.hasPrefix("\(name)  ") })
    }
    let (tsmc, amd) = (try row("TSMC"), try row("AMD"))
    #expect(tsmc.contains("11,912–214,512") && tsmc.contains("ASML"))
    #expect(amd.contains("11,912–51,912") && amd.contains("TSMC"))
    // SK hynix may stand behind NVIDIA's chips and the dark hall's, not behind AMD's, which name TSMC.
    #expect(try row("SK hynix").contains(" 0–202,600 "))
    let fjord = try row("Fjord Compute")
    #expect(fjord.contains("110,000") && !fjord.contains("110,000–"))
    #expect(lines.contains { $0.contains("possibly all 214,512: ASML, TSMC") })
  }

  @Test func theShareIsTheLastToGoFromTheHeadline() throws {
    let state = State.opened(.exposure, try ReachPackage.world(), size: Size(width: 80, height: 24))
    #expect(state.picture().contains("Exposure to NVIDIA · 76–94 % of 214,512 accelerators"))
  }

  @Test func whoMayUnderlieEverythingIsToldUnderTheGraph() throws {
    let picture = try openedExposure().picture()
    #expect(picture.contains("possibly in all   ASML, TSMC"))
  }

  @Test func hostileNamesStayInTheirCells() throws {
    var tables = ReachPackage.tables
    tables[.organisations]?.append(
      "\nevil,\u{1B}[31m漢字\u{202E}\u{7},company,infrastructure,DE,")
    tables[.compute]?.append(
      "\nevil,2026-01-01,\u{9B}2J,site,evil,,DE,X,500,nvidia,\u{1B}c,,operational,")
    let world = World(
      dataset: try SyntheticPackage.dataset(tables), today: try day("2026-11-21"))
    for view in ExposureView.allCases {
      var state = State.opened(.exposure, world)
      state.type(String(view.key))
      #expect(hostileScalars(state.canvas()).isEmpty)
    }
  }
}
