import Dataset
import Insight

extension State {
  /// Goes to the next or an earlier row that matches the filter that applies, or the last filter
  /// used.
  ///
  /// A row matches that has all its words in it, or whose fact passes it. The search goes on from
  /// the other end.
  mutating func findMatch(_ step: Int) {
    let wanted = world.filter.isEmpty ? sought : world.filter
    let pane = place.view.focus
    guard !wanted.isEmpty else {
      message = .note("nothing to look for yet: / filters")
      return
    }
    guard place.panes.indices.contains(pane), place.panes[pane].count > 0 else {
      message = .note("there are no rows here")
      return
    }
    let list = place.panes[pane]
    let passes = world.filter.isEmpty ? (try? compiled(wanted)) : world.passes
    let start = place.view.position(pane).cursor ?? 0
    for distance in 1...list.count {
      let row = ((start + step * distance) % list.count + list.count) % list.count
      let isFact = passes.flatMap { passes in list.fact(row).map { world.passes($0, passes) } }
      guard isFact ?? false || wanted.isWords(of: list.text(row)) else { continue }
      place.view.positions[pane].cursor = row
      place.share(from: pane)
      place.settle()
      if distance == list.count { message = .note("no other row here matches \(wanted.text)") }
      return
    }
    message = .note("no row here matches \(wanted.text)")
  }

  private func compiled(_ filter: Filter) throws -> CompiledFilter {
    try filter.compiled(for: world.snapshot, watching: world.watchlist.watching)
  }
}

extension Filter {
  /// True if it is made of words alone, and a text has them all.
  fileprivate func isWords(of text: String) -> Bool {
    let text = FoldedText.folded(text)
    return terms.allSatisfy { term in
      guard case .text(let word) = term.test else { return false }
      return text.contains(FoldedText.folded(word)) != term.isNegated
    }
  }
}
