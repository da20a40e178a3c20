import Canvas
import Charts
import Dataset
import Insight

extension GroupRows {
  init(_ totals: ComputeTotals, in world: World) {
    title = "By \(totals.grouping.rawValue)"
    remark = totals.folding == .groups ? ", groups as one" : ""
    let measure = totals.unit
    unit = measure == .mw ? "MW" : "thousand \(measure.title)"
    name = "groups"
    hasTotal = true
    let scales = totals.grouping == .country ? world.scales : nil
    let figures =
      ComputeGroup.columns + (scales == nil ? [] : ComputeGroup.scaleColumns)
      + (measure == .h100e ? ComputeGroup.equivalentColumns : [])
    columns = figures.map(Field.init)
    let nvidia = world.dataset.focus.map { GroupKey.organisation($0) }
    func row(_ label: String, _ tally: ComputeTally, _ key: GroupKey?) -> Row {
      var notes: [String] = []
      let scaled = scales.map { ComputeScale(tally.accelerators, key, $0) }
      if let words = scaled?.words { notes.append(words) }
      // Under whose law what stands is a question of shares.
      if case .jurisdiction? = key,
        let share = GroupRows.share(of: tally.firm(in: measure), in: totals.total.firm(in: measure))
      {
        notes.append("\(NumberFormat.percent(share)) of all")
      }
      if tally.announced(in: measure) > 0, totals.announced == .beside {
        notes.append("+\(NumberFormat.compact(tally.announced(in: measure))) announced")
      }
      if tally.unknown(in: measure) > 0 {
        notes.append(GroupRows.leftOut(tally.unknown(in: measure), measure))
      }
      if measure != .mw, tally.megawatts > 0 {
        notes.append("\(NumberFormat.figure(tally.megawatts)) MW")
      }
      notes += GroupRows.withdrawnNotes(of: tally)
      let isUnknown = tally.isUnknown(in: measure)
      let isTarget = key != nil && key == nvidia
      return GroupRows.row(
        BarChart.Row(
          label,
          value: key == nil
            ? BarValue(parts: []) : isUnknown ? .unknown : totals.bar(of: tally, isTarget),
          figure: measure == .accelerators
            ? GroupRows.figure(of: tally)
            : isUnknown ? NumberFormat.unknown : GroupRows.figure(of: tally, in: measure),
          note: notes.joined(separator: ", "),
          style: key == nil ? .strong : isTarget ? .target : .plain),
        values: figures.values(
          of: ComputeGroup(key: key, label: label, tally: tally, scale: scaled), in: world),
        tally.all, key, in: world)
    }
    rows =
      [row("All", totals.total, nil)]
      + totals.groups.map { row($0.key.name(in: world.dataset), $0.tally, $0.key) }
  }

  /// The bounds of a part in a whole that holds it: the part at its least while the rest is at its most,
  /// and the other way round; `nil` where the part is nothing.
  private static func share(
    of part: ClosedRange<Double>, in whole: ClosedRange<Double>
  ) -> ClosedRange<Double>? {
    let least = part.lowerBound + whole.upperBound - part.upperBound
    let most = part.upperBound + whole.lowerBound - part.lowerBound
    guard part.upperBound > 0, least > 0, most > 0 else { return nil }
    let low = min(1, part.lowerBound / least)
    return low...max(low, min(1, part.upperBound / most))
  }

  /// The words for the sites that a sum in a unit leaves out.
  private static func leftOut(_ count: Int, _ unit: ComputeUnit) -> String {
    switch unit {
    case .accelerators: "\(count) of unknown size"
    case .h100e: "\(count) without a number or a chip"
    case .mw: "\(count) without power"
    }
  }

  /// The firm compute of a group in H100-equivalents, in thousands, or in megawatts.
  private static func figure(of tally: ComputeTally, in unit: ComputeUnit) -> String {
    let size = tally.firm(in: unit)
    func text(_ value: Double) -> String {
      unit == .mw ? NumberFormat.figure(value) : NumberFormat.fixed(value / 1000, places: 1)
    }
    return NumberFormat.interval(text(size.lowerBound), text(size.upperBound))
  }

  /// The firm accelerators of a group, in thousands. Announced or withdrawn sites alone count as
  /// nothing: their figure stands in brackets.
  private static func figure(of tally: ComputeTally) -> String {
    func thousands(_ count: Int) -> String {
      NumberFormat.fixed(Double(count) / 1000, places: 1)
    }
    if tally.isOfUnknownSize { return NumberFormat.unknown }
    if !tally.commitments.isEmpty { return thousands(tally.accelerators) }
    let beside = tally.isWithdrawn ? tally.withdrawn : tally.announced
    return beside > 0 ? "(\(thousands(beside)))" : NumberFormat.unknown
  }

