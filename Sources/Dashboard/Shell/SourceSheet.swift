import Charts
import Dataset
import Insight

/// The sources of a fact, laid over the screen they are asked for on.
public struct SourceSheet: Sendable {
  /// A source, or a fact that the figure adds up, with what is to be said of it.
  public enum Line: Sendable {
    case source(ID<Source>)
    /// A fact of several, with the first of its sources.
    case fact(Fact, ID<Source>?)
    /// The page on which a claim was stated.
    case stated(ID<Source>)
    /// A message where there is no such page.
    case missing(String)
  }

  /// The fact; `nil` where none is selected.
  public let fact: Fact?
  public let lines: [Line]
  public var position = ListPosition(cursor: 0)

  /// The sources of a fact; of a sum or a claim, the facts it is made of.
  init(of fact: Fact?, in world: World) {
    self.fact = fact
    guard let fact else {
      lines = [.missing("nothing is selected")]
      return
    }
    // A claim is reckoned once for all that is listed of it.
    let check = fact.id(in: .claims).flatMap { world.check(ofClaim: $0) }
    let parts = check.map { world.facts(at: $0.evidence.rows) } ?? world.parts(of: fact)
    var sources = check?.sources ?? world.sources(of: fact)
    var lines: [Line] = []
    if let check {
      // First who says so, then what it is checked by.
      if check.briefing != nil {
        lines.append(.stated(sources.removeFirst()))
      } else {
        lines.append(.missing(world.missingPage(of: check)))
      }
    }
    lines +=
      parts.count > 1
      ? parts.map { .fact($0, world.sources(of: $0).first) } : sources.map { .source($0) }
    if lines.isEmpty { lines = [.missing("no source is named for \(world.title(of: fact))")] }
    self.lines = lines
  }

  func source(at line: Int?) -> ID<Source>? {
    guard let line, lines.indices.contains(line) else { return nil }
    switch lines[line] {
    case .source(let id), .stated(let id): return id
    case .fact(_, let id): return id
    case .missing: return nil
    }
  }
}
