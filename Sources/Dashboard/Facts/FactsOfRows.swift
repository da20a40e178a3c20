import Dataset
import Insight

extension World {
  /// The facts that stand in rows, in the order of the rows, each once; a row of a table without
  /// facts (exchange rates, places) gives none.
  func facts(at origins: [Origin]) -> [Fact] {
    let found = factsByRow(origins)
    var seen: Set<Fact> = []
    return origins.compactMap { found[$0] }.filter { seen.insert($0).inserted }
  }

  /// The fact that stands in each row, where one does.
  func factsByRow(_ origins: [Origin]) -> [Origin: Fact] {
    var wanted: [TableName: Set<Origin>] = [:]
    for origin in origins { wanted[origin.table, default: []].insert(origin) }
    var found: [Origin: Fact] = [:]
    // A table is gone through once, however many of its rows are asked for.
    func look<Row>(
      _ rows: [Row], _ table: TableName, _ origin: (Row) -> Origin, _ fact: (Int, Row) -> Fact
    ) {
      guard let places = wanted[table] else { return }
      for (index, row) in rows.enumerated() where places.contains(origin(row)) {
        found[origin(row)] = fact(index, row)
      }
    }
    look(dataset.rounds, .rounds, \.origin) { .round(dataset.slug($1.id)) }
    look(dataset.compute, .compute, \.origin) { .commitment(dataset.slug($1.id)) }
    look(dataset.milestones, .milestones, \.origin) { .milestone(dataset.slug($1.id)) }
    look(dataset.enforcement, .enforcement, \.origin) {
      .step(country: dataset.code($1.country), $1.step)
    }
    look(dataset.organisations, .organisations, \.origin) { .organisation(dataset.slug($1.id)) }
    look(dataset.countries, .countries, \.origin) { .country(dataset.code($1.id)) }
    look(dataset.sources, .sources, \.origin) { .source(dataset.slug($1.id)) }
    look(dataset.models, .models, \.origin) { .model(dataset.slug($1.id)) }
    look(dataset.claims, .claims, \.origin) { .claim(dataset.slug($1.id)) }
    look(dataset.investments, .investments, \.origin) { index, _ in .investment(index) }
    look(dataset.valuations, .valuations, \.origin) { index, _ in .valuation(index) }
    look(dataset.relations, .relations, \.origin) { index, _ in .relation(index) }
    look(dataset.authorities, .authorities, \.origin) { index, _ in .authority(index) }
    look(dataset.signatories, .signatories, \.origin) { index, _ in .signatory(index) }
    return found
  }

  /// What the ledger makes of a claim.
  func check(ofClaim slug: String) -> ClaimCheck? {
    ClaimReport(snapshot).checks.first { dataset.slug($0.claim.id) == slug }
  }

  /// What is to be said of a claim that was stated on a page the ledger does not have.
  func missingPage(of fact: Fact) -> String? {
    guard case .claim(let slug) = fact, let check = check(ofClaim: slug), check.briefing == nil
    else { return nil }
    return
      "stated in briefing \(dataset.string(check.claim.briefing)), whose page the ledger does not have"
  }

  /// What a figure is made of: the facts of a sum, the rows that a claim is checked by.
  func parts(of fact: Fact) -> [Fact] {
    switch fact {
    case .sum(_, let facts): facts
    case .claim(let slug): facts(at: check(ofClaim: slug)?.evidence.rows ?? [])
    default: []
    }
  }
}
