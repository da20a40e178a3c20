import Dataset

extension Fact {
  /// A name that outlives a reload and a restart, such as `round:nscale-c`. `nil` for what has none: rows
  /// without an id, sums and problems.
  var name: String? {
    switch self {
    case .row(let table, let key):
      Entity.of(table)?.word.flatMap { word in key.name.map { "\(word):\($0)" } }
    case .layer(let layer): "layer:\(layer.word)"
    case .sum, .problem: nil
    }
  }

  init?(name: String) {
    let parts = name.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let (word, rest) = (String(parts[0]), String(parts[1]))
    if word == "layer" {
      guard let layer = Layer(rest) else { return nil }
      self = .layer(layer)
    } else if let entity = Entity.all.first(where: { $0.word == word }),
      let key = Key(name: rest, in: entity.table)
    {
      self = .row(entity.table, key)
    } else {
      return nil
    }
  }
}

extension Fact.Key {
  /// The key as it is written after the word of its kind; `nil` where a reload may change it.
  fileprivate var name: String? {
    switch self {
    case .id(let id): id
    case .step(let country, let step): "\(country):\(step.word)"
    case .number: nil
    }
  }

  fileprivate init?(name: String, in table: TableName) {
    guard table == .enforcement else {
      self = .id(name)
      return
    }
    let halves = name.split(separator: ":")
    guard halves.count == 2, let step = EnforcementStepKind(halves[1]) else { return nil }
    self = .step(country: String(halves[0]), step)
  }
}
