import Charts
import Dataset
import Insight

extension Entity {
  static let round = Entity(
    .rounds, kind: "round", heading: CapitalScreen.title, word: "round", rows: { $0.rounds },
    id: { row, dataset in dataset.slug(row.id) },
    row: { slug, world in world.row(ofRound: slug) },
    history: { slug, world in
      world.dataset.round(slug).map(world.snapshot.history(of:)) ?? []
    },
    title: { row, world in
      "\(world.dataset.name(row.company)) · \(world.dataset.string(row.series))"
    },
    subject: { row, world in .organisation(world.dataset.slug(row.company)) },
    passes: { row, filter in filter.matches(row) },
    more: { row, world, details in
      for investment in world.snapshot.investments(in: row.id) {
        let name = world.dataset.name(investment.investor)
        let amount = investment.amount.map {
          " · \(plainNumber($0.millions)) m \($0.currency.word)"
        }
        details.add(
          investment.role.words, name + (amount ?? ""),
          .organisation(world.dataset.slug(investment.investor)))
      }
    })
}

extension Fact {
  public static func round(_ slug: String) -> Fact { .row(.rounds, .id(slug)) }
}

extension World {
  func row(ofRound slug: String) -> Round? {
    dataset.round(slug).flatMap(snapshot.round)
  }
}
