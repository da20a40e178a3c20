import Dataset
import Insight

extension World {
  public func title(of fact: Fact) -> String {
    switch fact {
    case .row(let table, let key): Entity.of(table)?.title(key, self) ?? table.word
    case .layer(let layer): "Layer: \(layer.word)"
    case .sum(let title, _): title
    case .problem(let problem): problem.message
    }
  }

  /// The sources a fact rests on, each once, in the order of the rows.
  public func sources(of fact: Fact) -> [ID<Source>] {
    var seen: Set<ID<Source>> = []
    return rawSources(of: fact).filter { seen.insert($0).inserted }
  }

  private func rawSources(of fact: Fact) -> [ID<Source>] {
    switch fact {
    case .row(let table, let key): Entity.of(table)?.sources(key, self) ?? []
    case .sum(_, let facts): facts.flatMap(rawSources)
    case .layer, .problem: []
    }
  }

  /// The place of a fact that is one row: of a ledger the latest.
  public func origin(of fact: Fact) -> Origin? {
    guard case .row(let table, let key) = fact else { return nil }
    return Entity.of(table)?.origin(key, self)
  }

  public func page(of fact: Fact) -> Page? {
    switch fact {
    case .row(let table, let key): Entity.of(table)?.page(key, self)
    case .layer(let layer): .layer(layer)
    case .sum(_, let facts): facts.count == 1 ? page(of: facts[0]) : nil
    case .problem: nil
    }
  }

  /// The thing to watch when a fact is selected: the company of a round, the state of a step, a
  /// site itself. `nil` where a fact has no subject.
  func subject(of fact: Fact) -> Fact? {
    switch fact {
    case .row(let table, let key): Entity.of(table)?.subject(key, self)
    case .sum(_, let facts): facts.count == 1 ? subject(of: facts[0]) : nil
    case .layer, .problem: nil
    }
  }

  /// The company or country that a fact is about, if any: of a site its operator, of a model its
  /// developer.
  func comparable(_ fact: Fact) -> Fact? {
    let found: Fact? =
      if case .row(let table, let key) = fact {
        Entity.of(table)?.comparable(key, self)
      } else {
        subject(of: fact)
      }
    switch found {
    case .row(.organisations, _), .row(.countries, _): return found
    default: return nil
    }
  }

  /// The rows that a figure is calculated from: the facts of a sum, the rows that a claim is checked by.
  func parts(of fact: Fact) -> [Fact] {
    switch fact {
    case .row(let table, let key): Entity.of(table)?.parts(key, self) ?? []
    case .sum(_, let facts): facts
    case .layer, .problem: []
    }
  }

  /// True if a filter lets the row of a fact through; a sum passes where one of its parts does.
  func passes(_ fact: Fact, _ filter: CompiledFilter) -> Bool {
    switch fact {
    case .row(let table, let key): Entity.of(table)?.passes(key, self, filter) ?? false
    case .sum(_, let facts): facts.contains { passes($0, filter) }
    case .layer, .problem: false
    }
  }

  /// The last that was heard of a fact, in a few words.
  func news(of fact: Fact) -> String? {
    guard case .row(let table, let key) = fact else { return nil }
    return Entity.of(table)?.news(key, self)
  }

  /// True if there is such a fact in the data, seen from this day.
  func knows(_ fact: Fact) -> Bool {
    if case .layer = fact { return true }
    return origin(of: fact) != nil
  }
}

extension Vocabulary {
  /// The word as it is read aloud: `market surveillance`.
  var words: String { String(word.map { $0 == "-" ? " " : $0 }) }
}
