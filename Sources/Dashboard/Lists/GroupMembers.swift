import Charts
import Dataset
import Insight

extension GroupRows.Row {
  /// A group by the ids of its entries: it opens the page of its key, else its entry where that is the
  /// only entry, else their sum.
  ///
  /// - Parameters:
  ///   - entries: The ids of the rows behind it.
  ///   - fact: The fact of an entry.
  ///   - id: The entry of a fact; `nil` for a fact of another table.
  init<Entry>(
    _ bar: BarChart.Row, values: [Value], _ entries: [ID<Entry>], key: GroupKey?,
    isApart: Bool = false, in world: World, fact: @escaping @Sendable (ID<Entry>) -> Fact,
    id: @escaping @Sendable (Fact) -> ID<Entry>?
  ) {
    let page = key.flatMap(world.fact)
    // A frame asks each bar for the fact that is selected.
    let members = Once<Set<ID<Entry>>>()
    self.init(
      key: key, bar: bar, values: values,
      fact: {
        if let page { return page }
        return entries.count == 1 ? fact(entries[0]) : .sum(title: bar.label, entries.map(fact))
      },
      identity: page ?? (entries.count == 1 ? fact(entries[0]) : .sum(title: bar.label, [])),
      has: { id($0).map(members.value { Set(entries) }.contains) ?? false }, isApart: isApart)
  }

  /// A group of rounds.
  init(
    _ bar: BarChart.Row, values: [Value], rounds: [ID<Round>], key: GroupKey?,
    isApart: Bool = false, in world: World
  ) {
    let dataset = world.dataset
    self.init(
      bar, values: values, rounds, key: key, isApart: isApart, in: world,
      fact: { .round(dataset.slug($0)) }, id: { $0.id(in: .rounds).flatMap(dataset.round) })
  }

  /// A group of commitments of compute.
  init(
    _ bar: BarChart.Row, values: [Value], commitments: [ID<Commitment>], key: GroupKey? = nil,
    in world: World
  ) {
    let dataset = world.dataset
    self.init(
      bar, values: values, commitments, key: key, in: world,
      fact: { .commitment(dataset.slug($0)) },
      id: { $0.id(in: .compute).flatMap(dataset.commitment) })
  }
}
