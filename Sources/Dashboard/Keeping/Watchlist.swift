import Insight

/// The things one watches, in the order in which they were marked.
public struct Watchlist: Hashable, Sendable {
  /// What is watched: companies, countries, sites, milestones, claims, models, sources.
  public private(set) var facts: [Fact] = []

  /// Nothing.
  public init() {}

  /// Reads a watchlist, one name a line, such as `company:nscale`. What is no name is left out: the file
  /// may have been written by a later version, or by hand.
  public init(text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let name = line.split(separator: "#", maxSplits: 1).first ?? ""
      let words = name.split(whereSeparator: \.isWhitespace)
      guard words.count == 1, let fact = Fact(name: String(words[0])), !facts.contains(fact) else {
        continue
      }
      facts.append(fact)
    }
  }

  /// One name a line.
  public var text: String { facts.compactMap(\.name).map { $0 + "\n" }.joined() }

  /// Whether nothing is watched.
  public var isEmpty: Bool { facts.isEmpty }

  /// Whether a thing is watched.
  public func contains(_ fact: Fact) -> Bool { facts.contains(fact) }

  /// Watches a thing, or stops watching it; says whether it is watched now.
  public mutating func toggle(_ fact: Fact) -> Bool {
    if let index = facts.firstIndex(of: fact) {
      facts.remove(at: index)
      return false
    }
    facts.append(fact)
    return true
  }

  /// The same for the filter's `watched:yes`.
  var watching: Watching {
    var watching = Watching()
    for fact in facts {
      switch fact {
      case .row(.organisations, .id(let slug)): watching.organisations.insert(slug)
      case .row(.countries, .id(let code)): watching.countries.insert(code)
      case .row(_, .id(let slug)): watching.rows.insert(slug)
      default: break
      }
    }
    return watching
  }
}
