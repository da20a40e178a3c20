import Dataset
import Insight

/// A request to the planner: the kind of the system, the country of use, the length of its
/// assessment. The country goes by its code, so that a request survives a reload of the data.
public struct PlanRequest: Hashable, Sendable {
  public let kind: SystemKind
  /// The code of the country where it is used; Germany, the largest market, unless given.
  public let country: String
  /// The least and greatest number of months that the conformity assessment takes.
  public let months: ClosedRange<Int>

  /// A request; a stand-alone high-risk system and six to twelve months unless given.
  public init(
    kind: SystemKind = .annexIII, country: String? = nil, months: ClosedRange<Int> = 6...12
  ) {
    self.kind = kind
    self.country = country ?? "DE"
    self.months = months
  }

  /// The steps away from the request, to either side: far more than anyone goes through by keys.
  private static let steps = Array(0...500) + Array(-499 ... -1)

  static let kindSteps = Choice(
    .kind, 0, among: steps,
    keys: [
      .next("b", help: "what the system is: the next kind", hint: "system"),
      .back("B", help: "what the system is: the kind before"),
    ])
  static let countrySteps = Choice(
    .country, 0, among: steps,
    keys: [
      .next("p", help: "where it is used: the next country", hint: "country"),
      .back("P", help: "where it is used: the country before"),
    ])
  static let monthSteps = Choice(
    .months, 0, among: steps,
    keys: [
      .next("+", "=", help: "an assessment longer by a month", hint: "months"),
      .back("-", "_", help: "shorter by a month"),
    ])

  /// The longest assessment that can be asked for.
  static let longest = 60

  /// The question as the keys have changed it; `nil` where the dataset has no country.
  func question(_ settings: Settings, in dataset: Dataset) -> Plan.Question? {
    let countries = PlanRequest.countries(of: dataset)
    guard let asked = dataset.country(country) ?? countries.first else { return nil }
    return Plan.Question(
      kind: stepped(kind, in: SystemKind.allCases, by: settings[PlanRequest.kindSteps]),
      country: stepped(asked, in: countries, by: settings[PlanRequest.countrySteps]),
      assessmentMonths: months(settings))
  }

  private func stepped<Value: Equatable>(_ value: Value, in all: [Value], by steps: Int) -> Value {
    guard let place = all.firstIndex(of: value) else { return value }
    let count = all.count
    return all[((place + steps) % count + count) % count]
  }

  /// A single number as soon as it is changed: of 6 to 12, longer is 9 and on, shorter 8 and less.
  private func months(_ settings: Settings) -> ClosedRange<Int> {
    let offset = settings[PlanRequest.monthSteps]
    guard offset != 0 else { return months }
    let middle = (months.lowerBound + months.upperBound) / 2
    let isRange = months.lowerBound < months.upperBound
    let wanted = middle + offset - (isRange && offset > 0 ? 1 : 0)
    let month = min(max(wanted, 0), PlanRequest.longest)
    return month...month
  }

  /// The countries that can be asked for: the members by code, then the EEA, Switzerland and the
  /// United Kingdom, where the Act does not bind.
  static func countries(of dataset: Dataset) -> [ID<Country>] {
    let order: [Bloc] = [.eu, .eea, .ch, .uk]
    return order.flatMap { bloc in
      dataset.countries.filter { $0.bloc == bloc }.map(\.id)
        .sorted { dataset.code($0) < dataset.code($1) }
    }
  }
}

extension PlanRequest {
  /// As it is kept: `annex-iii DE 6-12`.
  var name: String { "\(kind.rawValue) \(country) \(months.lowerBound)-\(months.upperBound)" }

  init?(name: String) {
    let words = name.split(separator: " ").map(String.init)
    guard words.count == 3, let kind = SystemKind(rawValue: words[0]) else { return nil }
    let months = words[2].split(separator: "-").compactMap { Int($0) }
    guard months.count == 2, months[0] >= 0, months[0] <= months[1],
      months[1] <= PlanRequest.longest
    else { return nil }
    self.init(kind: kind, country: words[1], months: months[0]...months[1])
  }
}

extension ClosedRange<Int> {
  /// The months in words: `9 months`, `6 to 12 months`.
  var monthsInWords: String {
    if lowerBound < upperBound { return "\(lowerBound) to \(upperBound) months" }
    return lowerBound == 1 ? "1 month" : "\(lowerBound) months"
  }
}
