import Dataset

extension Entity {
  /// Every kind of row that can be selected: the list that a new table is added to.
  static let all: [Entity] = [
    organisation, country, round, commitment, milestone, claim, source, model, step, investment,
    valuation, relation, authority, signatory, chip, statistic, annexEntry, benchmark,
    expectation, reviewed,
  ]

  /// The kind of the rows of each table, by the number of the table.
  private static let byTable: [Entity?] = TableName.allCases.map { table in
    all.first { $0.table == table }
  }

  /// The kind of the rows of a table, where they can be selected.
  static func of(_ table: TableName) -> Entity? {
    let number = Int(table.rawValue)
    return byTable.indices.contains(number) ? byTable[number] : nil
  }
}
