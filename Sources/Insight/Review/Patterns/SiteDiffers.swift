import Dataset

extension ReviewRule {
  /// A site whose status, operator, customer or town differs between tables.
  static let siteDiffers = ReviewRule(
    pattern: .siteDiffers,
    lookFor: "Look at both rows and their sources, and correct the row that is wrong"
  ) { facts in
    againstRelations(facts) + moved(facts) + elsewhere(facts) + ofOthers(facts)
  }

  /// Sites that a customer has of an operator, against what relations say of the two.
  private static func againstRelations(_ facts: ReviewFacts) -> [ReviewFinding] {
    let dataset = facts.dataset
    struct Pair: Hashable {
      let operatedBy: ID<Organisation>
      let customer: ID<Organisation>
    }
    var bonds: [Pair: Relation] = [:]
    for row in facts.snapshot.latestRelations where row.kind == .customerOf || row.kind == .hosts {
      let pair =
        row.kind == .hosts
        ? Pair(operatedBy: row.from, customer: row.to)
        : Pair(operatedBy: row.to, customer: row.from)
      // Of two relations the relation that stands counts.
      if let known = bonds[pair], known.status == .active { continue }
      bonds[pair] = row
    }
    var stands: [Pair: [Commitment]] = [:]
    var found: [ReviewFinding] = []
    for row in facts.snapshot.compute {
      guard let operatedBy = row.operatedBy, let customer = row.customer, operatedBy != customer
      else { continue }
      let pair = Pair(operatedBy: operatedBy, customer: customer)
      stands[pair, default: []].append(row)
      guard row.status.isFirm else { continue }
      if let bond = bonds[pair] {
        guard bond.status != .active else { continue }
        found.append(
          facts.finding(
            row, "status", dataset.string(row.name),
            "is \(row.status.word), and the relation of \(dataset.name(customer)) and "
              + "\(dataset.name(operatedBy)) is \(bond.status.word) since \(bond.date)",
            with: [bond.origin]))
      } else {
        found.append(
          facts.finding(
            row, "customer", dataset.string(row.name),
            "has \(dataset.name(customer)) as its customer, and no relation says so"))
      }
    }
    for (pair, bond) in bonds where bond.status == .active {
      guard let rows = stands[pair], let first = rows.first,
        rows.allSatisfy({ $0.status == .cancelled || $0.status == .paused })
      else { continue }
      found.append(
        facts.finding(
          bond, "status", dataset.title(bond),
          "by an active relation, and \(dataset.string(first.name)) is \(first.status.word)",
          with: rows.map(\.origin), stake: facts.stake(of: first)))
    }
    return found.sorted { $0.key < $1.key }
  }

  /// Sites whose rows name another operator, country or town than the row before.
  private static func moved(_ facts: ReviewFacts) -> [ReviewFinding] {
    let dataset = facts.dataset
    return facts.snapshot.compute.compactMap { row in
      let history = facts.snapshot.history(of: row.id)
      guard history.count > 1, let before = history.dropLast().last else { return nil }
      var changes: [(column: String, words: String)] = []
      if let was = before.operatedBy, let now = row.operatedBy, was != now {
        changes.append(
          ("operator", "the operator from \(dataset.name(was)) to \(dataset.name(now))"))
      }
      if let was = before.customer, let now = row.customer, was != now {
        changes.append(
          ("customer", "the customer from \(dataset.name(was)) to \(dataset.name(now))"))
      }
      let (was, now) = (dataset.string(before.city), dataset.string(row.city))
      if before.country != row.country {
        changes.append(
          (
            "country",
            "the country from \(dataset.name(before.country)) to \(dataset.name(row.country))"
          ))
      } else if !was.isEmpty, !now.isEmpty, was != now {
        changes.append(("city", "the town from \(was) to \(now)"))
      }
      guard let first = changes.first, row.note.isEmpty else { return nil }
      return facts.finding(
        row, first.column, dataset.string(row.name),
        "changes \(changes.map(\.words).joined(separator: ", and ")) without a note, on \(row.date)",
        with: [before.origin])
    }
  }

  /// Sites in a town that has no place on the map, or whose name has another town in it.
  private static func elsewhere(_ facts: ReviewFacts) -> [ReviewFinding] {
    let dataset = facts.dataset
    struct Town: Hashable {
      let name: String
      let country: ID<Country>
    }
    let places = dataset.places.map {
      Town(name: dataset.string($0.city), country: $0.country)
    }
    guard !places.isEmpty else { return [] }
    let known = Set(places)
    return facts.snapshot.compute.compactMap { row in
      let (city, name) = (dataset.string(row.city), dataset.string(row.name))
      guard !city.isEmpty else { return nil }
      if !known.contains(Town(name: city, country: row.country)) {
        return facts.finding(
          row, "city", name, "stands in \(city), which is no place of \(dataset.name(row.country))")
      }
      let words = " \(name) "
      let named = places.filter { words.contains(" \($0.name) ") || words.contains(" \($0.name),") }
      guard let other = named.first, !named.contains(where: { $0.name == city }) else { return nil }
      return facts.finding(row, "city", name, "stands in \(city), and its name says \(other.name)")
    }
  }

  /// Sites whose name has an organisation in it that no column of it names and no relation ties to it.
  private static func ofOthers(_ facts: ReviewFacts) -> [ReviewFinding] {
    let dataset = facts.dataset
    var names: [String: ID<Organisation>] = [:]
    for row in dataset.organisations { names[dataset.string(row.name)] = row.id }
    var ties: Set<[ID<Organisation>]> = []
    for row in facts.snapshot.relations {
      ties.insert([row.from, row.to])
      ties.insert([row.to, row.from])
    }
    return facts.snapshot.compute.compactMap { row in
      let name = dataset.string(row.name)
      let parties = [row.operatedBy, row.customer, row.vendor].compactMap(\.self)
      let named = organisations(in: name, names)
      let stranger = named.first { id in
        !parties.contains { party in
          facts.heads[party] == facts.heads[id] || ties.contains([party, id])
        }
      }
      guard let stranger, !parties.isEmpty,
        !named.contains(where: parties.contains) || named.count > 1
      else { return nil }
      return facts.finding(
        row, "name", name,
        "has \(dataset.name(stranger)) in its name, and no column and no relation ties the two")
    }
  }

  /// The organisations whose names stand in a text, up to four words long.
  private static func organisations(
    in text: String, _ names: [String: ID<Organisation>]
  ) -> [ID<Organisation>] {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    var found: [ID<Organisation>] = []
    for start in words.indices {
      for end in start..<min(start + 4, words.count) {
        let name = words[start...end].joined(separator: " ")
        if name.count > 3, let id = names[name], !found.contains(id) { found.append(id) }
      }
    }
    return found
  }
}
