import Dataset
import Insight

extension Entity {
  static let milestone = Entity(
    .milestones, kind: "milestone", heading: TimelineScreen.title, word: "milestone",
    rows: { $0.milestones },
    id: { row, dataset in dataset.slug(row.id) },
    row: { slug, world in world.dataset.milestone(slug).flatMap(world.snapshot.milestone) },
    history: { slug, world in
      world.dataset.milestone(slug).map(world.snapshot.history(of:)) ?? []
    },
    title: { row, world in world.dataset.string(row.title) },
    passes: { row, filter in filter.matches(row) },
    news: { row, _ in
      [row.scheduled.map(readable), row.status.words].compactMap(\.self).joined(separator: " ")
    })
}

extension Fact {
  public static func milestone(_ slug: String) -> Fact { .row(.milestones, .id(slug)) }
}
