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
    case .list: "everyone exposed, by what is at stake"
    case .time: "what ran, was firm and was announced over time, and what is due"
    case .without: "who in Europe can compute without the target"
    case .chokepoints: "what is lost with each organisation: the worst chokepoint first"
    case .capacity: "an operator's capacity by maker, customer and law; what each leaving costs"
    case .law: "whose operators stand under whose law for whose tenants"
    case .money: "circles of money: who invests in its own customer"
    case .concentration: "how concentrated each layer is (Herfindahl-Hirschman index)"
    }
  }
}