  /// The paused or cancelled sites of a group with their size.
  private static func withdrawnNotes(of tally: ComputeTally) -> [String] {
    if tally.isWithdrawn {
      let sites = tally.withdrawnCommitments.count
      let unknown = tally.withdrawnUnknown
      return ["\(counted(sites, "site"))"]
        + (unknown > 0 ? ["\(unknown == sites ? "" : "\(unknown) ")of unknown size"] : [])
    }
    return tally.withdrawn > 0
      ? ["\(NumberFormat.compact(Double(tally.withdrawn))) withdrawn"] : []
  }

  /// The way from announced to running: every site at the stage of its latest row.
  init(_ funnel: Funnel, in world: World) {
    title = "From announced to running"
    unit = "thousand accelerators"
    name = "stages"
    hasTotal = true
    columns = StageGroup.columns.map(Field.init)
    let whole = funnel.stages.reduce(0) { $0 + $1.accelerators }
    func row(_ label: String, _ stages: [Funnel.Stage], isTotal: Bool) -> Row {
      let group = StageGroup(label, stages)
      let (sites, count, unknown) = (group.sites, group.accelerators, group.unknown)
      let power = group.megawatts
      var notes = ["\(sites.count) \(sites.count == 1 ? "site" : "sites")"]
      if unknown > 0 { notes.append("\(unknown) of unknown size") }
      if power > 0 { notes.append("\(NumberFormat.figure(power)) MW") }
      let withdrawn = stages.filter(\.status.isWithdrawn).reduce(0) { $0 + $1.accelerators }
      let before = stages.reduce(0) { $0 + $1.saidBefore }
      if isTotal, withdrawn > 0 {
        notes.insert("of which \(NumberFormat.compact(Double(withdrawn))) withdrawn", at: 0)
      } else if before > 0 {
        notes.append("\(NumberFormat.compact(Double(before))) as said before")
      }
      if !isTotal, whole > 0, count > 0 {
        notes.insert("\(NumberFormat.percent(Double(count) / Double(whole))) of all", at: 0)
      }
      let thousands = Double(count) / 1000
      return GroupRows.row(
        BarChart.Row(
          label,
          value: isTotal
            ? BarValue(parts: [])
            : group.isUnknown ? .unknown : GroupRows.bar(of: stages[0].status, thousands),
          figure: group.isUnknown
            ? NumberFormat.unknown : NumberFormat.fixed(thousands, places: 1),
          note: notes.joined(separator: ", "),
          style: isTotal ? .strong : .plain),
        values: StageGroup.columns.values(of: group, in: world), sites, nil, in: world)
    }
    rows =
      [row("All", funnel.stages, isTotal: true)]
      + funnel.stages.map { row($0.status.word, [$0], isTotal: false) }
  }

  private static func bar(of status: ComputeStatus, _ thousands: Double) -> BarValue {
    switch status {
    case .announced: BarValue(parts: [], possible: thousands, possibleStyle: .dim)
    case .operational: BarValue(thousands, style: .strong)
    case .paused, .cancelled: BarValue(parts: [], possible: thousands, possibleStyle: .alarm)
    case .contracted, .building: BarValue(thousands, style: .series(1))
    }
  }

  /// The commitments that slipped, each a bar of months.
  init(_ slips: SlipList) {
    let (world, schedules) = (slips.world, slips.schedules)
    title = "What slipped, and by how long"
    unit = "months"
    self.name = "slips"
    hasTotal = true
    columns = CommitmentSchedule.columns.map(Field.init)
    let late = schedules.count { $0.overdueDays != nil }
    func name(_ schedule: CommitmentSchedule) -> String {
      world.dataset.string(schedule.current.name)
    }
    let all = GroupRows.row(
      BarChart.Row(
        "All", value: BarValue(parts: []), figure: "",
        note: "\(counted(schedules.count, "commitment")), \(late) overdue"
          + (slips.stopped > 0 ? ", \(slips.stopped) stopped" : ""),
        style: .strong),
      values: CommitmentSchedule.columns.values(of: nil, in: world),
      schedules.map(\.current.id), nil, in: world)
    rows =
      [all]
      + schedules.map { schedule in
        let months = schedule.slip.map(SlipList.months) ?? 0
        let overdue = Double(schedule.overdueDays ?? 0) / SlipList.daysPerMonth
        return GroupRows.row(
          BarChart.Row(
            name(schedule),
            value: BarValue(
              parts: [BarValue.Part(max(0, months))], possible: overdue, possibleStyle: .alarm),
            figure: schedule.slip.map(SlipList.figure) ?? "",
            note: SlipList.words(schedule)),
          values: CommitmentSchedule.columns.values(of: schedule, in: world),
          [schedule.current.id], nil, in: world)
      }
  }

