extension Findings {
  /// Amounts without a currency, and the other way round.
  mutating func checkMoney() {
    for row in dataset.rounds {
      check(row, row.amountMillions, "amount_m", row.currency, "currency")
      check(
        row, row.postMoneyMillions, "post_money_m", row.postMoneyCurrency, "post_money_currency")
      if let dollars = row.usdMillions {
        if row.amountMillions == nil {
          note(.warning, row, "amount_usd_m", "is given without amount_m, the announced amount")
        } else if row.currency == .usd, row.amountMillions != dollars {
          note(
            .warning, row, "amount_usd_m",
            "found \(plain(dollars)), but amount_m is dollars too and has "
              + plain(row.amountMillions ?? 0))
        }
      }
    }
    for row in dataset.rounds {
      check(converted: dataset.dollars(row), row, "amount_m")
      check(converted: dataset.postMoneyDollars(row), row, "post_money_m")
    }
    for row in dataset.valuations { check(converted: dataset.dollars(row), row, "value_m") }
    for row in dataset.investments {
      check(row, row.amountMillions, "amount_m", row.currency, "currency")
    }
    for row in dataset.compute {
      check(row, row.capitalMillions, "capital_m", row.currency, "currency")
    }
    for row in dataset.models {
      if let active = row.activeBillions, let all = row.parametersBillions, active > all {
        note(
          .warning, row, "active_b", "found \(plain(active)), more than parameters_b \(plain(all))")
      }
    }
  }

  /// Amounts that are possible as they stand and impossible in dollars: one of the two is a slip.
  private mutating func check(
    converted dollars: Dollars?, _ row: some TableRow, _ column: String
  ) {
    guard let dollars, dollars.millions > Dollars.mostMillions else { return }
    note(
      .error, row, column,
      "comes to \(plain(dollars.millions)) millions of dollars at the rate of its day, expected at most "
        + "\(plain(Dollars.mostMillions)); correct the amount, or the rate in exchange_rates")
  }

  private mutating func check(
    _ row: some TableRow, _ amount: Double?, _ amountColumn: String, _ currency: Currency?,
    _ currencyColumn: String
  ) {
    if let amount, currency == nil {
      note(
        .error, row, amountColumn,
        "found \(plain(amount)) without \(currencyColumn); the amount is not used")
    } else if amount == nil, let currency {
      note(.warning, row, currencyColumn, "found \(currency.word) without \(amountColumn)")
    }
  }

  /// Days without rates, and amounts from before the first of them.
  mutating func checkRates() {
    let rates = dataset.exchangeRates
    for (earlier, later) in zip(rates, rates.dropFirst()) where later.day - earlier.day > 10 {
      note(
        .warning, later, "date",
        "found no rates for the \(later.day - earlier.day) days since \(earlier.day)")
    }
    guard let first = rates.first else { return }
    for row in dataset.rounds {
      guard let amount = row.amount, amount.currency != .usd, row.usdMillions == nil,
        dataset.rateDay(row.date, in: row.origin) < first.day
      else { continue }
      note(
        .warning, row, "amount_m",
        "cannot be converted to dollars, as the rates begin on \(first.day); "
          + "give amount_usd_m if a source has it")
    }
    for row in dataset.valuations {
      guard row.currency != .usd, dataset.rateDay(row.date, in: row.origin) < first.day else {
        continue
      }
      note(
        .warning, row, "value_m",
        "cannot be converted to dollars, as the rates begin on \(first.day)")
    }
  }
}
