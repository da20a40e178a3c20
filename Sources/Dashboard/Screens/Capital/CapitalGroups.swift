import Charts
import Dataset
import Insight

extension CapitalTotals {
  /// A tally as a bar in billions of dollars: money for shares, debt and grants apart, what is announced
  /// hollow unless it is counted.
  func bar(of tally: CapitalTally) -> BarValue {
    BarValue(
      parts: tally.isUndisclosed
        ? nil
        : [
          BarValue.Part(tally.sharesUSDMillions / 1000, style: .plain),
          BarValue.Part(tally.usdMillions(.debt) / 1000, style: .series(1), letter: "d"),
          BarValue.Part(tally.usdMillions(.grant) / 1000, style: .series(3), letter: "g"),
        ],
      possible: announced == .counted ? 0 : tally.announcedUSDMillions / 1000,
      possibleStyle: .dim)
  }

  /// An investor's own money in its rounds; `nil` for other groups.
  fileprivate func ownSum(of tally: CapitalTally, _ key: GroupKey?, _ parts: OwnParts?)
    -> OwnParts.Sum?
  {
    guard let parts, case .organisation(let investor)? = key else { return nil }
    return parts.sum(investor, in: tally.rounds)
  }

  /// An investor's own part of its rounds, in words; `nil` for other groups.
  fileprivate func ownPart(of tally: CapitalTally, _ key: GroupKey?, _ parts: OwnParts?) -> String?
  {
    guard let parts, case .organisation(let investor)? = key else { return nil }
    return parts.words(on: investor, in: tally.rounds)
  }

  /// The words on a tally: its rounds, or for those who lead the money of the rounds.
  fileprivate func note(on tally: CapitalTally, isTotal: Bool) -> String {
    if grouping == .lead, !isTotal {
      return tally.isUndisclosed
        ? "amounts undisclosed" : NumberFormat.money(millions: tally.usdMillions) + " in all"
    }
    return counted(tally.rounds.count, "round")
      + (tally.undisclosed > 0 ? ", \(tally.undisclosed) undisclosed" : "")
  }

  /// The rounds that name no investor, or no lead, in words: their row stands last, out of sight in a long
  /// list, and without them the groups seem to be the whole.
  fileprivate var namelessWords: String {
    guard !isAdditive, let tally = groups.first(where: { $0.key == .unknown })?.tally,
      !tally.rounds.isEmpty
    else { return "" }
    let noun = grouping == .lead ? "lead" : "investor"
    let money =
      tally.isUndisclosed ? "" : " (\(NumberFormat.money(millions: tally.usdMillions)))"
    return "; \(tally.rounds.count) of \(total.rounds.count)\(money) name no \(noun)"
  }

  /// The companies of an investor by layer; `nil` for other groups, and where there are none.
  fileprivate func layers(of tally: CapitalTally, in scope: InvestorScope, _ world: World)
    -> String?
  {
    guard !isAdditive else { return nil }
    let layers = world.layers(of: tally).filter { scope.asks(for: $0.layer) }
    guard !layers.isEmpty else { return nil }
    let all = layers.reduce(0) { $0 + $1.companies }
    return (all == 1 ? "1 company: " : "\(all) companies: ")
      + layers.map { "\($0.layer.word) \($0.companies)" }.joined(separator: ", ")
  }
}

/// A group of rounds with its sums.
private struct MoneyGroup: Sendable {
  let key: GroupKey?
  let label: String
  let tally: CapitalTally
  let scale: MoneyScale?
  /// The investor's own money; `nil` for other groups.
  let own: OwnParts.Sum?

  static let columns: [Column<MoneyGroup>] = [
    Column("key") { Reference(id: $0.key?.slug(in: $1.dataset) ?? "", name: $0.label) },
    Column("rounds") { group, _ in group.tally.rounds.count },
    Column("undisclosed") { group, _ in group.tally.undisclosed },
    Column("usd_m", .init("raised")) { group, _ in
      group.tally.isUndisclosed ? nil : Millions(group.tally.usdMillions)
    },
    Column("announced_usd_m", .init("announced")) { group, _ in
      Millions(group.tally.announcedUSDMillions)
    },
  ]

  /// The columns of an investor's own money.
  static let partColumns: [Column<MoneyGroup>] = [
    Column("own_part_usd_m", .init("own part")) { group, _ in
      group.own.flatMap { $0.known == 0 ? nil : Millions($0.usdMillions) }
    },
    Column("own_part_rounds", .init("own part known in")) { group, _ in group.own?.known },
  ]

  /// The columns of money by the size of a country.
  static let scaleColumns: [Column<MoneyGroup>] = [
    Column("usd_per_head", .init("per head")) { group, _ in group.scale?.perHead },
    Column("of_gdp", .init("of GDP")) { group, _ in group.scale?.ofProduct.map(Fraction.init) },
    Column("statistic_year", .init("year counted")) { group, _ in group.scale?.year },
  ]
}

