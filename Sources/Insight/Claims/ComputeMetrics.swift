import Dataset

extension MetricReckoning {
  /// Of some commitments those that are known and neither cancelled nor paused.
  private func live(_ ids: [ID<Commitment>]) -> [Commitment] {
    ids.compactMap { snapshot.commitment($0) }.filter { !$0.status.isWithdrawn }
  }

  /// The sites that an organisation or its group operates and somebody is bound to.
  private func firm(_ id: ID<Organisation>) -> [Commitment] {
    snapshot.compute.filter { row in
      row.scope == .site && row.status.isFirm
        && (row.operatedBy.map { belongs($0, to: id) } ?? false)
    }
  }

  private func nothing(_ ids: [ID<Commitment>]) -> Finding {
    var evidence = Evidence()
    var states: [String] = []
    for id in ids {
      guard let row = snapshot.commitment(id) else { continue }
      evidence.add(self.evidence(row))
      states.append("\(dataset.string(row.name)) \(row.status.word) on \(row.date)")
    }
    if states.isEmpty { return unknown("the commitment") }
    return Finding(.nothing, states.joined(separator: ", "), evidence)
  }

  private func sum(_ rows: [Commitment], _ what: String) -> Finding {
    var evidence = Evidence()
    for row in rows { evidence.add(self.evidence(row)) }
    let known = rows.compactMap(\.accelerators)
    let unknown = rows.count - known.count
    let parts = rows.filter { ($0.accelerators ?? 0) > 0 }.map {
      "\(dataset.slug($0.id)) \(Wording.number($0.accelerators ?? 0)) (\($0.status.word))"
    }
    if known.isEmpty, unknown > 0 {
      return Finding(.nothing, unknown: unknown, what + ": no number is known", evidence)
    }
    return Finding(
      .exactly(Double(known.reduce(0, +))), unknown: unknown,
      what + ": " + (parts.isEmpty ? "none" : parts.joined(separator: " + "))
        + beside(unknown, "a number"), evidence)
  }

  func accelerators(_ ids: [ID<Commitment>]) -> Finding {
    let rows = live(ids)
    return rows.isEmpty
      ? nothing(ids)
      : sum(rows, rows.count == 1 ? "latest figure" : "latest figures of \(rows.count) commitments")
  }

  func largestCommitment(_ id: ID<Commitment>) -> Finding {
    // A cancelled site targets nothing any more, however large it once was to be.
    guard !live([id]).isEmpty else { return nothing([id]) }
    let rows = snapshot.history(of: id)
    var largest: Commitment?
    for row in rows where (row.accelerators ?? -1) > (largest?.accelerators ?? -1) { largest = row }
    guard let largest, let count = largest.accelerators else { return nothing([id]) }
    return Finding(
      .exactly(Double(count)),
      "the largest of \(Wording.count(rows.count, "row")), that of \(largest.date): "
        + "\(dataset.string(largest.name)), "
        + "\(largest.status.word)", evidence(largest))
  }

  func acceleratorsIn(
    _ id: ID<Organisation>, _ countries: [ID<Country>], _ statuses: Set<ComputeStatus>
  ) -> Finding {
    let rows = snapshot.compute.filter { row in
      row.scope == .site && statuses.contains(row.status) && countries.contains(row.country)
        && (row.operatedBy.map { belongs($0, to: id) } ?? false)
    }
    let words = ComputeStatus.allCases.filter(statuses.contains).map(\.word)
    return sum(
      rows,
      "\(dataset.name(id)) in \(countries.map { dataset.code($0) }.joined(separator: ", ")), "
        + words.joined(separator: ", "))
  }

  func targetDate(_ id: ID<Commitment>) -> Finding {
    guard let row = snapshot.commitment(id) else { return unknown("the commitment") }
    guard let target = row.target else { return nothing([id]) }
    return Finding(
      .date(target), "\(dataset.string(row.name)): target of the row of \(row.date)", evidence(row))
  }

  func status(_ id: ID<Commitment>) -> Finding {
    guard let row = snapshot.commitment(id) else { return unknown("the commitment") }
    return Finding(
      .words([row.status.word]),
      "\(dataset.string(row.name)): \(row.status.word) since \(row.date)",
      evidence(row))
  }

