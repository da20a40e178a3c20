import Testing

@testable import Charts

@Suite struct NumberFormatTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (286_600, "286,600"),
    (1_000_005, "1,000,005"), (-12_345, "−12,345"), (Int.min, "−9,223,372,036,854,775,808"),
  ])
  func integersInFull(value: Int, expected: String) {
    #expect(NumberFormat.integer(value) == expected)
  }

  @Test(arguments: [
    (564_321, "564,000"), (14.64, "14.6"), (14.0, "14"), (0.03249, "0.0325"), (99.95, "100"),
    (999.5, "1,000"), (0, "0"), (-0.0, "0"), (1e21, "1,000,000,000,000,000,000,000"),
    (-2.345, "−2.35"), (2.675, "2.68"), (1.005, "1.01"), (0.0000123456, "0.0000123"),
  ])
  func threeDigitsThatMatter(value: Double, expected: String) {
    #expect(NumberFormat.figure(value) == expected)
  }

  @Test func unknownIsADotAndNeverZero() {
    #expect(NumberFormat.figure(nil) == "·")
    #expect(NumberFormat.figure(.nan) == "·")
    #expect(NumberFormat.figure(.infinity) == "·")
    #expect(NumberFormat.fixed(nil, places: 2) == "·")
    #expect(NumberFormat.compact(nil) == "·")
    #expect(NumberFormat.money(millions: nil) == "·")
    #expect(NumberFormat.percent(nil) == "·")
    #expect(NumberFormat.delta(nil) == "·")
  }

  @Test(arguments: [
    (14_640, "$14.6 bn"), (433, "$433 m"), (0.5, "$0.5 m"), (999.6, "$1 bn"), (999.4, "$999 m"),
    (1_240_000, "$1.24 tn"), (0, "$0 m"), (-250, "−$250 m"),
  ])
  func moneyFromMillions(value: Double, expected: String) {
    #expect(NumberFormat.money(millions: value) == expected)
  }

  @Test func moneyInOtherCurrenciesAndScales() {
    #expect(NumberFormat.money(millions: 2_100, currency: "NOK") == "NOK 2.1 bn")
    #expect(NumberFormat.money(millions: 50, currency: "€") == "€50 m")
  }

  @Test func compactCounts() {
    #expect(NumberFormat.compact(950) == "950")
    #expect(NumberFormat.compact(564_321) == "564 k")
    #expect(NumberFormat.compact(999_600) == "1 M")
    #expect(NumberFormat.compact(1_240_000) == "1.24 M")
    #expect(NumberFormat.compact(-3_500_000_000) == "−3.5 bn")
  }

  @Test func sharesAreNeverRoundedToNothingOrAll() {
    #expect(NumberFormat.percent(0.844) == "84 %")
    #expect(NumberFormat.percent(0) == "0 %")
    #expect(NumberFormat.percent(0.0004) == "<1 %")
    #expect(NumberFormat.percent(0.9996) == ">99 %")
    #expect(NumberFormat.percent(1) == "100 %")
    #expect(NumberFormat.percent(0.844...0.968) == "84–97 %")
    #expect(NumberFormat.percent(0.841...0.844) == "84 %")
    #expect(NumberFormat.percent(0...1) == "0–100 %")
  }

  @Test func changesCarryTheirSign() {
    #expect(NumberFormat.delta(12) == "+12")
    #expect(NumberFormat.delta(-3.456) == "−3.46")
    #expect(NumberFormat.delta(0) == "0")
    #expect(NumberFormat.delta(362, unit: "d") == "+362 d")
    #expect(NumberFormat.days(1) == "1 day")
    #expect(NumberFormat.days(-362) == "−362 days")
    #expect(NumberFormat.shortDays(362, signed: true) == "+362 d")
  }

  @Test func slipsAreMonthsWhereThereAreMonths() {
    let planned = CivilDate(year: 2026, month: 8, day: 2).dayNumber
    let actual = CivilDate(year: 2027, month: 12, day: 2).dayNumber
    #expect(NumberFormat.shortSlip(from: planned, to: actual) == "+16 mo")
    #expect(NumberFormat.shortSlip(from: planned, to: planned + 23) == "+23 d")
    #expect(NumberFormat.shortSlip(from: actual, to: planned) == "−16 mo")
    #expect(NumberFormat.shortSlip(from: planned, to: planned - 1) == "−1 d")
  }

  /// Rounding to three digits moves a number by at most half a unit of the third digit.
  @Test func roundingStaysNear() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<2_000 {
      let value = Double.random(in: 1..<1_000_000, using: &random)
      let text = NumberFormat.figure(value).filter { $0 != "," }
      let shown = try #require(Double(text))
      #expect(abs(shown - value) <= value * 0.005, "\(value) shown as \(text)")
      let mattering = text.filter(\.isNumber).drop { $0 == "0" }
      #expect(mattering.reversed().drop { $0 == "0" }.count <= 3, "\(value) shown as \(text)")
    }
  }

  /// Fixed places agree with exact arithmetic on thousandths.
  @Test func fixedPlacesRoundHalfUp() {
    for thousandths in 0..<3_000 {
      let cents = (thousandths + 5) / 10
      let digits = cents % 100
      let expected =
        NumberFormat.integer(cents / 100) + "." + (digits < 10 ? "0" : "") + "\(digits)"
      #expect(NumberFormat.fixed(Double(thousandths) / 1_000, places: 2) == expected)
    }
  }
}
