import Dataset
import Insight

extension World {
  /// The facts that stand in rows, in the order of the rows, each once. A row of a table without
  /// facts (exchange rates, places) gives none.
  func facts(at origins: [Origin]) -> [Fact] {
    let found = factsByRow(origins)
    var seen: Set<Fact> = []
    return origins.compactMap { found[$0] }.filter { seen.insert($0).inserted }
  }

  /// The fact that stands in each row, where there is any.
  func factsByRow(_ origins: [Origin]) -> [Origin: Fact] {
    var wanted: [TableName: Set<Origin>] = [:]
    for origin in origins { wanted[origin.table, default: []].insert(origin) }
    var found: [Origin: Fact] = [:]
    // A table is gone through once, however many of its rows are asked for.
    for (table, places) in wanted { Entity.of(table)?.find(places, dataset, &found) }
    return found
  }
}
