import Canvas
import Charts
import Dataset
import Insight

/// What is watched in one line, each thing with what was last heard of it: for the overview.
public struct WatchLine: Sendable {
  /// The line, to be cut where it does not fit; empty where nothing is watched.
  public let spans: [Span]

  /// The things watched in a world, as of its day.
  public init(_ world: World) {
    let parts = world.watchlist.facts.filter(world.knows).map { fact in
      (world.title(of: fact), WatchLine.news(of: fact, in: world))
    }
    guard !parts.isEmpty else {
      spans = []
      return
    }
    var spans = [Span("\(RowMarks.watched) ", .accent)]
    for (index, (title, news)) in parts.enumerated() {
      if index > 0 { spans.append(Span("  \(Glyph.separator)  ", .dim)) }
      spans.append(Span(title, .strong))
      if let news { spans.append(Span(" \(news)", .dim)) }
    }
    self.spans = spans
  }

  private static func news(of fact: Fact, in world: World) -> String? {
    switch fact {
    case .organisation(let slug): world.dataset.organisation(slug).flatMap { latest($0, world) }
    case .country(let code):
      world.dataset.country(code).flatMap { country in
        EnforcementReport(world.snapshot)[country].map { state in
          state.isFull ? "full" : "lacks \(state.missing.map(\.words).joined(separator: ", "))"
        }
      }
    case .commitment(let slug): world.row(ofCommitment: slug)?.status.words
    case .milestone(let slug):
      world.row(ofMilestone: slug).map { milestone in
        [milestone.scheduled.map(readable), milestone.status.words].compactMap { $0 }
          .joined(separator: " ")
      }
    default: nil
    }
  }

  /// The latest round or site of a company.
  private static func latest(_ id: ID<Organisation>, _ world: World) -> String? {
    let dataset = world.dataset
    let rounds = world.snapshot.rounds.filter { $0.company == id }.map {
      ($0.date, dataset.string($0.series))
    }
    let sites = world.snapshot.compute.filter { $0.operatedBy == id || $0.customer == id }.map {
      ($0.date, dataset.string($0.name))
    }
    let latest = (rounds + sites).max { $0.0.lastDay < $1.0.lastDay }
    return latest.map { "\($0.1) \(readable($0.0))" }
  }
}
