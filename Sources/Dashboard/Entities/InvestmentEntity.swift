import Dataset
import Insight

extension Entity {
  static let investment = Entity(
    .investments, kind: "investment", heading: CapitalScreen.title, rows: { $0.investments },
    title: { row, world in
      "\(world.dataset.name(row.investor)) in \(world.title(of: .round(world.dataset.slug(row.round))))"
    },
    subject: { row, world in .organisation(world.dataset.slug(row.investor)) },
    passes: { row, filter in filter.matches(row) })
}
