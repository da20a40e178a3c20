import Canvas
import Charts
import Dataset
import Insight

/// What is lost where something is cut: before and after, by company, and who loses what they rent.
struct CutDetail: Sendable {
  let cut: CutReport
  let world: World

  func draw(in area: Rect, on canvas: inout Canvas) {
    for (row, line) in lines.prefix(area.height).enumerated() {
      canvas.put(line, x: area.x, y: area.y + row, width: area.width)
    }
  }

  private var lines: [[Span]] {
    let share = cut.fraction < 1 ? "\(Int((cut.fraction * 100).rounded())) % of " : ""
    var lines = [
      [
        Span("If \(share)\(name) stops", Style(.strong, .bold)),
        Span("  X on it again to undo", .dim),
      ],
      line("accelerators", cut.accelerators.total, { NumberFormat.integer(Int($0.rounded())) }),
      line("rented out", cut.custom.total, { NumberFormat.integer(Int($0.rounded())) }),
      line("capital", cut.capital.total, { NumberFormat.money(millions: $0) }),
    ]
    let companies = cut.accelerators.byCompany.filter { $0.loss.possible > 0 }.prefix(6)
    if !companies.isEmpty {
      let parts = companies.map { group in
        "\(group.key.name(in: world.dataset)) \(NumberFormat.compact(group.loss.documented))"
      }
      lines.append([Span("lost by        ", .dim), Span(parts.joined(separator: ", "))])
    }
    if !cut.tenants.isEmpty {
      let parts = cut.tenants.prefix(6).map { tenant in
        let share = NumberFormat.percent(tenant.share.documented...tenant.share.possible)
        return "\(world.dataset.name(tenant.id)) \(share)"
      }
      lines.append([Span("tenants lose   ", .dim), Span(parts.joined(separator: ", "))])
    }
    return lines
  }

  private var name: String {
    switch cut.target {
    case .organisation(let id): world.dataset.name(id)
    case .country(let id): world.dataset.name(id)
    case .jurisdiction(let jurisdiction): jurisdiction.word
    case .commitment(let id): world.title(of: .commitment(world.dataset.slug(id)))
    }
  }

  /// Before and after, with the part that is lost: at least what is documented, at most what is possible.
  private func line(_ title: String, _ loss: CutLoss, _ figure: (Double) -> String) -> [Span] {
    let label = Span(TextWidth.pad(title, to: 15, align: .leading), .dim)
    guard loss.before > 0 else { return [label, Span("none counted", .dim)] }
    let after = figure(loss.before - loss.documented)
    let least = loss.before - loss.possible
    let low = least < loss.before - loss.documented ? ", possibly \(figure(least))" : ""
    let share = (loss.documented / loss.before)...(loss.possible / loss.before)
    return [
      label, Span("\(figure(loss.before)) \(Glyph.arrowRight) \(after)", .plain),
      Span(low, .possible),
      Span("  \(Glyph.minus)\(NumberFormat.percent(share))", Style(.alarm, .bold)),
      Span(loss.uncounted > 0 ? "  \(loss.uncounted) of unknown size" : "", .possible),
    ]
  }
}
