import Dataset

extension ReviewRule {
  /// Tables whose facts end more than a month before the day, with what a year of them brought.
  ///
  /// The row to look at is the last of a package that names the reach: rows that somebody laid over it
  /// may well be later, and are not to blame for its end.
  static let reachEnds = ReviewRule(
    pattern: .reachEnds,
    lookFor:
      "Look for the news since that day, add it, and move the table's reach in datapackage.json"
  ) { facts in
    let dataset = facts.dataset
    return TableName.allCases.compactMap { table in
      guard let reach = dataset.reach(of: table) else { return nil }
      let days = facts.day - reach.lastDay
      guard days > 30 else { return nil }
      let naming = dataset.packages.indices.filter { dataset.packages[$0].reach[table] == reach }
      var (origin, rows, stake): (Origin?, Int, Stake) = (nil, 0, Stake())
      dataset.forEachRow(of: table) { row in
        if naming.contains(Int(row.origin.package)) { origin = row.origin }
        guard let known = dataset.date(of: row)?.lastDay, known <= reach.lastDay,
          reach.lastDay - known < 365
        else { return }
        rows += 1
        stake += facts.stake(of: row)
      }
      guard let origin else { return nil }
      let lacking = rows * days / 365
      let pace =
        lacking == 0
        ? ""
        : "; at the pace of the year before, about \(Wording.count(lacking, "row"))"
          + (lacking == 1 ? " lacks" : " lack")
      return ReviewFinding(
        title: "The table \(table.word)",
        wrong: "ends on \(reach), \(Wording.number(days)) days ago\(pace)", rows: [origin],
        key: reach.description, column: "", stake: stake.scaled(Double(days) / 365))
    }
  }
}

extension Stake {
  fileprivate func scaled(_ part: Double) -> Stake {
    var stake = Stake()
    for unit in Unit.allCases { stake[unit] = (self[unit] * part).rounded() }
    return stake
  }
}
