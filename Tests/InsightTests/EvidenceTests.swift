import Dataset
import Insight
import Testing

/// The rows and sources of a figure.
@Suite struct EvidenceTests {
  private func world() throws -> (rows: [Origin], sources: [ID<Source>]) {
    let dataset = try SyntheticPackage.dataset([
      .sources: "id\n" + (0..<40).map { "s\($0)" }.joined(separator: "\n"),
      .organisations: "id,name,source\n"
        + (0..<40).map { "o\($0),O,s\($0)" }.joined(separator: "\n"),
    ])
    return (dataset.organisations.map(\.origin), dataset.sources.map(\.id))
  }

  @Test func itHoldsNothingTwiceHoweverMuchItHolds() throws {
    let (rows, sources) = try world()
    for count in [1, 2, 15, 16, 17, 18, 40] {
      var evidence = Evidence()
      for _ in 0..<2 {
        for place in 0..<count { evidence.add(rows[place], [sources[place], sources[0]]) }
      }
      #expect(evidence.rows == Array(rows[..<count]))
      #expect(evidence.sources == Array(sources[..<count]))
      var twice = evidence
      twice.add(evidence)
      #expect(twice == evidence && twice.hashValue == evidence.hashValue)
    }
  }

  @Test func sameRowsAndSameSourcesAreTheSame() throws {
    let (rows, sources) = try world()
    let one = Evidence(rows[0], [sources[0]])
    #expect(one == Evidence(rows[0], [sources[0]]))
    #expect(one != Evidence(rows[0], [sources[1]]))
    #expect(one != Evidence(rows[1], [sources[0]]))
    #expect(one != Evidence())
  }
}
