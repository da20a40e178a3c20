import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

/// The finding over the list of those who depend on a target, and the meaning of its words.
@Suite struct DependentsTitleTests {
  private func list(of target: String, _ size: Size, _ filter: String = "") throws -> String {
    var state = State.opened(.exposure, try ReachPackage.world(filter), size: size)
    state.place.view.settings.subjects[.target] = target
    state.place.rebuild(in: state.world)
    state.type("E")
    return state.picture()
  }

  @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func theFindingHasItsNumbers(size: Size) throws {
    let picture = try list(of: "nvidia", size)
    #expect(picture.contains("organisations depend on NVIDIA"))
    // 162,600 of 214,512 name NVIDIA.
    #expect(picture.contains("76 % of 214,512 accelerators documented"))
    #expect(picture.contains("Known share: of what has a size"))
    let wide = try list(of: "nvidia", Size(width: 160, height: 40))
    #expect(
      wide.contains(
        "bounds: with all that is open, at least to at most; bar: █ at least, █ known, ░ at most"))
  }

  /// Whoever makes none himself has a finding too: here the foundry, behind AMD alone for certain.
  @Test func aFoundryHasItsShare() throws {
    let picture = try list(of: "tsmc", Size(width: 160, height: 40))
    #expect(picture.contains("depend on TSMC") || picture.contains("depends on TSMC"))
    #expect(picture.contains("others may"))
    #expect(picture.contains("6 % of 214,512 accelerators documented"))
  }

  @Test func underAFilterItCountsThoseThatPass() throws {
    let picture = try list(of: "nvidia", Size(width: 160, height: 40), "layer:models")
    #expect(picture.contains(" that pass"), "\(picture)")
    #expect(
      !picture.contains("accelerators documented"), "the sum is of everything, the list is not")
  }

  @Test func theSharesThatRunNameTheirBase() throws {
    let state = State.opened(
      .exposure, try ReachPackage.world(), size: Size(width: 140, height: 40))
    // 39,600 run of 162,600 firm; nothing more is announced.
    #expect(state.picture().contains("39,600 of its 162,600 firm, 24 %"), "\(state.picture())")
  }
}
