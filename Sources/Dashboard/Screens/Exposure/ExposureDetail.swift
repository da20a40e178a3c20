import Canvas
import Charts
import Dataset
import Insight

/// The detail of the selected organisation: four bars, each in its own unit, its customers, and the
/// largest paths in words.
struct ExposureDetail: Sendable {
  let facts: ExposureFacts
  let id: ID<Organisation>
  let paths: FactTable
  /// Its buyers, with what they buy in the unit where rows say so.
  let buyers: [(name: String, size: ClosedRange<Double>?)]
  /// The suppliers of its chips' makers, each with those behind it.
  var suppliers: [String] = []

  /// The columns from which bars and paths stand side by side.
  private static let wide = 110

  /// Draws it with the paths as a pane of the screen.
  func draw(in area: Rect, of frame: inout Frame, view: ViewState, pane: Int) {
    guard area.height > 0, area.width > 0 else { return }
    frame.canvas.put(heading.clauses(within: area.width), x: area.x, y: area.y)
    let below = area.inset(top: 1)
    if area.width >= ExposureDetail.wide {
      let columns = below.columns([.fixed(48), .share(1)], gap: 2)
      let rows = min(facts.bars.count, columns[0].height)
      drawBars(in: columns[0], columns: 1, on: &frame.canvas)
      drawBuyers(in: columns[0].inset(top: rows), on: &frame.canvas)
      drawPaths(in: columns[1], of: &frame, view: view, pane: pane)
    } else {
      let isLow = area.height < 9
      drawBars(in: below, columns: isLow ? 2 : 1, on: &frame.canvas)
      let rows = isLow ? (facts.bars.count + 1) / 2 : facts.bars.count
      drawPaths(in: below.inset(top: rows), of: &frame, view: view, pane: pane)
    }
  }

  private var heading: [Span] {
    let found = facts.main?[id]
    var spans = [Span(facts.world.dataset.name(id), Style(.strong, .bold))]
    guard let found else { return spans + madeWith }
    if found.isUnknown, !suppliers.isEmpty { return spans + madeWith }
    if found.isUnknown {
      return spans + [
        Span("  unknown: the ledger says nothing of its \(facts.dimension.rawValue)", .possible)
      ]
    }
    guard let main = facts.main else { return spans }
    let words = StandingWords(exposure: main, world: facts.world)
    if let known = found.known {
      spans += [
        Span("  known \(NumberFormat.percent(known.documented...known.possible))", .strong),
        Span(
          found.share == known
            ? ""
            : ", bounds \(NumberFormat.percent(found.share.documented...found.share.possible))",
          .possible),
      ]
      // The reason for wide bounds stands before the way: the last words are dropped first.
      let open = words.open(found)
      if !open.isEmpty { spans.append(Span(" · open: \(open.joined(separator: "; "))", .dim)) }
      spans.append(Span(path(found.pathWord), .dim))
    } else {
      let through = words.through(found).joined(separator: "; ")
      spans.append(Span("  no known share", .possible))
      if !through.isEmpty { spans.append(Span(" · through \(through)", .dim)) }
      spans.append(Span(path(found.pathWord), .dim))
    }
    return spans
  }

  private var madeWith: [Span] {
    suppliers.isEmpty
      ? []
      : [
        Span("  made with ", .dim), Span(suppliers.joined(separator: ", ")),
        Span("; aim with a", .dim),
      ]
  }

  private func path(_ word: ExposurePathWord) -> String {
    switch word {
    case .direct: ", directly"
    case .indirect: ", all of it indirect"
    case .unnamed: ", by a way that no row names"
    case .none: ""
    }
  }

  private func drawBars(in area: Rect, columns: Int, on canvas: inout Canvas) {
    let slots = area.columns(Array(repeating: .share(1), count: columns), gap: 2)
    for (index, bar) in facts.bars.enumerated() {
      let (slot, row) = (slots[index % columns], index / columns)
      guard row < slot.height else { return }
      let y = slot.y + row
      canvas.put(bar.title, x: slot.x, y: y, style: .dim, width: min(15, slot.width))
      let width = max(0, min(20, slot.width - 16 - 10))
      let rest = max(0, slot.width - 16)
      guard let known = bar.known(of: id) else {
        let share = bar.share(of: id)
        canvas.put(
          share.map { "no known share, \(NumberFormat.percent($0))" } ?? "\(Glyph.unknown) unknown",
          x: slot.x + 16, y: y, style: .dim, width: rest)
        continue
      }
      Bar(bar.value(of: id), maximum: 1)
        .draw(on: &canvas, in: Rect(x: slot.x + 16, y: y, width: width, height: 1))
      canvas.put(
        NumberFormat.percent(known), x: slot.x + 17 + width, y: y,
        width: max(0, rest - width - 1))
    }
  }

  private func drawBuyers(in area: Rect, on canvas: inout Canvas) {
    guard area.height > 0, !buyers.isEmpty else { return }
    let names = buyers.map { buyer in
      buyer.name + (buyer.size.map { " " + facts.options.unit.compact($0) } ?? "")
    }.joined(separator: ", ")
    canvas.put(
      [Span("supplies        ", .dim), Span(names)], x: area.x, y: area.y, width: area.width)
  }

  private func drawPaths(in area: Rect, of frame: inout Frame, view: ViewState, pane: Int) {
    guard paths.count > 0, area.height > 1 else { return }
    paths.draw(pane, in: area, of: &frame, view: view)
  }
}
