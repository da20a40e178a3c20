import Dataset

extension ReviewRule {
  /// A relation that begins later than a round, a site or a model proves it.
  static let relationLate = ReviewRule(
    pattern: .relationLate,
    lookFor:
      "Look for when it really began; correct the relation's first date, or add an earlier row"
  ) { facts in
    var first: [Bond: Relation] = [:]
    for row in facts.dataset.relations {
      let bond = Bond(from: row.from, to: row.to, kind: row.kind)
      if let other = first[bond], other.date.firstDay <= row.date.firstDay { continue }
      first[bond] = row
    }
    let proofs = Proofs(facts)
    return facts.dataset.relations.compactMap { row in
      let bond = Bond(from: row.from, to: row.to, kind: row.kind)
      guard first[bond]?.origin == row.origin, let proof = proofs.earliest[bond],
        row.date.firstDay > proof.date.lastDay
      else { return nil }
      return facts.finding(
        row, "date", facts.dataset.title(row),
        "from \(row.date) on, and \(proof.words) shows it on \(proof.date)", with: [proof.row])
    }
  }
}

private struct Bond: Hashable {
  let from: ID<Organisation>
  let to: ID<Organisation>
  let kind: RelationKind
}

/// The earliest row of another table that shows a relation.
private struct Proofs {
  struct Proof {
    let date: PartialDate
    let row: Origin
    let words: String
  }

  private(set) var earliest: [Bond: Proof] = [:]

  init(_ facts: ReviewFacts) {
    let dataset = facts.dataset
    for row in dataset.compute where row.status.isFirm {
      guard let operatedBy = row.operatedBy else { continue }
      let proof = Proof(
        date: row.date, row: row.origin, words: "the site \(dataset.string(row.name))")
      if let customer = row.customer {
        add(Bond(from: customer, to: operatedBy, kind: .customerOf), proof)
        add(Bond(from: operatedBy, to: customer, kind: .hosts), proof)
      }
      if let vendor = row.vendor { add(Bond(from: vendor, to: operatedBy, kind: .supplies), proof) }
    }
    for ticket in facts.snapshot.investments {
      guard let round = facts.snapshot.round(ticket.round), round.status == .closed,
        let kind = Proofs.kind(round.instrument)
      else { continue }
      add(
        Bond(from: ticket.investor, to: round.company, kind: kind),
        Proof(date: round.date, row: round.origin, words: "the round \(dataset.slug(round.id))"))
    }
    for row in dataset.models {
      guard let base = row.baseDeveloper else { continue }
      add(
        Bond(from: row.developer, to: base, kind: .buildsOn),
        Proof(date: row.date, row: row.origin, words: "the model \(dataset.string(row.name))"))
    }
  }

  private static func kind(_ instrument: Instrument) -> RelationKind? {
    switch instrument {
    case .equity, .safe, .ipo, .mixed: .investsIn
    case .debt, .grant: .finances
    case .acquisition: .owns
    case .fund, .buyback, .plan: nil
    }
  }

  private mutating func add(_ bond: Bond, _ proof: Proof) {
    if let known = earliest[bond], known.date.lastDay <= proof.date.lastDay { return }
    earliest[bond] = proof
  }
}
