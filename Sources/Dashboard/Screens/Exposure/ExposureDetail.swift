import Canvas
import Charts
import Dataset
import Insight

/// What is told of the selected organisation: four bars side by side, each in its own unit, and the
/// largest paths in words.
struct ExposureDetail: Sendable {
  let facts: ExposureFacts
  let id: ID<Organisation>?

  func draw(in area: Rect, on canvas: inout Canvas) {
    guard let id else {
      canvas.put(
        "solid is documented, hollow is possible if every unknown were so", x: area.x, y: area.y,
        style: .dim, width: area.width)
      return
    }
    canvas.put(heading(of: id), x: area.x, y: area.y, width: area.width)
    guard area.height > 1 else { return }
    let isWide = area.width >= 110 && area.height > 4
    let columns =
      isWide ? area.inset(top: 1).columns([.fixed(50), .share(1)], gap: 2) : [area.inset(top: 1)]
    drawBars(of: id, in: columns[0], on: &canvas)
    let below = area.inset(top: 1 + facts.bars.count)
    drawPaths(of: id, in: isWide ? columns[1] : below, on: &canvas)
  }

  private func heading(of id: ID<Organisation>) -> [Span] {
    let found = facts.main?[id]
    var spans = [Span(facts.world.dataset.name(id), Style(.strong, .bold))]
    guard let found else { return spans }
    if id == facts.target { return spans + [Span("  is what exposure is measured to", .dim)] }
    if found.isUnknown {
      return spans + [
        Span("  unknown: the ledger says nothing of its \(facts.dimension.rawValue)", .possible)
      ]
    }
    spans += [
      Span("  documented \(NumberFormat.percent(found.share.documented))", .plain),
      Span(
        found.share.isExact ? "" : ", possible \(NumberFormat.percent(found.share.possible))",
        .possible),
      Span(found.reach == .none ? "" : ", \(found.reach.rawValue)", .dim),
    ]
    if let counted = found.countedShare, !found.share.isExact, found.uncounted > 0 {
      let share = NumberFormat.percent(counted.documented...counted.possible)
      spans.append(Span(" · \(share) of what has a size, \(found.uncounted) without", .dim))
    }
    return spans
  }

  private func drawBars(of id: ID<Organisation>, in area: Rect, on canvas: inout Canvas) {
    for (row, bar) in facts.bars.enumerated() where row < area.height {
      let y = area.y + row
      canvas.put(bar.title, x: area.x, y: y, style: .dim, width: 17)
      guard let share = bar.share(of: id) else {
        canvas.put(
          "\(Glyph.unknown) unknown", x: area.x + 18, y: y, style: .dim, width: area.width - 18)
        continue
      }
      let text = ExposureFacts.bar(share, width: 20)
      canvas.put(text, x: area.x + 18, y: y, style: bar.style, width: max(0, area.width - 18))
      canvas.put(
        NumberFormat.percent(share), x: area.x + 39, y: y, width: max(0, area.width - 39))
    }
  }

  private func drawPaths(of id: ID<Organisation>, in area: Rect, on canvas: inout Canvas) {
    guard let found = facts.main?[id], area.height > 0 else { return }
    for (row, path) in found.paths.enumerated() where row < area.height {
      let sources = path.evidence.sources.count
      let share = NumberFormat.percent(path.share.documented...path.share.possible)
      let tail = "  \(share)  \(sources) \(sources == 1 ? "source" : "sources")"
      let room = max(0, area.width - TextWidth.of(tail) - 3)
      canvas.put("\(row + 1)", x: area.x, y: area.y + row, style: .dim, width: area.width)
      let used = canvas.put(
        ExposureFacts.words(path, of: id, in: facts.world), x: area.x + 3, y: area.y + row,
        width: room)
      canvas.put(
        tail, x: area.x + 3 + used, y: area.y + row, style: .dim, width: area.width - used - 3)
    }
  }
}
