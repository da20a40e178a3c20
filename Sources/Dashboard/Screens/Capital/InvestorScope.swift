import Dataset
import Insight

/// The investors shown: everyone, or those that are in several layers.
enum InvestorScope: Hashable, Sendable {
  case everyone
  case severalLayers
  case both(Layer, Layer)

  /// In the order of the key. Of two layers those stand first that the question of sovereignty turns on:
  /// who pays for the machines and for the models that run on them.
  static let all: [InvestorScope] = [
    .everyone, .severalLayers, .both(.infrastructure, .models), .both(.models, .applications),
    .both(.infrastructure, .applications), .both(.chips, .infrastructure), .both(.chips, .models),
  ]

  /// True if an investor in these layers is among them.
  func holds(_ layers: [Layer]) -> Bool {
    switch self {
    case .everyone: true
    case .severalLayers: layers.count > 1
    case .both(let one, let other): layers.contains(one) && layers.contains(other)
    }
  }

  /// True if a layer is asked for; without a question all are.
  func asks(for layer: Layer) -> Bool {
    if case .both(let one, let other) = self { layer == one || layer == other } else { true }
  }

  var words: String {
    switch self {
    case .everyone: "every investor"
    case .severalLayers: "investors in more than one layer"
    case .both(let one, let other): "investors in \(one.word) and \(other.word)"
    }
  }
}
