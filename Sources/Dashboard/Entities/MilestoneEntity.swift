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
    more: { row, world, details in
      details.addRules(from: row, in: world)
      details.addSignatures(to: row, in: world)
    })
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

  /// Adds who signed an instrument and who would not, refusals first, each with the latest answer.
  fileprivate mutating func addSignatures(to instrument: Milestone, in world: World) {
    let places = world.dataset.signatories.indices.filter { place in
      let row = world.dataset.signatories[place]
      return row.instrument == instrument.id && world.snapshot.knows(row)
    }
    var answers: [ID<Organisation>: Int] = [:]
    for place in world.dataset.ordered(places, of: world.dataset.signatories) {
      answers[world.dataset.signatories[place].organisation] = place
    }
    guard !answers.isEmpty else { return }
    add("", "")
    let ordered = answers.values.map { (place: $0, row: world.dataset.signatories[$0]) }
      .sorted { left, right in
        let (first, second) = (left.row.status.rawValue, right.row.status.rawValue)
        return first == second ? left.place < right.place : first > second
      }
    // Who signed a part neither refused nor signed in full: every answer of the list is in one count.
    func count(_ status: SignatureStatus) -> Int { ordered.count { $0.row.status == status } }
    let counts = [
      (count(.signed), "signed in full"), (count(.partly), "in part"), (count(.refused), "refused"),
    ]
    add(
      "signatures",
      counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        + ": \(counts.reduce(0) { $0 + $1.0 }) below", style: .dim)
    for (place, row) in ordered {
      let note = world.dataset.string(row.note)
      add(
        row.status.word,
        world.dataset.name(row.organisation) + ", \(row.date)" + (note.isEmpty ? "" : " · \(note)"),
        .signatory(place), style: row.status == .signed ? .plain : .strong)
    }
  }
}
