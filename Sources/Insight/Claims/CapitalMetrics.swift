import Dataset

extension MetricReckoning {
  private struct Sum {
    var millions = 0.0
    var rows = 0
    var unknown = 0
    var converted = 0
    var evidence = Evidence()
  }

  private func sum(_ rounds: some Sequence<Round>) -> Sum {
    var sum = Sum()
    for round in rounds {
      sum.evidence.add(evidence(round))
      guard let dollars = dataset.dollars(round) else {
        sum.unknown += 1
        continue
      }
      sum.millions += dollars.millions
      sum.rows += 1
      if dollars.isConverted { sum.converted += 1 }
    }
    return sum
  }

  private func usd(_ millions: Double) -> String { "USD " + Wording.number(millions) + " m" }

  private func words(_ sum: Sum) -> String {
    let converted =
      sum.converted == 0 ? "" : ", \(sum.converted) of them converted at the rate of the day"
    return usd(sum.millions) + " from " + Wording.count(sum.rows, "round") + converted
      + beside(sum.unknown, "an amount")
  }

  private func names(_ instruments: Set<Instrument>) -> String {
    Instrument.allCases.filter(instruments.contains).map(\.word).joined(separator: ", ")
  }

  /// Closed, of one of the instruments, and not inside a round that is known by then.
  private func counts(_ round: Round, _ instruments: Set<Instrument>) -> Bool {
    round.status == .closed && instruments.contains(round.instrument)
      && !snapshot.isContained(round)
  }

  private func isEuropean(_ company: ID<Organisation>) -> Bool {
    dataset[company].country.map { dataset[$0].bloc != .other } ?? false
  }

  // MARK: Single rounds

  func roundAmount(_ ids: [ID<Round>]) -> Finding {
    let rounds = ids.compactMap { snapshot.round($0) }
    let sum = sum(rounds)
    let missing = ids.count - rounds.count
    guard sum.rows > 0 else {
      return rounds.isEmpty
        ? unknown("the round") : Finding(.nothing, "the amount was not disclosed", sum.evidence)
    }
    let parts = rounds.count == 1 ? title(rounds[0]) + ": " : ""
    return Finding(
      .exactly(sum.millions), unknown: sum.unknown + missing,
      parts + words(sum) + (missing == 0 ? "" : "; \(missing) not known on \(snapshot.day)"),
      sum.evidence)
  }

  func newMoney(_ id: ID<Round>) -> Finding {
    guard let round = snapshot.round(id) else { return unknown("the round") }
    let parts = snapshot.rounds.filter { $0.partOf == id && $0.status != .withdrawn }
    var evidence = evidence(round)
    let inside = sum(parts)
    evidence.add(inside.evidence)
    guard let whole = dataset.dollars(round) else {
      return Finding(.nothing, "the amount was not disclosed", evidence)
    }
    return Finding(
      .exactly(whole.millions - inside.millions), unknown: inside.unknown,
      "\(title(round)): \(usd(whole.millions)) less \(usd(inside.millions)) of "
        + Wording.count(parts.count, "earlier round") + " inside it"
        + beside(inside.unknown, "an amount"), evidence)
  }

  func roundDate(_ id: ID<Round>) -> Finding {
    guard let round = snapshot.round(id) else { return unknown("the round") }
    return Finding(.date(round.date), "\(title(round)): dated \(round.date)", evidence(round))
  }

  func postMoney(_ id: ID<Round>) -> Finding {
    guard let round = snapshot.round(id) else { return unknown("the round") }
    guard let (millions, words, evidence) = valuation(after: round) else {
      return Finding(.nothing, "\(title(round)): no valuation is known", evidence(round))
    }
    return Finding(.exactly(millions), "\(title(round)): \(words)", evidence)
  }

  func preMoney(_ id: ID<Round>) -> Finding {
    guard let round = snapshot.round(id) else { return unknown("the round") }
    guard let (millions, words, rows) = valuation(after: round) else {
      return Finding(.nothing, "\(title(round)): no valuation is known", evidence(round))
    }
    guard let amount = dataset.dollars(round) else {
      return Finding(.nothing, "\(title(round)): no amount is known", evidence(round))
    }
    var evidence = rows
    evidence.add(self.evidence(round))
    return Finding(
      .exactly(millions - amount.millions),
      "\(title(round)): \(words), less the amount of \(usd(amount.millions))", evidence)
  }

  /// The row's own valuation, else the best of those of the same company and date.
  private func valuation(after round: Round) -> (Double, String, Evidence)? {
    if let dollars = dataset.postMoneyDollars(round) {
      return (dollars.millions, "\(usd(dollars.millions)) post-money", evidence(round))
    }
    let rows = snapshot.valuations.filter {
      $0.company == round.company && $0.date == round.date && $0.basis == .postMoney
    }
    let best = rows.enumerated().min { left, right in
      (left.element.confidence.rawValue, left.offset)
        < (right.element.confidence.rawValue, right.offset)
    }?.element
    guard let best, let dollars = dataset.dollars(best) else { return nil }
    let others = rows.filter { $0.origin != best.origin }.map {
      "\(Wording.number($0.millions)) \($0.confidence.word)"
    }
    var evidence = Evidence(best.origin, dataset.ids(best.sources))
    for row in rows { evidence.add(row.origin, dataset.ids(row.sources)) }
    let beside = others.isEmpty ? "" : "; other rows: " + others.joined(separator: ", ")
    return (
      dollars.millions, "\(usd(dollars.millions)) post-money (\(best.confidence.word))\(beside)",
      evidence
    )
  }

