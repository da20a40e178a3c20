import Dataset

extension FactGraph {
  /// The graph of the dimension capital: investors' money in rounds.
  ///
  /// - A company depends on its rounds by their dollars; a round without a disclosed amount weighs
  ///   anything. Counted are rounds that raised money and have closed, none twice (`standing`).
  /// - Inside a round an investor whose amount is known has that share. The rest belongs to the
  ///   investors named without an amount and to others not named, in parts nobody tells. Each of
  ///   the named has 0 to the rest. A round that names nobody may be anybody's.
  /// - A company without a round of known amount has, next to its rounds, a rest that no row names.
  /// - An `invests-in` or `finances` relation that no known round of the company names has unknown
  ///   size. A company without rounds has, next to such relations, a rest that no row names.
  /// - Investors of investors are not followed.
  ///
  /// Example: of 1,700 ASML gave 1,300; NVIDIA and others took part. ASML has 0.76 of the round,
  /// NVIDIA 0 to 0.24, anyone not named 0.
  static func capital(_ snapshot: Snapshot, _ options: ExposureOptions) -> FactGraph {
    let dataset = snapshot.dataset
    let heads = GroupHeads(snapshot, options)
    var builder = FactGraphBuilder()
    var named: Set<Stake> = []
    var companies: [ID<Organisation>] = []
    var sized: Set<ID<Organisation>> = []
    for round in snapshot.rounds {
      let company = heads[round.company]
      let standing = snapshot.standing(of: round)
      let isContained = if case .contained = standing { true } else { false }
      let counts =
        standing == .counted || (standing == .announced && options.announced == .counted)
      guard counts || isContained else { continue }
      let investments = snapshot.investments(in: round.id)
      for investment in investments {
        named.insert(Stake(investor: heads[investment.investor], company: company))
      }
      guard counts else { continue }
      let dollars = dataset.dollars(round)?.millions
      companies.append(company)
      if dollars ?? 0 > 0 { sized.insert(company) }
      builder.add(
        .organisation(company), dependsOn: .round(round.id),
        dollars.map { .known($0) } ?? .unknown, FactRow(round))
      addInvestors(of: round, dollars, investments, heads, snapshot, &builder)
    }
    companies += addStakes(snapshot, options, heads, named, &builder)
    for company in companies where builder.depends(.organisation(company)) {
      if sized.insert(company).inserted { builder.addRest(of: .organisation(company)) }
    }
    return FactGraph(builder, dataset)
  }

  private struct Stake: Hashable {
    let investor: ID<Organisation>
    let company: ID<Organisation>
  }

  private static func addInvestors(
    of round: Round, _ dollars: Double?, _ investments: [Investment], _ heads: GroupHeads,
    _ snapshot: Snapshot, _ builder: inout FactGraphBuilder
  ) {
    if investments.isEmpty {
      builder.add(.round(round.id), dependsOn: .unnamed, .known(1), FactRow(round))
      return
    }
    let split = RoundSplit(of: round, dollars, investments, snapshot)
    for (investment, amount) in split.known {
      builder.add(
        .round(round.id), dependsOn: .investor(heads[investment.investor]), .known(amount),
        FactRow(investment))
    }
    guard split.rest != .known(0) else { return }
    builder.add(.round(round.id), dependsOn: .rest(round.id), split.rest, FactRow(round))
    for investment in split.open {
      builder.add(
        .rest(round.id), dependsOn: .investor(heads[investment.investor]), .unknown,
        FactRow(investment))
    }
    builder.add(
      .rest(round.id), dependsOn: split.open.isEmpty ? .unnamed : .others, .unknown,
      FactRow(round))
  }

  /// Adds the stakes that relations alone name; returns the companies they are in.
  private static func addStakes(
    _ snapshot: Snapshot, _ options: ExposureOptions, _ heads: GroupHeads, _ named: Set<Stake>,
    _ builder: inout FactGraphBuilder
  ) -> [ID<Organisation>] {
    var companies: [ID<Organisation>] = []
    for relation in snapshot.relations {
      guard relation.kind == .investsIn || relation.kind == .finances,
        relation.status == .active || options.announced == .counted
      else { continue }
      let stake = Stake(investor: heads[relation.from], company: heads[relation.to])
      if stake.investor == stake.company || named.contains(stake) { continue }
      companies.append(stake.company)
      builder.add(
        .organisation(stake.company), dependsOn: .investor(stake.investor), .unknown,
        FactRow(relation))
    }
    return companies
  }
}

/// The split of a round among its investors, as far as rows tell.
struct RoundSplit {
  /// Investors with an amount in millions of dollars, together no more than the round's.
  let known: [(investment: Investment, dollars: Double)]
  /// Investors without an amount.
  let open: [Investment]
  /// The rest of the round for the others; unknown where the round's amount is.
  let rest: DependencyGraph.Size

  /// The split of a round.
  ///
  /// Amounts of investors may add up to more than the round, as they are rounded or in several
  /// currencies. Then nothing is left and they share it in proportion.
  init(of round: Round, _ dollars: Double?, _ investments: [Investment], _ snapshot: Snapshot) {
    let dataset = snapshot.dataset
    var known: [(investment: Investment, dollars: Double)] = []
    var open: [Investment] = []
    for investment in investments {
      let amount = dataset.dollars(investment, in: round)?.millions
      if let amount { known.append((investment, amount)) } else { open.append(investment) }
    }
    self.open = open
    guard let dollars else {
      self.known = known
      rest = .unknown
      return
    }
    let sum = known.reduce(0) { $0 + $1.dollars }
    let scale = sum > dollars ? dollars / sum : 1
    self.known = known.map { ($0.investment, $0.dollars * scale) }
    let left = max(0, dollars - sum)
    // Less than a thousandth is the rounding of the figures, not money of somebody else.
    rest = left < dollars / 1_000 ? .known(0) : .known(left)
  }

  /// The share of a round of `dollars` that some of its investors gave: at least their tickets.
  ///
  /// If a named investor has no ticket, it may be anything of the rest.
  func share(
    of dollars: Double?, givenBy isAsked: (ID<Organisation>) -> Bool
  ) -> ShareInterval {
    let given = known.filter { isAsked($0.investment.investor) }.reduce(0) { $0 + $1.dollars }
    let isOpen = open.contains { isAsked($0.investor) }
    guard let dollars, dollars > 0 else { return isOpen || given > 0 ? .unknown : .none }
    let rest: Double = if case .known(let rest) = rest { rest } else { 0 }
    return ShareInterval(rounding: given / dollars, (given + (isOpen ? rest : 0)) / dollars)
  }
}
