import Dataset
import Insight

/// The rows that other figures are measured by. No filter asks for them: a filter that asks for anything
/// passes over them.
extension Entity {
  static let statistic = Entity(
    .statistics, kind: "statistic", heading: SourcesScreen.title, rows: { $0.statistics },
    title: { row, world in "\(world.dataset.name(row.country)) \(row.year)" },
    subject: { row, world in .country(world.dataset.code(row.country)) },
    passes: { _, filter in filter.isEverything })

  static let annexEntry = Entity(
    .annexes, kind: "rule of the AI Act", heading: TimelineScreen.title, rows: { $0.annexes },
    title: { row, world in
      "\(world.dataset.string(row.title)), \(world.dataset.string(row.article))"
    },
    subject: { row, world in
      row.milestone.map { .milestone(world.dataset.slug($0)) }
        ?? world.dataset.ids(row.sources).first.map { .source(world.dataset.slug($0)) }
    },
    passes: { _, filter in filter.isEverything })

  static let benchmark = Entity(
    .benchmarks, kind: "figure of others", heading: SourcesScreen.title, rows: { $0.benchmarks },
    title: { row, world in
      let dataset = world.dataset
      let measure = dataset.string(row.measure).map { $0 == "-" ? " " : $0 }
      return "\(String(measure)), \(dataset.string(row.scope)), \(dataset.string(row.period))"
    },
    subject: { row, world in
      world.dataset.ids(row.sources).first.map { .source(world.dataset.slug($0)) }
    },
    passes: { _, filter in filter.isEverything })

  static let expectation = Entity(
    .expected, kind: "figure expected", heading: ReviewScreen.title, rows: { $0.expected },
    title: { row, world in "\(world.dataset.string(row.metric)) as of \(row.asOf)" },
    subject: { row, world in
      world.dataset.ids(row.sources).first.map { .source(world.dataset.slug($0)) }
    },
    passes: { _, filter in filter.isEverything })

  static let reviewed = Entity(
    .reviewed, kind: "finding put aside", heading: ReviewScreen.title, rows: { $0.reviewed },
    key: { number, _, _ in .number(number) },
    row: { key, world -> Reviewed? in
      guard case .number(let number) = key else { return nil }
      let all = world.dataset.reviewed
      return all.indices.contains(number) ? all[number] : nil
    },
    sources: { _, _ in [] },
    title: { row, world in "\(row.pattern.word) at \(world.dataset.string(row.row))" },
    passes: { _, filter in filter.isEverything })
}
