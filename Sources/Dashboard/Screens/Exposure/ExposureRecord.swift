import Dataset
import Insight

/// The exposure as data: the name of the view shown, and under keys of their own the exposed, the
/// chokepoints, the loss of a cut, those who can do without the target, circles of money,
/// concentration and capacity. A question without an answer has only the parts that do not depend
/// on it.
struct ExposureRecord: Encodable, Sendable {
  private let world: World
  private let report: ExposureReport?
  private let independence: Independence
  private let money: CircularMoney
  private let concentration: ConcentrationReport
  private let capacity: CapacityReport
  private let course: ComputeCourse
  private let law: LawMatrix
  private let view: ExposureView
  private let other: CutReport?

  private enum Key: String, CodingKey {
    case lostOther = "lost_other"
    case time, law
    case view, without, concentration, capacity
    case circularMoney = "circular_money"
  }

  init(_ facts: ExposureFacts, view: ExposureView) {
    self.view = view
    let (snapshot, options) = (facts.world.snapshot, facts.options)
    world = facts.world
    report = try? ExposureReport(
      of: snapshot, to: facts.question, in: facts.dimension,
      cutting: facts.cut?.scenario, options)
    other = facts.otherCut
    independence = Independence(of: snapshot, from: facts.supplier, options)
    money = CircularMoney(of: snapshot, options)
    concentration = ConcentrationReport(of: snapshot, options)
    capacity = CapacityReport(of: snapshot, options)
    course = ComputeCourse(of: snapshot, to: facts.target, options)
    law = LawMatrix(of: snapshot, options) { [world = facts.world] in
      world.shows(world.dataset[$0])
    }
  }

  func encode(to encoder: any Encoder) throws {
    // Every list holds whom the filter shows, as the tables of the screen do.
    let isShown = { (id: ID<Organisation>) in world.shows(world.dataset[id]) }
    try report?.encode(to: encoder, showing: isShown)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(view.rawValue, forKey: .view)
    try container.encodeIfPresent(other, forKey: .lostOther)
    try container.encode(independence.only(isShown), forKey: .without)
    try container.encode(money.only(isShown), forKey: .circularMoney)
    try container.encode(concentration.only(isShown), forKey: .concentration)
    try container.encode(capacity.only(isShown), forKey: .capacity)
    try container.encode(course, forKey: .time)
    try container.encode(law, forKey: .law)
  }
}