  func roundRank(_ id: ID<Round>, _ instruments: Set<Instrument>) -> Finding {
    guard let round = snapshot.round(id) else { return unknown("the round") }
    guard let own = dataset.dollars(round) else {
      return Finding(.nothing, "the amount was not disclosed", evidence(round))
    }
    var larger: [(round: Round, millions: Double)] = []
    var (others, undisclosed) = (0, 0)
    for other in snapshot.rounds
    where other.id != id && counts(other, instruments) && isEuropean(other.company) {
      others += 1
      guard let dollars = dataset.dollars(other) else {
        undisclosed += 1
        continue
      }
      if dollars.millions > own.millions { larger.append((other, dollars.millions)) }
    }
    larger.sort {
      ($0.millions, dataset.slug($1.round.id)) > ($1.millions, dataset.slug($0.round.id))
    }
    var evidence = evidence(round)
    for other in larger { evidence.add(self.evidence(other.round)) }
    let ahead = larger.prefix(3).map { "\(title($0.round)) \(usd($0.millions))" }
    return Finding(
      .exactly(Double(larger.count + 1)), unknown: undisclosed,
      "\(usd(own.millions)) among \(Wording.count(others + 1, "round")) (\(names(instruments))) of European AI "
        + "companies up to \(snapshot.day)"
        + (ahead.isEmpty ? "" : "; larger: " + ahead.joined(separator: ", "))
        + beside(undisclosed, "an amount"), evidence)
  }

  func ageAtRound(_ id: ID<Round>) -> Finding {
    guard let round = snapshot.round(id) else { return unknown("the round") }
    let company = dataset[round.company]
    var evidence = evidence(round)
    evidence.add(company.origin, dataset.ids(company.sources))
    guard let founded = company.founded else {
      return Finding(
        .nothing, "when \(dataset.name(company.id)) was founded is not known", evidence)
    }
    let low = MetricReckoning.months(from: founded.lastDay, to: round.date.firstDay)
    let high = MetricReckoning.months(from: founded.firstDay, to: round.date.lastDay)
    return Finding(
      .figure(low: max(0, low), high: high),
      "from the founding (\(founded)) to \(title(round)) (\(round.date))", evidence)
  }

  // MARK: Sums

  func raised(
    _ companies: [ID<Organisation>], _ instruments: Set<Instrument>, _ when: String,
    _ isIn: (PartialDate) -> Bool
  ) -> Finding {
    let wanted = Set(companies)
    return raised(
      snapshot.rounds.filter {
        wanted.contains($0.company) && isIn($0.date) && counts($0, instruments)
      }, companies.map { dataset.name($0) }.joined(separator: " and "), instruments, when)
  }

  func raisedTotal(_ quarter: Quarter, _ instruments: Set<Instrument>) -> Finding {
    raised(
      snapshot.rounds.filter {
        quarter.contains($0.date) && isEuropean($0.company) && counts($0, instruments)
      }, "European companies", instruments, "in \(quarter)")
  }

  private func raised(
    _ rounds: [Round], _ who: String, _ instruments: Set<Instrument>, _ when: String
  ) -> Finding {
    let sum = sum(rounds)
    guard sum.rows > 0 else {
      return Finding(
        .nothing, unknown: sum.unknown,
        "\(who), \(names(instruments)), \(when): no amount is known"
          + beside(sum.unknown, "an amount"),
        sum.evidence)
    }
    return Finding(
      .exactly(sum.millions), unknown: sum.unknown,
      "\(who), \(names(instruments)), \(when): \(words(sum))", sum.evidence)
  }

  // MARK: Investors

  private static let shareholding: Set<Instrument> = [.equity, .safe, .mixed, .ipo]

  func investedIn(_ company: ID<Organisation>, _ investors: [ID<Organisation>]) -> Finding {
    let parts = parts { $0.company == company }
    return took(part: parts, of: investors, in: dataset.name(company)) { investor, part in
      belongs(part.investment.investor, to: investor)
    }
  }

  func holdings(_ investor: ID<Organisation>, _ companies: [ID<Organisation>]) -> Finding {
    let wanted = Set(companies)
    let parts = parts { wanted.contains($0.company) }
      .filter { belongs($0.investment.investor, to: investor) }
    return took(part: parts, of: companies, in: dataset.name(investor) + "'s holdings") {
      company, part in part.round.company == company
    }
  }

  private typealias Part = (round: Round, investment: Investment)

  private func parts(_ isWanted: (Round) -> Bool) -> [Part] {
    snapshot.rounds.filter {
      $0.status == .closed && MetricReckoning.shareholding.contains($0.instrument) && isWanted($0)
    }.flatMap { round in snapshot.investments(in: round.id).map { (round, $0) } }
  }

  private func took(
    part parts: [Part], of wanted: [ID<Organisation>], in whom: String,
    _ matches: (ID<Organisation>, Part) -> Bool
  ) -> Finding {
    var evidence = Evidence()
    var found: [ID<Organisation>] = []
    for id in wanted {
      let own = parts.filter { matches(id, $0) }
      if !own.isEmpty { found.append(id) }
      for part in own {
        evidence.add(part.investment.origin, dataset.ids(part.investment.sources))
      }
    }
    let missing = wanted.filter { !found.contains($0) }.map { dataset.name($0) }
    return Finding(
      .organisations(found),
      "\(found.count) of \(wanted.count) in \(whom)"
        + (missing.isEmpty ? "" : "; no row for " + missing.joined(separator: ", ")), evidence)
  }

  func home(_ id: ID<Organisation>) -> Finding {
    let row = dataset[id]
    let evidence = Evidence(row.origin, dataset.ids(row.sources))
    guard let country = row.country else {
      return Finding(.nothing, "the home of \(dataset.name(id)) is not known", evidence)
    }
    let city = dataset.string(row.city)
    return Finding(
      .country(country),
      "head office in " + (city.isEmpty ? "" : city + ", ") + dataset.name(country),
      evidence)
  }
}
