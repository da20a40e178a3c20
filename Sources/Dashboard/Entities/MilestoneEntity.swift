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
    },
    more: { row, world, details in details.addRules(from: row, in: world) })
}

extension Fact {
  public static func milestone(_ slug: String) -> Fact { .row(.milestones, .id(slug)) }
}

extension FactDetails {
  /// Adds what the Act asks for from the day of a milestone on, article by article.
  fileprivate mutating func addRules(from milestone: Milestone, in world: World) {
    let rules = world.dataset.annexes.enumerated().filter { $0.element.milestone == milestone.id }
    guard !rules.isEmpty else { return }
    add("", "")
    add("asks for", "\(counted(rules.count, "rule")) of the Act hold with it", style: .dim)
    for (number, rule) in rules {
      add(
        "Article \(world.dataset.string(rule.article))",
        "\(world.dataset.string(rule.title)), \(rule.said(in: world.dataset)): "
          + world.dataset.string(rule.rule), .row(.annexes, .number(number)))
    }
  }
}
