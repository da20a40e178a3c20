import Dataset

extension ReviewRule {
  /// Parts that exceed their whole: tickets and their round, tranches and their round, sites and their
  /// campus, accelerators and the power that feeds them.
  static let partsExceed = ReviewRule(
    pattern: .partsExceed,
    lookFor:
      "Look for which of the figures is an option, a total or of another date, and correct it"
  ) { facts in
    tickets(facts) + tranches(facts) + campuses(facts) + power(facts)
  }

  /// The part within which figures are the same but for rounding.
  private static let slack = 1.005
  /// Makers rate chips at the most that they ever draw: machines run at two thirds of that together.
  private static let nameplate = 1.5

  private static func tickets(_ facts: ReviewFacts) -> [ReviewFinding] {
    let dataset = facts.dataset
    return facts.snapshot.rounds.compactMap { row in
      if let price = row.postMoney, let amount = row.amount, price.currency == amount.currency,
        row.instrument == .equity, price.millions <= amount.millions
      {
        return facts.finding(
          row, "post_money_m", dataset.title(row),
          "is valued at \(dataset.words(price)) after it, no more than the money itself")
      }
      guard let amount = row.amount else { return nil }
      let tickets = facts.snapshot.investments(in: row.id).filter {
        $0.amount?.currency == amount.currency
      }
      let sum = tickets.reduce(0) { $0 + ($1.amountMillions ?? 0) }
      guard sum > amount.millions * slack else { return nil }
      return facts.finding(
        row, "amount_m", dataset.title(row),
        "has tickets of \(Wording.number(sum)) m \(amount.currency.word), more than the round",
        with: tickets.map(\.origin))
    }
  }

  private static func tranches(_ facts: ReviewFacts) -> [ReviewFinding] {
    let dataset = facts.dataset
    var parts: [ID<Round>: [Round]] = [:]
    for row in facts.snapshot.rounds where row.status != .withdrawn {
      if let whole = row.partOf { parts[whole, default: []].append(row) }
    }
    return facts.snapshot.rounds.compactMap { row in
      guard let parts = parts[row.id], let whole = row.amount else { return nil }
      let same = parts.filter { $0.amount?.currency == whole.currency }
      let sum = same.reduce(0) { $0 + ($1.amountMillions ?? 0) }
      guard sum > whole.millions * slack else { return nil }
      return facts.finding(
        row, "amount_m", dataset.title(row),
        "has parts of \(Wording.number(sum)) m \(whole.currency.word), more than the whole",
        with: same.map(\.origin))
    }
  }

  private static func campuses(_ facts: ReviewFacts) -> [ReviewFinding] {
    let dataset = facts.dataset
    struct Spot: Hashable {
      let operatedBy: ID<Organisation>
      let country: ID<Country>
      let city: String
    }
    var spots: [Spot: [Commitment]] = [:]
    for row in facts.snapshot.compute {
      guard let operatedBy = row.operatedBy, !row.city.isEmpty, row.megawatts != nil,
        row.status != .cancelled, row.status != .paused
      else { continue }
      let spot = Spot(
        operatedBy: operatedBy, country: row.country, city: dataset.string(row.city))
      spots[spot, default: []].append(row)
    }
    return facts.snapshot.compute.compactMap { row in
      guard let operatedBy = row.operatedBy, let whole = row.megawatts, isCampus(row) else {
        return nil
      }
      let spot = Spot(
        operatedBy: operatedBy, country: row.country, city: dataset.string(row.city))
      let parts = (spots[spot] ?? []).filter { $0.scope == .site && !isCampus($0) }
      let sum = parts.reduce(0) { $0 + ($1.megawatts ?? 0) }
      guard sum > whole * slack else { return nil }
      return facts.finding(
        row, "mw", dataset.string(row.name),
        "has \(Wording.number(whole)) MW, and what stands on it needs \(Wording.number(sum)) MW",
        with: parts.map(\.origin), stake: Stake(.megawatts, sum - whole))
    }
  }

  /// True if a row holds the power of others.
  private static func isCampus(_ row: Commitment) -> Bool {
    row.megawatts != nil
      && (row.scope == .programme || (row.scope == .site && row.accelerators == 0))
  }

  private static func power(_ facts: ReviewFacts) -> [ReviewFinding] {
    let dataset = facts.dataset
    return facts.snapshot.compute.compactMap { row in
      let watts = dataset.ids(row.chips).compactMap { dataset[$0].watts }
      guard let count = row.accelerators, let whole = row.megawatts, let least = watts.min(),
        watts.count == dataset.ids(row.chips).count, row.status != .cancelled
      else { return nil }
      let needed = Double(count) * least / 1e6
      guard needed > whole * nameplate else { return nil }
      return facts.finding(
        row, "mw", dataset.string(row.name),
        "has \(Wording.number(whole)) MW, and its accelerators alone are rated at "
          + "\(Wording.number(needed)) MW")
    }
  }
}
