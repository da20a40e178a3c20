import Insight

/// The watched things, in the order in which they were marked.
public struct Watchlist: Hashable, Sendable {
  /// The companies, countries, sites, milestones, claims, models and sources watched.
  public private(set) var facts: [Fact] = []

  public init() {}

  /// Reads a watchlist, one name a line, such as `company:nscale`. A line that is no name is left
  /// out: the file may have been written by a later version, or by hand.
  public init(text: String) {
    var standing: Set<Fact> = []
    facts = TextLines.of(text).compactMap(Watchlist.fact).filter { standing.insert($0).inserted }
  }

  /// The fact that a line names, a comment behind it aside.
  private static func fact(of line: String) -> Fact? {
    let name = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)[0]
    let words = name.split(whereSeparator: \.isWhitespace)
    return words.count == 1 ? Fact(name: String(words[0])) : nil
  }

  /// A file's text with what was marked here since, and without what was unmarked: what others marked
  /// meanwhile, comments and lines of later versions stay.
  ///
  /// - Parameters:
  ///   - text: The file as it stands.
  ///   - before: The facts watched here when the file was last read or written.
  public func text(in text: String, since before: Watchlist) -> String {
    let earlier = Set(before.facts)
    let removed = earlier.subtracting(facts)
    let lines = TextLines.of(text).filter { line in
      Watchlist.fact(of: line).map { !removed.contains($0) } ?? true
    }
    let standing = Set(lines.compactMap(Watchlist.fact))
    let added = facts.filter { !earlier.contains($0) && !standing.contains($0) }
    return TextLines.text(lines + added.compactMap(\.name))
  }

  /// The watchlist after others changed the file: their marks, with the own changes since. A fact without
  /// a name for the file stays too.
  ///
  /// - Parameters:
  ///   - text: The file as it stands.
  ///   - before: The facts watched here when the file was last read or written.
  public func taking(_ text: String, since before: Watchlist) -> Watchlist {
    var taken = Watchlist(text: self.text(in: text, since: before))
    taken.facts += facts.filter { $0.name == nil }
    return taken
  }

  public var isEmpty: Bool { facts.isEmpty }

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