  /// The four exposures of Europe as a whole: solid is documented, hollow is possible.
  init(_ europe: EuropeExposure, in world: World) {
    title = "Europe as a whole depends on"
    unit = ""
    name = "exposures"
    hasTotal = false
    columns = EuropeanShare.columns.map(Field.init)
    maximum = 1
    let dataset = world.dataset
    let nvidia = dataset.focus
    @Sendable func isAmerican(_ id: ID<Organisation>?) -> Bool {
      id.flatMap { dataset[$0].country }.map { dataset.jurisdiction(of: $0) == .us } ?? false
    }
    func row(
      _ label: String, _ share: EuropeExposure.Share, _ style: Style,
      _ facts: @escaping @Sendable () -> [Fact]
    ) -> Row {
      Row(
        key: nil,
        bar: BarChart.Row(
          label,
          value: BarValue(
            parts: [BarValue.Part(share.documented, style: style)],
            possible: share.possible - share.documented,
            possibleStyle: style == .target ? .target : .possible),
          figure: NumberFormat.percent(share.documented...share.possible), style: .plain),
        values: EuropeanShare.columns.values(
          of: EuropeanShare(label: label, share: share), in: world),
        fact: { .sum(title: "Europe: \(label)", facts()) },
        identity: .sum(title: "Europe: \(label)", []), has: { _ in false })
    }
    func sites(_ belongs: @escaping @Sendable (Commitment) -> Bool) -> @Sendable () -> [Fact] {
      {
        world.snapshot.compute.filter {
          $0.scope == .site && $0.status.isFirm && world.passes.matches($0) && belongs($0)
        }.map { .commitment(dataset.slug($0.id)) }
      }
    }
    let chips = europe.chips.map { share in
      row(
        "chips \(world.focusName)", share, .target,
        sites { $0.vendor != nil && $0.vendor == nvidia })
    }
    rows = [
      chips, row("customers US", europe.customers, .plain, sites { isAmerican($0.customer) }),
      row("capital US", europe.capital, .plain) {
        world.snapshot.rounds.filter { round in
          world.passes.matches(round) && world.snapshot.standing(of: round) == .counted
            && world.snapshot.investments(in: round.id).contains { isAmerican($0.investor) }
        }.map { .round(dataset.slug($0.id)) }
      },
      row(
        "outside EU-27", europe.outside, .plain,
        sites { dataset.jurisdiction(of: $0.country) != .eu27 }),
    ].compactMap { $0 }
  }

  private static func row(
    _ bar: BarChart.Row, values: [Value], _ commitments: [ID<Commitment>], _ key: GroupKey?,
    in world: World
  ) -> Row {
    let members = Once<Set<ID<Commitment>>>()
    let first = commitments.first.map { Fact.commitment(world.dataset.slug($0)) }
    return Row(
      key: key, bar: bar, values: values,
      fact: {
        if let fact = key.flatMap(world.fact) { return fact }
        let facts = commitments.map { Fact.commitment(world.dataset.slug($0)) }
        return facts.count == 1 ? facts[0] : .sum(title: bar.label, facts)
      },
      identity: key.flatMap(world.fact)
        ?? (commitments.count == 1 ? first : nil) ?? .sum(title: bar.label, []),
      has: { fact in
        guard let slug = fact.id(in: .compute), let id = world.dataset.commitment(slug) else {
          return false
        }
        return members.value { Set(commitments) }.contains(id)
      })
  }
}

extension ComputeTotals {
  /// A tally as a bar in thousands of the unit, or in megawatts: running, bound to, and announced
  /// hollow; withdrawn hollow where there is nothing else.
  func bar(of tally: ComputeTally, _ isTarget: Bool) -> BarValue {
    if tally.isWithdrawn {
      return BarValue(
        parts: [], possible: Double(tally.withdrawn) / 1000, possibleStyle: .alarm)
    }
    let scale: Double = unit == .mw ? 1 : 1000
    let firm = tally.firm(in: unit).lowerBound
    let running = min(tally.running(in: unit), firm)
    return BarValue(
      parts: [
        BarValue.Part(running / scale, style: isTarget ? .target : .strong),
        BarValue.Part((firm - running) / scale, style: isTarget ? .target : .series(1)),
      ],
      possible: announced == .counted ? 0 : tally.announced(in: unit) / scale,
      possibleStyle: .dim)
  }
}

extension Funnel {
  /// The document of the stages from announced to running.
  func json(in world: World) -> JSON {
    [
      "as_of": world.day,
      "all": [
        "commitments": stages.reduce(0) { $0 + $1.commitments.count },
        "unknown": stages.reduce(0) { $0 + $1.unknown },
        "accelerators": stages.reduce(0) { $0 + $1.accelerators },
        "withdrawn": stages.reduce(0) { $0 + ($1.status.isWithdrawn ? $1.accelerators : 0) },
        "mw": stages.reduce(0.0) { $0 + $1.megawatts },
      ] as JSON,
      "stages": stages.map { stage -> JSON in
        [
          "status": stage.status, "commitments": stage.commitments.count,
          "unknown": stage.unknown, "accelerators": stage.accelerators,
          "said_before": stage.saidBefore, "mw": stage.megawatts,
          "commitment_ids": stage.commitments.map { world.dataset.slug($0) },
        ]
      },
    ]
  }
}
