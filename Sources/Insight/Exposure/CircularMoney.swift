import Dataset

/// A kind of flow from an organisation to another.
public enum MoneyFlow: UInt8, Vocabulary, Comparable {
  /// Money as an investment or a loan: an investor funds a company.
  case funds
  /// Money for something bought: a customer or tenant pays a supplier, operator or landlord.
  case pays
  /// A sale to the company's own investor: the other side of `pays`, told only where the investor
  /// is the customer.
  case serves

  public static let words = ["funds", "pays", "serves"]

  /// In the order of the cases.
  public static func < (left: MoneyFlow, right: MoneyFlow) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// One step of a circle of money.
public struct MoneyStep: Sendable {
  public let from: ID<Organisation>
  public let to: ID<Organisation>
  public let flow: MoneyFlow
  /// The disclosed amounts of funding by this investor, in millions of dollars; `nil` where no row
  /// discloses an amount. Rounds with others are not counted whole.
  public internal(set) var usdMillions: Double?
  /// The number of rounds the investor took part in without an amount of its own.
  public internal(set) var undisclosed = 0
  /// The accelerators bought or rented, where rows count them.
  public internal(set) var accelerators: Int?
  /// The compute bought or rented in the unit asked for; `nil` where no site stands behind it.
  public internal(set) var bought: SizeSum?
  /// The date of the earliest row, also of those that a later row of the same thing replaced.
  public internal(set) var first: PartialDate
  /// The date of the latest row.
  public internal(set) var last: PartialDate
  /// True if every row is an announcement.
  public internal(set) var isAnnounced: Bool
  public internal(set) var evidence: Evidence
}

/// A circle in which money that an investor gives comes back to it.
///
/// It starts with a step of funding: NVIDIA funds Nscale, Nscale buys from NVIDIA. In a circle of two the
/// investor may also be the customer: ASML funds Mistral, Mistral serves ASML.
public struct MoneyCircle: Sendable {
  /// The steps, each starting where the last ends.
  public let steps: [MoneyStep]
}

/// The circles of money known on a day: an investor who is also supplier, landlord or customer of a
/// company it funds, directly or over others.
///
/// Funding is taken from investments in rounds that raised money, and from `invests-in` and
/// `finances`. Contained rounds are included, since a share in a part is a share. Paying is taken
/// from `supplies`, `customer-of`, `hosts` and from commitments. The customer of a commitment pays
/// the operator, and the operator pays the maker of the chips. Paying backwards, from supplier to
/// customer, closes a circle only with the customer's own funding.
public struct CircularMoney: Sendable {
  let dataset: Dataset
  public let asOf: Day
  /// The unit of what is bought or rented.
  public let unit: ComputeUnit
  /// The circles: shorter first, then by the ids along them.
  public private(set) var circles: [MoneyCircle]

  /// The circles of a snapshot with at most `length` steps.
  public init(
    of snapshot: Snapshot, upTo length: Int = 3, _ options: ExposureOptions = ExposureOptions()
  ) {
    dataset = snapshot.dataset
    asOf = snapshot.day
    unit = options.unit
    let steps = MoneySteps(snapshot, options)
    let members = steps.organisations.map { (id: $0, slug: snapshot.dataset.slug($0)) }
      .sorted { $0.slug < $1.slug }.map(\.id)
    let place = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    let graph = KindedGraph<MoneyFlow>(
      nodeCount: members.count,
      edges: steps.found.keys.compactMap { key in
        guard let from = place[key.from], let to = place[key.to] else { return nil }
        return KindedGraph<MoneyFlow>.Edge(from: from, to: to, kind: key.flow)
      })
    let found = graph.cycles(upTo: length) { kinds in
      kinds.contains(.funds) && kinds.contains { $0 != .funds }
        && (!kinds.contains(.serves) || kinds.count == 2)
    }
    circles = found.compactMap { circle in
      guard let start = circle.firstIndex(where: { $0.kind == .funds }) else { return nil }
      let turned = circle[start...] + circle[..<start]
      return MoneyCircle(
        steps: turned.compactMap { edge in
          steps.step(
            MoneySteps.Key(from: members[edge.from], to: members[edge.to], flow: edge.kind))
        })
    }
  }
}

extension CircularMoney {
  /// The same of the circles in which some organisation has a part (the filter).
  public func only(_ isWanted: (ID<Organisation>) -> Bool) -> CircularMoney {
    var money = self
    money.circles = circles.filter { $0.steps.contains { isWanted($0.from) } }
    return money
  }
}

extension CircularMoney: JSONConvertible {
  /// The circles, each a list of steps. The goods of a step are in `unit`, and `unsized` counts the
  /// sites that it leaves out.
  public var json: JSON {
    [
      "as_of": asOf, "unit": unit.rawValue,
      "circles": circles.map { circle in
        circle.steps.map { step -> JSON in
          [
            "from": dataset.slug(step.from), "to": dataset.slug(step.to), "flow": step.flow,
            "usd_m": step.usdMillions, "undisclosed": step.undisclosed,
            "accelerators": step.accelerators, "size": step.bought?.size.ends,
            "unsized": step.bought?.unsized ?? 0, "first": step.first, "last": step.last,
            "announced": step.isAnnounced, "sources": step.evidence.slugs(in: dataset),
          ]
        }
      },
    ]
  }
}
