import Dataset

/// The values that a dataset offers for each field.
struct CompletionSource {
  private let snapshot: Snapshot
  private let dataset: Dataset

  /// Enough rows to meet every common text of a large table; more would be felt at every key.
  private static let rowsLookedAt = 20_000

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    dataset = snapshot.dataset
  }

  /// The fields, and from two letters on the organisations.
  func fieldsAndNames(for written: String) -> [Offer] {
    var fields = FilterField.all.flatMap { field in
      let offer = Offer(text: field.name + ":", detail: field.help)
      guard field == .missing else { return [offer] }
      // Who looks for what lacks only this finds it by any of these words.
      return [
        offer,
        Offer(
          text: "missing=", detail: "these steps and no other part of full authority",
          names: ["missing=", "lacks-only", "only-missing"]),
      ]
    }
    if !written.isEmpty {
      // Missing things are offered above by words of its own.
      fields += FilterField.all.filter { $0 != .missing }.flatMap { field in
        field.aliases.map { name in
          Offer(text: field.name + ":", detail: "\(name): \(field.help)", names: [name])
        }
      }
    }
    guard written.count > 1 else { return fields }
    return fields
      + dataset.organisations.map { organisation in
        let slug = dataset.slug(organisation.id)
        return Offer(
          text: FilterField.company.term(slug), detail: dataset.string(organisation.name),
          names: [slug, dataset.string(organisation.name)])
      }
  }

  /// The values of a field, those that stand in the dataset.
  func values(of field: FilterField) -> [Offer] {
    switch field.values {
    case .organisations: organisations(of: field)
    case .countries:
      dataset.countries.map {
        Offer(
          text: dataset.code($0.id), detail: dataset.name($0.id),
          names: [dataset.code($0.id), dataset.name($0.id)]
            + (dataset.unionCode($0.id).map { [$0] } ?? []))
      }
    case .jurisdictions:
      Jurisdiction.words.map { Offer(text: $0, detail: "") }
        + [Offer(text: FilterField.europe, detail: "EU-27, EEA, CH and UK")]
    case .words(let words): words.map { Offer(text: $0, detail: "") }
    case .text: texts(of: field)
    case .sources:
      dataset.sources.map { source in
        let title = dataset.string(source.title)
        return Offer(
          text: dataset.slug(source.id), detail: title, names: [dataset.slug(source.id), title])
      }
    case .ids: ids
    case .date, .year: years.map { Offer(text: String($0), detail: "") }
    case .quarter:
      years.flatMap { year in (1...4).reversed().map { Offer(text: "\(year)-Q\($0)", detail: "") } }
    case .millions, .count: []
    }
  }

  private func organisations(of field: FilterField) -> [Offer] {
    let used: [ID<Organisation>]? =
      if case .organisations(let question) = field.offers {
        answers(question).compactMap(\.self)
      } else { nil }
    let wanted = used.map(Set.init)
    return dataset.organisations.filter { wanted?.contains($0.id) ?? true }.map { organisation in
      let name = dataset.string(organisation.name)
      return Offer(
        text: dataset.slug(organisation.id), detail: name,
        names: [dataset.slug(organisation.id), name])
    }
  }

  private func texts(of field: FilterField) -> [Offer] {
    guard case .texts(let question) = field.offers else { return [] }
    var counts: [String: Int] = [:]
    for text in answers(question) where !text.isEmpty {
      counts[dataset.string(text), default: 0] += 1
    }
    return counts.sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
      .map { text, count in
        Offer(
          text: FilterField.quoted(text), detail: count == 1 ? "1 row" : "\(count) rows",
          names: [text])
      }
  }

  private func answers<Answer>(_ question: PerRow<Answer>) -> [Answer] {
    func of<Row: Filterable>(_ rows: [Row]) -> [Answer] {
      guard let ask = Row.ask(question) else { return [] }
      return rows.prefix(CompletionSource.rowsLookedAt).map(ask)
    }
    return of(dataset.organisations) + of(dataset.rounds) + of(dataset.investments)
      + of(dataset.compute) + of(dataset.claims) + of(dataset.sources) + of(dataset.models)
  }

  private var ids: [Offer] {
    snapshot.compute.map { Offer(text: dataset.slug($0.id), detail: dataset.string($0.name)) }
      + snapshot.rounds.prefix(CompletionSource.rowsLookedAt).map {
        Offer(text: dataset.slug($0.id), detail: dataset.string($0.series))
      }
      + snapshot.milestones.map {
        Offer(text: dataset.slug($0.id), detail: dataset.string($0.title))
      }
      + snapshot.models.map { Offer(text: dataset.slug($0.id), detail: dataset.string($0.name)) }
      + dataset.claims.map { Offer(text: dataset.slug($0.id), detail: dataset.string($0.claim)) }
  }

  /// The years of the rows that a filter is most used on, the latest first.
  private var years: [Int] {
    let rounds = dataset.rounds.prefix(CompletionSource.rowsLookedAt).map(\.date.year)
    return Set(rounds + dataset.compute.map(\.date.year)).sorted(by: >)
  }
}
