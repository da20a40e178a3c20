import Canvas
import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// The graph on the screen takes the layout of a picture in a file while no key comes. It stays as it is
/// for whoever works with it.
@Suite struct PictureAtRestTests {
  /// Thirty operators and their tenants, who rent here and there: enough lines that the usual effort leaves
  /// something to be gained.
  private func state() throws -> State {
    var random = SplitMix64(seed: 5)
    let names = (0..<30).flatMap { ["o\($0)", "t\($0)"] } + (0..<4).map { "m\($0)" }
    let sites = (0..<150).map { site in
      let (operatedBy, tenant) = (
        Int.random(in: 0..<30, using: &random), Int.random(in: 0..<30, using: &random)
      )
      let maker = Int.random(in: 0..<4, using: &random)
      return
        "s\(site),2025-01-01,S\(site),site,o\(operatedBy),t\(tenant),DE,\(100 + site),m\(maker),operational,confirmed,s"
    }
    let dataset = try Synthetic.dataset([
      .organisations:
        (["id,name,kind,layer,country,source"]
        + names.map { "\($0),\($0),company,\($0.hasPrefix("m") ? "chips" : "infrastructure"),DE,s" })
        .joined(separator: "\n"),
      .compute:
        ([
          "id,date,name,scope,operator,customer,country,accelerators,chip_vendor,status,confidence,source"
        ]
        + sites).joined(separator: "\n"),
    ])
    var state = State.opened(
      .exposure, World(dataset: dataset, today: dataset.updated), size: Size(width: 200, height: 60)
    )
    _ = state.update(.resize(Size(width: 200, height: 60)))
    return state
  }

  private func crossings(_ state: State) -> Int? {
    guard let screen = state.place.screen as? ExposureScreen,
      case .graph(let graph, _) = screen.content
    else { return nil }
    return graph.chart?.chart.layout.crossings
  }

  @Test func thePictureIsMadeBetterOnceWhileNothingHappens() throws {
    var state = try state()
    // Everything by its name: nothing is folded.
    state.press(.character("+"))
    let before = try #require(crossings(state))
    let work = try #require(state.refinement)
    _ = state.update(.refined(work(), moment: state.moment))
    let after = try #require(crossings(state))
    #expect(after < before)
    #expect(state.refinement == nil)
    // The steps that follow draw and move in that picture.
    let picture = state.picture()
    _ = state.update(.report(.note("a note")))
    state.press(.down)
    #expect(crossings(state) == after)
    state.press(.up)
    #expect(crossings(state) == after)
    #expect(!picture.isEmpty)
  }

  @Test func aKeyWinsOverThePictureThatIsBeingMade() throws {
    var state = try state()
    let before = try #require(crossings(state))
    let work = try #require(state.refinement)
    let moment = state.moment
    state.press(.down)
    let picture = state.picture()
    _ = state.update(.refined(work(), moment: moment))
    #expect(crossings(state) == before)
    #expect(state.picture() == picture)
    // Nothing is rearranged under whoever walks in it, however long they rest.
    #expect(state.refinement == nil)
  }

  @Test func anotherPictureIsMadeBetterAgain() throws {
    var state = try state()
    state.press(.down)
    #expect(state.refinement == nil)
    _ = state.update(.resize(Size(width: 180, height: 50)))
    #expect(state.refinement != nil)
    state.press(.character("E"))
    #expect(state.refinement == nil)
  }

  @Test func nothingIsMadeBetterBehindASheet() throws {
    var state = try state()
    state.type("?")
    #expect(state.refinement == nil)
  }
}