extension GroupRows {
  /// The sums of rounds, of all groups or of the investors in some layers.
  init(
    _ totals: CapitalTotals, of groups: [CapitalTotals.Group]? = nil,
    scope: InvestorScope = .everyone, in world: World
  ) {
    let isLed = totals.grouping == .lead
    // A round counts whole for everybody in it; own parts stand in the words on each bar.
    let counted =
      totals.isAdditive
      ? "" : isLed ? ", rounds led" : ", rounds taken part in, counted whole"
    let parts = totals.isAdditive ? nil : OwnParts(world.snapshot, folding: totals.folding)
    // A fund is counted apart from its house here, and with it on the page of the house.
    let folded =
      totals.folding == .groups ? ", groups as one" : totals.isAdditive ? "" : ", each fund apart"
    let asked = scope.words.prefix(1).uppercased() + scope.words.dropFirst()
    if case .everyone = scope {
      title = "By \(totals.grouping.rawValue)"
    } else {
      title = "\(asked) · \(groups?.count ?? 0)"
    }
    let home = totals.grouping == .country ? ", the home of the company" : ""
    remark = counted + home + folded + totals.namelessWords
    unit = isLed ? "rounds" : "$ bn"
    name = "groups"
    hasTotal = true
    let scales = totals.grouping == .country ? world.scales : nil
    let figures =
      MoneyGroup.columns + (scales == nil ? [] : MoneyGroup.scaleColumns)
      + (parts == nil ? [] : MoneyGroup.partColumns)
    columns = figures.map {
      Field($0, untold: ["announced_usd_m", "statistic_year", "own_part_usd_m", "own_part_rounds"])
    }
    func row(_ label: String, _ tally: CapitalTally, _ key: GroupKey?) -> Row {
      let scaled = scales.map { MoneyScale(tally.usdMillions, key, $0) }
      let ownPart = totals.ownPart(of: tally, key, parts)
      let layers = key == nil ? nil : totals.layers(of: tally, in: scope, world)
      // Who asks for layers reads them first.
      let remarks = if case .everyone = scope { [ownPart, layers] } else { [layers, ownPart] }
      let words = [scaled?.words, totals.note(on: tally, isTotal: key == nil)] + remarks
      return Row(
        BarChart.Row(
          label,
          value: key == nil
            ? BarValue(parts: []) : isLed ? tally.barOfRounds : totals.bar(of: tally),
          figure: isLed
            ? NumberFormat.integer(tally.rounds.count)
            : tally.isUndisclosed
              ? NumberFormat.unknown : NumberFormat.fixed(tally.usdMillions / 1000, places: 2),
          note: words.compactMap(\.self).joined(separator: " · "),
          style: key == nil ? .strong : .plain),
        values: figures.values(
          of: MoneyGroup(
            key: key, label: label, tally: tally, scale: scaled,
            own: totals.ownSum(of: tally, key, parts)), in: world),
        rounds: tally.rounds + tally.announcedRounds, key: key,
        isApart: totals.grouping == .quarter && key.map(\.isYear) ?? false
          || !totals.isAdditive && key == .unknown, in: world)
    }
    let made =
      [row("All", totals.total, nil)]
      + (groups ?? totals.groups).map { group in
        // Nobody is no investor: those rounds stand last, under words of their own.
        let isNobody = !totals.isAdditive && group.key == .unknown
        let name = isNobody ? (isLed ? "no lead named" : "none named") : nil
        return row(name ?? group.key.name(in: world.dataset), group.tally, group.key)
      }
    // Rounds dated by a year alone are of no quarter: they follow the last bar, apart.
    let order = made.indices.filter { !made[$0].isApart } + made.indices.filter { made[$0].isApart }
    rows = order.map { made[$0] }
    places = order
  }
}

extension GroupKey {
  fileprivate var isYear: Bool {
    if case .year = self { return true }
    return false
  }
}

extension CapitalTally {
  /// The forms of the money raised for shares, as claims and rounds name them: `equity, safe`.
  var shareForms: String {
    let forms = [Instrument.equity, .safe, .ipo, .mixed].filter { usdMillions($0) > 0 }
    return forms.isEmpty ? Instrument.equity.word : forms.map(\.word).joined(separator: ", ")
  }

  /// The number of rounds as a bar, those announced hollow.
  fileprivate var barOfRounds: BarValue {
    let announced = Set(announcedRounds).subtracting(rounds).count
    return BarValue(
      parts: [BarValue.Part(Double(rounds.count), style: .plain)], possible: Double(announced),
      possibleStyle: .dim)
  }

  /// True if rounds were raised and none of them names an amount.
  fileprivate var isUndisclosed: Bool { undisclosed > 0 && undisclosed == rounds.count }
}
