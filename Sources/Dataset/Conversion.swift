/// An amount in millions of dollars. It is rounded to `Precision.millions` at once, so that written
/// groups add up to the written total.
public struct Dollars: Hashable, Sendable {
  public let millions: Double
  /// True if the figure comes from a reference rate, not from the source itself.
  public let isConverted: Bool

  /// The most millions that an amount may have, converted or not.
  static let mostMillions = 1e9

  init(millions: Double, isConverted: Bool) {
    self.millions = Precision.millions.rounded(millions)
    self.isConverted = isConverted
  }
}

extension Dataset {
  /// The reference rates of the nearest trading day up to a day; `nil` before the first rate.
  public func exchangeRate(on day: Day) -> ExchangeRate? {
    var low = 0
    var high = exchangeRates.count
    while low < high {
      let middle = (low + high) / 2
      if exchangeRates[middle].day <= day { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : exchangeRates[low - 1]
  }

  /// An amount in dollars at the reference rates of a day; `nil` where no rate is known.
  public func dollars(_ money: Money, on day: Day) -> Dollars? {
    if money.currency == .usd { return Dollars(millions: money.millions, isConverted: false) }
    guard let rate = exchangeRate(on: day) else { return nil }
    return Dollars(
      millions: money.millions / rate.perEuro(money.currency) * rate.usd, isConverted: true)
  }

  /// The day whose rates an amount of a row is converted at: the last day of its date, or the day on which
  /// its package was last revised, where that is earlier.
  public func rateDay(_ date: PartialDate, in origin: Origin) -> Day {
    date.known(revised: packages[Int(origin.package)].updated)
  }

  /// A round's amount in dollars: the source's own figure, else converted at the rate of its day.
  /// `nil` where the amount was not disclosed.
  public func dollars(_ round: Round) -> Dollars? {
    if let millions = round.usdMillions { return Dollars(millions: millions, isConverted: false) }
    return round.amount.flatMap { dollars($0, on: rateDay(round.date, in: round.origin)) }
  }

  /// An investor's part of a round in dollars; `nil` where it was not disclosed.
  ///
  /// A part in the round's currency is converted as a share of the round's amount, so both use one
  /// rate. A part in another currency is converted on the day of the round.
  public func dollars(_ investment: Investment, in round: Round) -> Dollars? {
    guard let own = investment.amount else { return nil }
    if let whole = round.amount, whole.currency == own.currency, whole.millions > 0,
      let dollars = dollars(round)
    {
      return Dollars(
        millions: dollars.millions * (own.millions / whole.millions),
        isConverted: dollars.isConverted)
    }
    return dollars(own, on: rateDay(round.date, in: round.origin))
  }

  /// A round's valuation after the money in dollars; `nil` where it was not disclosed.
  public func postMoneyDollars(_ round: Round) -> Dollars? {
    round.postMoney.flatMap { dollars($0, on: rateDay(round.date, in: round.origin)) }
  }

  public func dollars(_ valuation: Valuation) -> Dollars? {
    dollars(valuation.value, on: rateDay(valuation.date, in: valuation.origin))
  }
}
