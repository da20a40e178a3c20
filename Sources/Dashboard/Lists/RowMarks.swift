import Canvas
import Charts
import Dataset

/// The marks before rows: watched things, and facts from a package laid over the first.
struct RowMarks: Sendable {
  static let watched = Glyph.event
  /// The mark of facts from a package laid over the first.
  static let laidOver: Unicode.Scalar = "+"

  private let facts: World
  /// The world that the marks are of.
  var worldID: ObjectIdentifier { ObjectIdentifier(facts.token) }
  private let showsWatched: Bool

  /// The marks of a world; `nil` where no row can have a mark, so that lists keep their full width.
  init?(_ world: World, isPrinted: Bool) {
    showsWatched = !isPrinted && !world.watchlist.isEmpty
    guard showsWatched || world.dataset.packages.count > 1 else { return nil }
    facts = world
  }

  func mark(of fact: Fact) -> Table.Mark? {
    let isLaidOver = facts.isLaidOver(fact)
    let style: Style = isLaidOver ? .series3 : .accent
    if showsWatched, facts.subject(of: fact).map(facts.watchlist.contains) ?? false {
      return Table.Mark(RowMarks.watched, style: style)
    }
    return isLaidOver ? Table.Mark(RowMarks.laidOver, style: style) : nil
  }
}

extension Style {
  /// The colour of facts from a package laid over the first.
  fileprivate static let series3 = Style(.series3)
}

extension World {
  /// Sums of more facts than this are not looked into: a mark is not worth the wait.
  private static let mostParts = 50

  /// True if the standing row comes from a package laid over the first; for a sum, if a part does.
  func isLaidOver(_ fact: Fact) -> Bool { overlay(of: fact) != nil }

  /// The package laid over the first that a fact comes from.
  func overlay(of fact: Fact) -> Dataset.Package? {
    guard dataset.packages.count > 1 else { return nil }
    if case .sum(_, let facts) = fact {
      return facts.prefix(World.mostParts).lazy.compactMap { overlay(of: $0) }.first
    }
    guard let origin = origin(of: fact), origin.package > 0 else { return nil }
    return dataset.packages[Int(origin.package)]
  }
}
