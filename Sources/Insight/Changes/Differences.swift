import Dataset

extension Changes {
  /// What differs between the row that stands and the one before it, column by column in the order of the
  /// file; empty for a new fact, and for a row that adds nothing but sources and notes.
  public func differences(_ change: Change) -> [Change.Difference] {
    let dataset = later.dataset
    var list = DifferenceList()
    switch change.fact {
    case .round(let row, let before?):
      list.add("series", dataset.string(before.series), dataset.string(row.series))
      list.add("instrument", before.instrument.word, row.instrument.word)
      list.add("status", before.status.word, row.status.word)
      list.add("amount", before.amount.map(dataset.words), row.amount.map(dataset.words))
      list.add("post_money", before.postMoney.map(dataset.words), row.postMoney.map(dataset.words))
      list.add("confidence", before.confidence.word, row.confidence.word)
    case .commitment(let row, let before?):
      list.add("name", dataset.string(before.name), dataset.string(row.name))
      list.add("scope", before.scope.word, row.scope.word)
      list.add("operator", name(before.operatedBy), name(row.operatedBy))
      list.add("customer", name(before.customer), name(row.customer))
      list.add("accelerators", number(before.accelerators), number(row.accelerators))
      list.add("chip_vendor", name(before.vendor), name(row.vendor))
      list.add("chip", dataset.string(before.chip), dataset.string(row.chip))
      list.add("mw", number(before.megawatts), number(row.megawatts))
      list.add("status", before.status.word, row.status.word)
      list.add("target", before.target?.description, row.target?.description)
      list.add("confidence", before.confidence.word, row.confidence.word)
    case .relation(let row, let before?):
      list.add("status", before.status.word, row.status.word)
    case .step(let row, let before?):
      list.add("status", before.status.word, row.status.word)
      list.add("confidence", before.confidence.word, row.confidence.word)
    case .milestone(let row, let before?):
      list.add("title", dataset.string(before.title), dataset.string(row.title))
      list.add("scheduled", before.scheduled?.description, row.scheduled?.description)
      list.add("status", before.status.word, row.status.word)
      list.add("confidence", before.confidence.word, row.confidence.word)
    case .round, .commitment, .relation, .step, .milestone, .valuation, .authority, .model,
      .signatory:
      break
    }
    return list.differences
  }

  private func name(_ id: ID<Organisation>?) -> String? { id.map { later.dataset.name($0) } }

  private func number(_ count: Int?) -> String? { count.map { Wording.number($0) } }

  private func number(_ value: Double?) -> String? { value.map { Wording.number($0) } }
}

private struct DifferenceList {
  private(set) var differences: [Change.Difference] = []

  mutating func add(_ field: String, _ old: String?, _ new: String?) {
    guard old ?? "" != new ?? "" else { return }
    differences.append(Change.Difference(field: field, old: old ?? "", new: new ?? ""))
  }
}
