import Dataset

extension Fact {
  /// A name that outlives a reload and a restart, such as `round:nscale-c`; `nil` for what has none: rows
  /// without an id, sums and problems.
  var name: String? {
    switch self {
    case .organisation(let slug): "company:\(slug)"
    case .country(let code): "country:\(code)"
    case .round(let slug): "round:\(slug)"
    case .commitment(let slug): "site:\(slug)"
    case .milestone(let slug): "milestone:\(slug)"
    case .claim(let slug): "claim:\(slug)"
    case .source(let slug): "source:\(slug)"
    case .model(let slug): "model:\(slug)"
    case .layer(let layer): "layer:\(layer.word)"
    case .step(let country, let step): "step:\(country):\(step.word)"
    case .investment, .valuation, .relation, .authority, .signatory, .sum, .problem: nil
    }
  }

  /// The fact of a name.
  init?(name: String) {
    let parts = name.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let rest = String(parts[1])
    switch parts[0] {
    case "company": self = .organisation(rest)
    case "country": self = .country(rest)
    case "round": self = .round(rest)
    case "site": self = .commitment(rest)
    case "milestone": self = .milestone(rest)
    case "claim": self = .claim(rest)
    case "source": self = .source(rest)
    case "model": self = .model(rest)
    case "layer":
      guard let layer = Layer(rest) else { return nil }
      self = .layer(layer)
    case "step":
      let halves = rest.split(separator: ":")
      guard halves.count == 2, let step = EnforcementStepKind(halves[1]) else { return nil }
      self = .step(country: String(halves[0]), step)
    default: return nil
    }
  }
}

extension World {
  /// Whether there is such a fact in the data, seen from this day.
  func knows(_ fact: Fact) -> Bool {
    switch fact {
    case .layer: true
    default: origin(of: fact) != nil
    }
  }

  /// What one means to watch when a fact is selected: the company of a round, the state of a step, a site
  /// itself; `nil` where a fact is about nothing in particular.
  func subject(of fact: Fact) -> Fact? {
    func organisation(_ id: ID<Organisation>?) -> Fact? {
      id.map { .organisation(dataset.slug($0)) }
    }
    switch fact {
    case .organisation, .country, .commitment, .milestone, .claim, .model, .source: return fact
    case .round(let slug): return organisation(row(ofRound: slug)?.company)
    case .step(let code, _): return .country(code)
    case .investment(let index):
      return organisation(row(dataset.investments, index)?.investor)
    case .valuation(let index): return organisation(row(dataset.valuations, index)?.company)
    case .relation(let index): return organisation(row(dataset.relations, index)?.from)
    case .authority(let index):
      return row(dataset.authorities, index).map { .country(dataset.code($0.country)) }
    case .signatory(let index):
      return organisation(row(dataset.signatories, index)?.organisation)
    case .sum(_, let facts) where facts.count == 1: return subject(of: facts[0])
    case .layer, .sum, .problem: return nil
    }
  }
}
