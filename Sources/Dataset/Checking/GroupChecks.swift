extension Findings {
  /// Checks rounds contained in others: in themselves, in a round that is contained itself or was
  /// withdrawn, or in another company's round.
  mutating func checkContainedRounds() {
    let dataset = dataset
    /// The round as it stands after its last row.
    let standing = dataset.asOf(Day(number: Int(Int32.max)))
    var whole = [Int32](repeating: -1, count: dataset.registry[.rounds].count)
    for round in standing.rounds {
      if let partOf = round.partOf { whole[Int(round.id.index)] = partOf.index }
    }
    let circular = Findings.circular(whole)
    for row in dataset.rounds {
      guard let partOf = row.partOf, let outer = standing.round(partOf) else { continue }
      let name = dataset.slug(partOf)
      if circular[Int(row.id.index)] {
        note(
          .error, row, "part_of",
          "found \(name), which is contained in this round in turn; neither is counted")
        continue
      }
      if let outermost = outer.partOf {
        note(
          .warning, row, "part_of",
          "found \(name), which is itself part of \(dataset.slug(outermost))")
      }
      if outer.status == .withdrawn, row.status != .withdrawn {
        note(.warning, row, "part_of", "found \(name), which was withdrawn; neither is counted")
      }
      if outer.company != row.company {
        note(
          .warning, row, "part_of",
          "found \(name), which is a round of \(dataset.slug(outer.company)), "
            + "not of \(dataset.slug(row.company))")
      }
    }
  }

  /// Groups that belong to themselves, names that stand twice, relations to oneself.
  mutating func checkOrganisations() {
    let dataset = dataset
    let parents = dataset.organisations.map { $0.parent?.index ?? -1 }
    let circular = Findings.circular(parents)
    var first: [String: Organisation] = [:]
    for row in dataset.organisations {
      if circular[Int(row.id.index)] {
        note(
          .error, row, "parent",
          "found \(row.parent.map { dataset.slug($0) } ?? ""), which belongs to this group in turn")
      }
      let name = dataset.string(row.name)
      if let other = first[name] {
        note(
          .warning, row, "name",
          "found \"\(shown(name))\" as in \(dataset.slug(other.id)) on line \(other.origin.line)")
      } else {
        first[name] = row
      }
    }
    for row in dataset.relations where row.from == row.to {
      note(.warning, row, "to", "found \(dataset.slug(row.to)), which is \"from\" too")
    }
  }

  /// For each number, true if it lies on a cycle of a map from numbers to numbers (-1 for none).
  static func circular(_ next: [Int32]) -> [Bool] {
    enum Mark { case new, onPath, done }
    var marks = [Mark](repeating: .new, count: next.count)
    var circular = [Bool](repeating: false, count: next.count)
    for start in next.indices where marks[start] == .new {
      var path: [Int] = []
      var number = start
      while number >= 0, marks[number] == .new {
        marks[number] = .onPath
        path.append(number)
        number = Int(next[number])
      }
      if number >= 0, marks[number] == .onPath, let entry = path.firstIndex(of: number) {
        for member in path[entry...] { circular[member] = true }
      }
      for member in path { marks[member] = .done }
    }
    return circular
  }
}
