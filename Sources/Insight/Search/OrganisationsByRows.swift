import Dataset

extension Snapshot {
  /// The organisations, those with the most rows first: of equally good names the better known is
  /// more likely meant.
  public var organisationsByRows: [Organisation] {
    var rows = [Int](repeating: 0, count: dataset.organisations.count)
    func count(_ id: ID<Organisation>?) {
      if let id { rows[Int(id.index)] += 1 }
    }
    for round in rounds { count(round.company) }
    for investment in investments { count(investment.investor) }
    for commitment in compute {
      count(commitment.operatedBy)
      count(commitment.customer)
      count(commitment.vendor)
    }
    for relation in relations {
      count(relation.from)
      count(relation.to)
    }
    return dataset.organisations.enumerated().sorted { left, right in
      let (first, second) = (rows[left.offset], rows[right.offset])
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
  }
}
