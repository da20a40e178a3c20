import Dataset
import Insight

extension Entity {
  static let claim = Entity(
    .claims, kind: "claim", heading: ClaimsScreen.title, word: "claim", rows: { $0.claims },
    key: { _, row, dataset in .id(dataset.slug(row.id)) },
    row: { key, world -> Claim? in
      guard case .id(let slug) = key else { return nil }
      return world.dataset.claims.first { world.dataset.slug($0.id) == slug }
    },
    sources: { row, world in world.check(ofClaim: world.dataset.slug(row.id))?.sources ?? [] },
    title: { row, world in world.dataset.string(row.claim) },
    passes: { row, filter in filter.matches(row) },
    parts: { key, world in
      guard case .id(let slug) = key else { return [] }
      return world.facts(at: world.check(ofClaim: slug)?.evidence.rows ?? [])
    },
    more: { row, world, details in details.addCheck(of: row, in: world) })
}

extension Fact {
  public static func claim(_ slug: String) -> Fact { .row(.claims, .id(slug)) }
}

extension World {
  /// The calculation of a claim from the ledger.
  func check(ofClaim slug: String) -> ClaimCheck? {
    dataset.claims.first { dataset.slug($0.id) == slug }
      .flatMap { ClaimReport.check(of: $0, in: snapshot) }
  }

  /// The words for a claim that was stated on a page the ledger does not have.
  func missingPage(of fact: Fact) -> String? {
    guard let slug = fact.id(in: .claims), let check = check(ofClaim: slug), check.briefing == nil
    else { return nil }
    return missingPage(of: check)
  }

  /// The same where the check is known.
  func missingPage(of check: ClaimCheck) -> String {
    "stated in briefing \(dataset.string(check.claim.briefing)), whose page the ledger does not have"
  }
}

extension FactDetails {
  /// Adds the calculation of a claim, and the rows that it uses.
  fileprivate mutating func addCheck(of claim: Claim, in world: World) {
    guard let check = world.check(ofClaim: world.dataset.slug(claim.id)) else { return }
    for reckoning in check.reckonings {
      add("", "")
      add("calculated", reckoning.call, style: .dim)
      add("on \(check.briefingDay)", reckoning.then.words)
      add("on \(world.day)", reckoning.now.words)
    }
    let rows = world.facts(at: check.evidence.rows)
    if !rows.isEmpty { add("", "") }
    for (index, row) in rows.enumerated() {
      add(index == 0 ? "rows" : "", world.title(of: row), row)
    }
  }
}
