import Insight

/// The exposure as data, with the chokepoints and what a cut takes, who can do without the target,
/// circles of money, concentration and capacity; nothing where the question has no answer.
struct ExposureRecord: Encodable, Sendable {
  private let report: ExposureReport?
  private let independence: Independence
  private let money: CircularMoney
  private let concentration: ConcentrationReport
  private let capacity: CapacityReport

  private enum Key: String, CodingKey {
    case without, concentration, capacity
    case circularMoney = "circular_money"
  }

  init(_ facts: ExposureFacts) {
    let (snapshot, options) = (facts.world.snapshot, facts.options)
    report = try? ExposureReport(
      of: snapshot, to: facts.question, in: facts.dimension,
      cutting: facts.cut.map { ($0.target, $0.fraction) }, options)
    independence = Independence(of: snapshot, from: facts.supplier, options)
    money = CircularMoney(of: snapshot, options)
    concentration = ConcentrationReport(of: snapshot, options)
    capacity = CapacityReport(of: snapshot, options)
  }

  func encode(to encoder: any Encoder) throws {
    try report?.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(independence, forKey: .without)
    try container.encode(money, forKey: .circularMoney)
    try container.encode(concentration, forKey: .concentration)
    try container.encode(capacity, forKey: .capacity)
  }
}
