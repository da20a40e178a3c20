import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// The commitments that stopped, and the programmes that are not judged, among what slipped.
@Suite struct StoppedCommitmentTests {
  @Test func whatStoppedIsListedAndProgrammesAreCounted() throws {
    let dataset = try Synthetic.dataset([
      .organisations: "id,name,layer,country,kind\na,A,infrastructure,FR,company",
      .compute: """
      id,date,name,scope,operator,country,status,target,confidence,source
      x,2025-01-01,Late site,site,a,FR,announced,2026-01-01,confirmed,s
      y,2025-01-01,Dead site,site,a,FR,announced,2026-01-01,confirmed,s
      y,2026-02-01,Dead site,site,a,FR,cancelled,,confirmed,s
      z,2025-01-01,Great plan,programme,a,FR,announced,2026-01-01,confirmed,s
      """,
    ])
    var state = State.opened(.compute, World(dataset: dataset, today: try day("2026-11-21")))
    state.type("ff")
    let picture = state.picture()
    #expect(picture.contains("1 more stopped; 1 programme past its date"))
    #expect(picture.contains("cancelled 2026-02-01, was due 2026-01-01"))
    let list = try #require(state.place.screen.panes.first { $0.name == "slipped" })
    #expect(list.count == 2)
    state.type("jj")
    #expect(state.selectedFact?.withoutParts == .commitment("y"))
    let one = try #require(state.place.screen.panes.first { $0.name == "slipped" })
    #expect(one.count == 1 && one.cells(0).contains("Dead site"))
  }
}
