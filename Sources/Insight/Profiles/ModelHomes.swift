import Dataset

/// Where a model was made.
public enum ModelHome: UInt8, Vocabulary {
  /// The Union, the EEA, Switzerland or the United Kingdom.
  case europe
  /// The United States.
  case us
  /// China.
  case china
  /// Anywhere else, or not known.
  case other

  /// The words of JSON.
  public static let words = ["europe", "us", "china", "other"]
}

/// The notable models of a year by home.
///
/// The dataset has every notable European model and only the frontier ones of the United States and
/// China, so these counts are no market shares; what may be compared is how open the models are and
/// whose chips they were trained on.
public struct ModelYear: Sendable {
  /// The models of one home.
  public struct Count: Hashable, Sendable {
    /// All of them.
    public var models = 0
    /// Those whose weights anyone may use.
    public var open = 0
    /// Those whose weights may be downloaded, though use is barred or capped.
    public var restricted = 0
    /// Those trained on NVIDIA's chips, where that is said.
    public var onNVIDIA = 0
    /// Those of which it is not said on whose chips they were trained.
    public var unknownChips = 0
  }

  /// The year.
  public let year: Int
  private let counts: [Count]

  /// The models of a home.
  public subscript(home: ModelHome) -> Count { counts[Int(home.rawValue)] }

  /// The models of every year from the first to the last one that has some.
  public static func all(in snapshot: Snapshot) -> [ModelYear] {
    let dataset = snapshot.dataset
    let nvidia = dataset.organisation("nvidia")
    let years = snapshot.models.map(\.date.year)
    guard let first = years.min(), let last = years.max() else { return [] }
    var counts = Array(
      repeating: [Count](repeating: Count(), count: ModelHome.allCases.count),
      count: last - first + 1)
    for model in snapshot.models {
      let home = Int(dataset.home(of: model).rawValue)
      let year = model.date.year - first
      counts[year][home].models += 1
      switch model.weights {
      case .open: counts[year][home].open += 1
      case .restricted: counts[year][home].restricted += 1
      case .closed: break
      }
      if model.trainedOn == nil {
        counts[year][home].unknownChips += 1
      } else if model.trainedOn == nvidia {
        counts[year][home].onNVIDIA += 1
      }
    }
    return counts.enumerated().map { ModelYear(year: first + $0.offset, counts: $0.element) }
  }
}

extension Dataset {
  /// Where a model was made, by the home of its developer.
  public func home(of model: Model) -> ModelHome {
    guard let country = self[model.developer].country else { return .other }
    switch jurisdiction(of: country) {
    case .eu27, .eea, .ch, .uk, .unstated: return .europe
    case .us: return .us
    case .other: return code(country) == "CN" ? .china : .other
    }
  }
}
