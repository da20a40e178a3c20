import Canvas
import Charts
import Dataset
import Insight

/// The loss by a cut: before and after, by organisation and place, and by tenant.
struct CutDetail: Sendable {
  let cut: CutReport
  let world: World

  /// The rows it takes to tell everything.
  var height: Int { lines.count }

  func draw(in area: Rect, on canvas: inout Canvas) {
    for (row, line) in lines.prefix(area.height).enumerated() {
      canvas.put(line.clauses(within: area.width), x: area.x, y: area.y + row)
    }
  }

  private var lines: [[Span]] {
    let share = cut.fraction < 1 ? "\(NumberFormat.figure(cut.fraction * 100)) % of " : ""
    let next = cut.fraction < 1 ? "X on it again undoes this" : "X on it again halves it"
    var lines = [
      [Span("If \(share)\(name) stops", Style(.strong, .bold)), Span("  \(next)", .dim)],
      line("accelerators", cut.accelerators.total, Self.count),
      line("capital", cut.capital.total) { NumberFormat.money(millions: $0) },
    ]
    // That no capacity loses its tenant is no news where the supplier is nobody's tenant.
    if cut.custom.total.possible > 0 {
      lines.insert(line("keep customer", cut.custom.total, Self.count), at: 2)
    }
    let told = Self.main(cut)
    let figure = told.unit == "$" ? { NumberFormat.money(millions: $0) } : Self.count
    for (title, groups) in [
      ("by company", told.loss.byCompany), ("by layer", told.loss.byLayer),
      ("by country", told.loss.byCountry), ("by law", told.loss.byJurisdiction),
    ] where !groups.isEmpty {
      lines.append([Span(label(title), .dim)] + parts(groups, figure))
    }
    if !cut.tenants.isEmpty {
      lines.append([Span(label("tenants lose"), .dim), Span(tenants)])
    }
    return lines
  }

  /// The part that an organisation plays most: chips and sites before customers, these before money.
  private static func main(_ cut: CutReport) -> (loss: CutBreakdown, unit: String) {
    if cut.accelerators.total.possible > 0 { return (cut.accelerators, "") }
    if cut.custom.total.possible > 0 { return (cut.custom, "") }
    return (cut.capital, "$")
  }

  private static func count(_ value: Double) -> String {
    NumberFormat.integer(value)
  }

  private func label(_ text: String) -> String { TextWidth.pad(text, to: 14, align: .leading) }

  private func parts(_ groups: [CutBreakdown.Group], _ figure: (Double) -> String) -> [Span] {
    let shown = groups.prefix(7)
    var spans: [Span] = []
    for group in shown {
      let loss = group.loss
      if !spans.isEmpty { spans.append(Span("  ", .dim)) }
      spans.append(Span(group.key.name(in: world.dataset) + " "))
      if loss.before > 0 {
        let share = (loss.documented / loss.before)...(loss.possible / loss.before)
        let style: Style = loss.documented > 0 ? .alarm : .possible
        spans.append(
          Span(
            "\(Glyph.minus)\(figure(loss.documented > 0 ? loss.documented : loss.possible)) "
              + "(\(NumberFormat.percent(share)))", style))
      } else {
        spans.append(Span("of unknown size", .possible))
      }
    }
    if groups.count > shown.count {
      spans.append(Span("  and \(groups.count - shown.count) more", .dim))
    }
    return spans
  }

  private var tenants: String {
    cut.tenants.prefix(6).map { tenant in
      let share = NumberFormat.percent(tenant.share.documented...tenant.share.possible)
      return "\(world.dataset.name(tenant.id)) \(share)"
    }.joined(separator: ", ")
  }

  private var name: String { world.name(of: cut.target) }

  /// Before and after, with the part that is lost: at least what is documented, at most what is possible.
  private func line(_ title: String, _ loss: CutLoss, _ figure: (Double) -> String) -> [Span] {
    let label = Span(label(title), .dim)
    guard loss.before > 0 else { return [label, Span("none counted", .dim)] }
    let after = figure(loss.before - loss.documented)
    let least = loss.before - loss.possible
    let low = least < loss.before - loss.documented ? ", possibly \(figure(least))" : ""
    let share = (loss.documented / loss.before)...(loss.possible / loss.before)
    guard loss.possible > 0 || loss.uncounted > 0 else {
      return [label, Span("\(figure(loss.before)), none lost", .dim)]
    }
    return [
      label, Span("\(figure(loss.before)) \(Glyph.arrowRight) \(after)", .plain),
      Span(low, .possible),
      Span("  \(Glyph.minus)\(NumberFormat.percent(share))", Style(.alarm, .bold)),
      Span(loss.uncounted > 0 ? "  \(loss.uncounted) of unknown size" : "", .possible),
    ]
  }
}
