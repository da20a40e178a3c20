import Dataset
import Testing

@testable import Insight

/// The nouns for rows, and rows counted by them.
@Suite struct RowNounTests {
  @Test(arguments: [
    (TableName.rounds, 0, "0 rounds"), (.compute, 1, "1 site"), (.compute, 2, "2 sites"),
    (.authorities, 1, "1 authority"), (.authorities, 2, "2 authorities"),
    (.countries, 27, "27 countries"), (.signatories, 0, "0 signatories"),
    (.sources, 1_234, "1,234 sources"),
  ])
  func rowsAreCountedByTheirNoun(_ table: TableName, _ count: Int, _ words: String) {
    #expect(table.counted(count) == words)
  }

  /// A noun is a value of `kind`, so that no two tables may share one.
  @Test func noTwoTablesShareANoun() {
    let nouns = TableName.allCases.map(\.noun)
    #expect(Set(nouns).count == nouns.count)
  }
}