  func tenant(_ ids: [ID<Commitment>]) -> Finding {
    let rows = live(ids)
    var evidence = Evidence()
    var tenants: [ID<Organisation>] = []
    for row in rows {
      evidence.add(self.evidence(row))
      if let customer = row.customer, !tenants.contains(customer) { tenants.append(customer) }
    }
    if tenants.isEmpty { return nothing(ids) }
    let unnamed = rows.count { $0.customer == nil }
    return Finding(
      .organisations(tenants), unknown: unnamed,
      "customers of " + Wording.count(rows.count, "live commitment") + ": "
        + tenants.map { dataset.name($0) }.joined(separator: ", ")
        + beside(unnamed, "a customer"), evidence)
  }

  func chip(_ ids: [ID<Commitment>], _ name: (String) -> String) -> Finding {
    let rows = live(ids)
    var evidence = Evidence()
    var chips: [String] = []
    for row in rows {
      evidence.add(self.evidence(row))
      let chip = name(dataset.string(row.chip))
      if !chip.isEmpty, !chips.contains(chip) { chips.append(chip) }
    }
    if chips.isEmpty { return nothing(ids) }
    let unnamed = rows.count { $0.chip.isEmpty }
    return Finding(
      .words(chips), unknown: unnamed,
      "chips of " + Wording.count(rows.count, "live commitment") + ": "
        + chips.joined(separator: ", ")
        + beside(unnamed, "a chip"), evidence)
  }

  /// The family of a chip by what its name contains; any other name stands for itself.
  static func family(_ chip: String) -> String {
    let families = [
      ("Ampere", ["A100", "Ampere"]), ("Hopper", ["H100", "H200", "GH200", "Hopper"]),
      ("Blackwell", ["B200", "GB200", "B300", "GB300", "Blackwell"]), ("Rubin", ["Rubin"]),
    ]
    return families.first { family in family.1.contains { chip.contains($0) } }?.0 ?? chip
  }

  // MARK: Shares

  func shareInBloc(_ id: ID<Organisation>, _ bloc: Bloc) -> Finding {
    share(firm(id), "\(dataset.name(id)): sited in \(bloc.word)") { row in
      let place = dataset[row.country].bloc
      // A row that names the Union and no state may stand in any European state.
      return place == .union && bloc != .union ? nil : place == bloc
    }
  }

  func shareOfVendor(_ id: ID<Organisation>, _ vendor: ID<Organisation>) -> Finding {
    share(firm(id), "\(dataset.name(id)): made by \(dataset.name(vendor))") { row in
      row.vendor.map { belongs($0, to: vendor) }
    }
  }

  func shareOfTenantHome(_ id: ID<Organisation>, _ country: ID<Country>) -> Finding {
    share(
      firm(id).filter { $0.customer != nil },
      "\(dataset.name(id)): rented by customers at home in \(dataset.name(country))"
    ) { row in
      row.customer.flatMap { dataset[$0].country }.map { $0 == country }
    }
  }

  /// A share of accelerators in percent; where `belongs` is open, the share is an interval.
  private func share(_ rows: [Commitment], _ what: String, belongs: (Commitment) -> Bool?)
    -> Finding
  {
    var evidence = Evidence()
    var (part, open, whole, unknown) = (0, 0, 0, 0)
    for row in rows {
      evidence.add(self.evidence(row))
      guard let count = row.accelerators else {
        unknown += 1
        continue
      }
      whole += count
      switch belongs(row) {
      case true?: part += count
      case nil: open += count
      case false?: break
      }
    }
    guard whole > 0 else {
      return Finding(.nothing, unknown: unknown, what + ": no number is known", evidence)
    }
    func percent(_ count: Int) -> Double { Double(count) / Double(whole) * 100 }
    return Finding(
      .figure(low: percent(part), high: percent(part + open)), unknown: unknown,
      "\(what): \(Wording.number(part)) of \(Wording.number(whole)) firm accelerators"
        + (open == 0 ? "" : ", \(Wording.number(open)) open") + beside(unknown, "a number"),
      evidence)
  }
}
