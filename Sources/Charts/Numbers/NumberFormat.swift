/// Figures as people read them: `$14.6 bn`, `564,000`, `84–97 %`, `+16 months`.
///
/// At most three digits that matter unless asked otherwise, thousands separated, unknown is `·` and
/// never zero. The same bytes on every machine: no locale takes part. The few signs beyond ASCII
/// (`−`, `–`, `·`, `€`, `£`) have stand-ins in the ASCII form of a canvas.
public enum NumberFormat {
  public static let unknown = "·"

  /// An integer in full, thousands separated: `286,600`.
  public static func integer(_ value: Int) -> String {
    var digits = String(value.magnitude)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.append(digits.suffix(3))
      digits.removeLast(3)
    }
    let grouped = ([Substring(digits)] + groups.reversed()).joined(separator: ",")
    return (value < 0 ? "−" : "") + grouped
  }

  /// A figure as the whole number nearest to it, thousands separated: `286,600`. An endless figure
  /// is `·`.
  ///
  /// No figure is too large for it, as a figure may be for `Int(_:)`. This and `Int(nearest:)` are
  /// the two ways from figures of the data to whole numbers.
  public static func integer(_ value: Double) -> String {
    guard value.isFinite else { return unknown }
    if value.magnitude < 0x1p53 { return integer(Int(nearest: value)) }
    return Decimal(value)?.rounded(places: 0).text() ?? unknown
  }

  /// A number with at most `digits` digits that matter: `564,000`, `14.6`, `0.032`.
  ///
  /// Zeros that say nothing are dropped (`14`, not `14.0`). A missing or endless number is `·`.
  public static func figure(_ value: Double?, digits: Int = 3) -> String {
    guard let value, let decimal = Decimal(value) else { return unknown }
    return decimal.rounded(significant: digits).text()
  }

  /// A number with exactly `places` digits after the point: `14.60`, for columns that align.
  public static func fixed(_ value: Double?, places: Int) -> String {
    guard let value, let decimal = Decimal(value) else { return unknown }
    return decimal.rounded(places: places).text(places: places)
  }

  /// A count shortened for narrow places: `564 k`, `1.24 M`, `950`.
  public static func compact(_ value: Double?, digits: Int = 3) -> String {
    scaled(value, digits: digits, steps: [(1e9, " bn"), (1e6, " M"), (1e3, " k")], least: "")
  }

  /// Money given in millions: `$14.6 bn`, `$433 m`, `€0.5 m`, `NOK 2.1 bn`.
  ///
  /// `currency` is a sign (`$`) or a code (`NOK`, set off with a space); empty writes the bare amount.
  public static func money(
    millions value: Double?,
    currency: String = "$",
    digits: Int = 3
  ) -> String {
    guard let value, value.isFinite else { return unknown }
    let amount = scaled(
      value.magnitude, digits: digits, steps: [(1e6, " tn"), (1e3, " bn")], least: " m")
    let isCode = currency.utf8.count > 1 && currency.utf8.allSatisfy { $0 < 0x80 && $0 > 0x40 }
    return (value < 0 ? "−" : "") + currency + (isCode ? " " : "") + amount
  }

  /// A share of 0...1 as `84 %`.
  ///
  /// A share of not quite nothing is `<1 %`, of not quite all `>99 %`: rounding must neither
  /// deny a dependence nor make it total.
  public static func percent(_ share: Double?) -> String {
    guard let share, share.isFinite else { return unknown }
    return wholePercent(share) + " %"
  }

  /// Shares of 0...1 from what is documented to what is possible: `84–97 %`, or `84 %` where both
  /// read the same. Next to another figure a share of not quite nothing or not quite all is a figure
  /// too. It has a digit after the point: `99–99.8 %` and never `99–>99 %`.
  public static func percent(_ shares: ClosedRange<Double>) -> String {
    let whole = (wholePercent(shares.lowerBound), wholePercent(shares.upperBound))
    guard whole.0 != whole.1 else { return whole.0 + " %" }
    return interval(finePercent(shares.lowerBound), finePercent(shares.upperBound)) + " %"
  }

  /// Two bounds as `84–97`, or one figure where both read the same.
  public static func interval(_ low: String, _ high: String) -> String {
    low == high ? low : low + "–" + high
  }

  /// A change with its sign: `+12`, `−3.5`, `0`. `unit` follows after a space, if any.
  public static func delta(_ value: Double?, digits: Int = 3, unit: String = "") -> String {
    guard let value, let decimal = Decimal(value) else { return unknown }
    let rounded = decimal.rounded(significant: digits)
    let sign = rounded.isNegative || rounded.digits.isEmpty ? "" : "+"
    return sign + rounded.text() + (unit.isEmpty ? "" : " " + unit)
  }

  /// A number of days in words: `1 day`, `362 days`.
  public static func days(_ count: Int) -> String {
    integer(count) + (count.magnitude == 1 ? " day" : " days")
  }

  /// A number of days in the short form of tables and marks: `362 d`; with `signed`, `+362 d`.
  public static func shortDays(_ count: Int, signed: Bool = false) -> String {
    (signed && count > 0 ? "+" : "") + integer(count) + " d"
  }

  /// The slip in the few cells next to a mark: `+16 mo`, `+23 d`.
  public static func shortSlip(from planned: Int, to actual: Int) -> String {
    let months = CivilDate.wholeMonths(from: planned, to: actual)
    guard months.magnitude >= 2 else { return shortDays(actual - planned, signed: true) }
    return (months > 0 ? "+" : "") + integer(months) + " mo"
  }

  /// A share in whole per cent, but for one of not quite nothing or all, which keeps a tenth.
  private static func finePercent(_ share: Double) -> String {
    let whole = wholePercent(share)
    guard whole == "<1" || whole == ">99" else { return whole }
    let text = fixed(min(max(share * 100, 0.1), 99.9), places: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func wholePercent(_ share: Double) -> String {
    if share > 0, share < 0.01 { return "<1" }
    if share > 0.99, share < 1 { return ">99" }
    return Decimal(share * 100)?.rounded(places: 0).text() ?? unknown
  }

  /// Writes a value in the largest step it reaches once rounded, so that 999.6 m reads `1 bn`.
  private static func scaled(
    _ value: Double?,
    digits: Int,
    steps: [(size: Double, suffix: String)],
    least: String
  ) -> String {
    guard let value, let decimal = Decimal(value) else { return unknown }
    for step in steps {
      guard let rounded = Decimal(value / step.size)?.rounded(significant: digits) else { continue }
      if rounded.exponent >= 1 { return rounded.text() + step.suffix }
    }
    return decimal.rounded(significant: digits).text() + least
  }
}
