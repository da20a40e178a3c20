/// The pictures and tables of the Exposure screen, each with a question of its own.
public enum ExposureView: String, CaseIterable, Sendable {
  case graph, list, without, chokepoints, capacity, money, concentration, time, law

  /// The words of the command line, in the order of `v`.
  public static var words: [String] { allCases.map(\.rawValue) }

  /// The key that leads to it.
  var key: Character {
    switch self {
    case .graph: "R"
    case .list: "E"
    case .time: "O"
    case .without: "W"
    case .chokepoints: "B"
    case .capacity: "P"
    case .law: "D"
    case .money: "$"
    case .concentration: "I"
    }
  }

  /// A word or two for its tab.
  var title: String {
    switch self {
    case .graph: "graph"
    case .list: "exposed"
    case .time: "time"
    case .without: "without"
    case .chokepoints: "chokepoints"
    case .capacity: "capacity"
    case .law: "law"
    case .money: "money"
    case .concentration: "HHI"
    }
  }

  /// The title where all tabs need less room.
  var shortTitle: String {
    switch self {
    case .list: "list"
    case .chokepoints: "choke"
    default: title
    }
  }

  var help: String {
    switch self {
    case .graph: "the graph of reach"
    case .list: "organisations exposed, by what is at stake"
    case .time: "running, firm and announced compute over time, and the years in which more is due"
    case .without: "organisations in Europe that can compute without the target"
    case .chokepoints: "chokepoints: the loss if an organisation stops, the greatest first"
    case .capacity:
      "an operator's capacity by maker, customer and law, and the loss if a customer leaves"
    case .law: "operators, sites and tenants by the law that they answer to"
    case .money: "circles of money: investors in their own customers"
    case .concentration: "how concentrated each layer is (Herfindahl-Hirschman index)"
    }
  }
}
