import Dataset

public enum ModelHome: UInt8, Vocabulary {
  /// The Union, the EEA, Switzerland or the United Kingdom.
  case europe
  case us
  case china
  /// Anywhere else, or not known.
  case other

  public static let words = ["europe", "us", "china", "other"]
}

/// The notable models of a home, and their reach.
///
/// The dataset has every notable European model and only the frontier models of the United States
/// and China. So their counts are no market shares. The openness of the models and the makers of
/// their chips may be compared, as may the largest model with open weights and the largest training
/// cluster.
public struct ModelFrontier: Sendable {
  public struct Count: Hashable, Sendable {
    public var models = 0
    /// Those whose weights anyone may use.
    public var open = 0
    /// Those whose weights may be downloaded, though use is barred or capped.
    public var restricted = 0
    /// Those trained on NVIDIA's chips, where that is said.
    public var onNVIDIA = 0
    /// Those of which it is not said on whose chips they were trained.
    public var unknownChips = 0

    mutating func add(_ model: Model, nvidia: ID<Organisation>?) {
      models += 1
      switch model.weights {
      case .open: open += 1
      case .restricted: restricted += 1
      case .closed: break
      }
      if model.trainedOn == nil {
        unknownChips += 1
      } else if model.trainedOn == nvidia {
        onNVIDIA += 1
      }
    }
  }

  public let home: ModelHome
  /// All of them, the latest first.
  public let models: [Model]
  /// Those by who may use the weights.
  public let count: Count
  /// The models with downloadable weights that were larger than all before, by date: a step line.
  public let largest: [Model]
  /// The model that was trained on the most accelerators, where some say on how many.
  public let largestCluster: Model?

  /// Europe, the United States and China, in this order, as of the snapshot's day.
  public static func all(in snapshot: Snapshot) -> [ModelFrontier] {
    let nvidia = snapshot.dataset.focus
    return [ModelHome.europe, .us, .china].map { home in
      ModelFrontier(
        home, snapshot.models.filter { snapshot.dataset.home(of: $0) == home }, nvidia: nvidia)
    }
  }

  private init(_ home: ModelHome, _ models: [Model], nvidia: ID<Organisation>?) {
    self.home = home
    self.models = models.latestFirst(\.date)
    var count = Count()
    for model in models { count.add(model, nvidia: nvidia) }
    self.count = count
    var largest: [Model] = []
    for model in self.models.reversed() where model.weights != .closed {
      guard let size = model.parametersBillions else { continue }
      if size > largest.last?.parametersBillions ?? 0 { largest.append(model) }
    }
    self.largest = largest
    largestCluster = models.filter { $0.trainingAccelerators != nil }
      .max { ($0.trainingAccelerators ?? 0) < ($1.trainingAccelerators ?? 0) }
  }
}

extension Dataset {
  /// The home of a model, by that of its developer.
  public func home(of model: Model) -> ModelHome { home(of: model.developer) }

  /// The home of an organisation's models.
  public func home(of developer: ID<Organisation>) -> ModelHome {
    guard let country = self[developer].country else { return .other }
    switch jurisdiction(of: country) {
    case .eu27, .eea, .ch, .uk, .unstated: return .europe
    case .us: return .us
    case .other: return code(country) == "CN" ? .china : .other
    }
  }
}
