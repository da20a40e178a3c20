import Canvas
import Charts
import Dataset
import Insight

extension Comparison {
  /// Companies side by side: money, value, compute and the four exposures.
  init(companies ids: [ID<Organisation>], in world: World) {
    let profiles = ids.map { CompanyProfile($0, in: world.snapshot) }
    let dataset = world.dataset
    facts = ids.map { .organisation(dataset.slug($0)) }
    names = ids.map(dataset.name)
    rows =
      Comparison.identity(profiles, in: world) + Comparison.money(profiles, in: world)
      + Comparison.compute(profiles, in: world) + Comparison.exposures(profiles, in: world)
      + Comparison.others(profiles, in: world)
    lines = Comparison.valuations(profiles, in: world)
  }

  private static func identity(_ profiles: [CompanyProfile], in world: World) -> [Row] {
    let dataset = world.dataset
    return [
      Row("Layer", profiles.map { .words($0.organisation.layer.word) }),
      Row(
        "Home",
        profiles.map { .words($0.organisation.country.map { dataset.name($0) } ?? "") }),
      Row(
        "Founded",
        profiles.map { .words($0.organisation.founded.map { String($0.year) } ?? "") }),
    ]
  }

  private static func money(_ profiles: [CompanyProfile], in world: World) -> [Row] {
    let dataset = world.dataset
    let rounds = profiles.flatMap { profile in
      profile.capital.raised.rounds.map { Fact.round(dataset.slug($0)) }
    }
    func known(_ profile: CompanyProfile, _ value: Double) -> Double? {
      let raised = profile.capital.raised
      return raised.rounds.count > raised.undisclosed ? value : nil
    }
    func tally(_ title: String, _ value: (CompanyProfile) -> Double) -> Row {
      Row(title, profiles.map { .money(known($0, value($0))) }, facts: rounds)
    }
    func isTracked(_ profile: CompanyProfile) -> Bool {
      profile.capital.raised.isTracked || !profile.organisation.raisesMoney
    }
    func count(_ title: String, _ value: (CapitalTally) -> Int) -> Row {
      Row(
        title, profiles.map { .count(isTracked($0) ? value($0.capital.raised) : nil) },
        facts: rounds)
    }
    let places = dataset.placesOfValuations
    let valued = profiles.compactMap { $0.capital.last?.taken.fact(in: dataset, places) }
    return [
      Row(
        "Raised",
        profiles.map {
          isTracked($0)
            ? .money(
              known($0, $0.capital.raised.usdMillions),
              possible: $0.capital.raised.announcedUSDMillions) : .words(CapitalTally.untracked)
        }, facts: rounds),
      tally("  for shares") { $0.capital.equityUSDMillions },
      tally("  debt") { $0.capital.raised.usdMillions(.debt) },
      tally("  grants") { $0.capital.raised.usdMillions(.grant) },
      count("Rounds") { $0.rounds.count },
      count("  undisclosed") { $0.undisclosed },
      Row(
        "Valued", profiles.map { .money($0.capital.last?.taken.dollars?.millions) }, facts: valued),
      Row(
        "  on", profiles.map { .words($0.capital.last.map { readable($0.date) } ?? "") },
        facts: valued),
      Row(
        "  ÷ equity raised",
        profiles.map { profile in
          profile.capital.multiple.map { Value(NumberFormat.figure($0), $0) } ?? .unknown
        }, facts: valued + rounds),
    ]
  }

  private static func compute(_ profiles: [CompanyProfile], in world: World) -> [Row] {
    let dataset = world.dataset
    let totals = Compute.totals(of: world.snapshot, by: .operator)
    let tallies = profiles.map { profile in
      totals.groups.first { $0.key == .organisation(profile.organisation.id) }?.tally
        ?? ComputeTally()
    }
    let sites = tallies.flatMap { tally in
      (tally.commitments + tally.announcedCommitments).map {
        Fact.commitment(dataset.slug($0))
      }
    }
    let rents = profiles.map { profile in
      profile.rented.map(\.commitment).filter { $0.status.isFirm && $0.scope == .site }
    }
    return [
      Row(
        "Accelerators, firm",
        tallies.map {
          .count(
            $0.commitments.isEmpty && $0.announced == 0 ? nil : $0.accelerators,
            possible: $0.announced)
        },
        facts: sites),
      Row(
        "  running", tallies.map { .count($0.commitments.isEmpty ? nil : $0.knownRunning) },
        facts: sites),
      Row(
        "  power, MW",
        tallies.map { tally in
          tally.megawatts > 0
            ? Value(NumberFormat.figure(tally.megawatts), tally.megawatts) : .unknown
        }, facts: sites),
      Row(
        "  rented",
        rents.map { rows in
          .count(rows.isEmpty ? nil : rows.reduce(0) { $0 + ($1.accelerators ?? 0) })
        },
        facts: rents.flatMap { $0.map { .commitment(dataset.slug($0.id)) } }),
    ]
  }

  private static func exposures(_ profiles: [CompanyProfile], in world: World) -> [Row] {
    ExposureFacts(world: world, settings: Settings(), tellsPaths: true).bars.flatMap {
      bar -> [Row] in
      let found = profiles.map { bar.exposure[$0.organisation.id] }
      let style: Style? = bar.style == .target ? .target : nil
      let facts = found.flatMap { exposure in
        exposure.paths.flatMap { world.facts(at: $0.evidence.rows) }
      }
      let title = bar.title.prefix(1).uppercased() + bar.title.dropFirst()
      // A part without a size may weigh anything, so the interval of all can be as wide as nothing said: the
      // share of what is counted leads, with how much that is.
      let counted = found.map { exposure -> ClosedRange<Double>? in
        guard !exposure.isUnknown, let share = exposure.known else { return nil }
        let (low, high) = (share.documented, share.possible)
        return bar.isRest ? (1 - high)...(1 - low) : low...high
      }
      let all = profiles.map { bar.share(of: $0.organisation.id) }
      var rows = [
        Row(title, counted.map { .share($0, style: style) }, whole: 1, facts: facts),
        Row("  counted, unsized", found.map(Comparison.counted), facts: facts),
      ]
      if all != counted {
        rows.append(
          Row(
            "  with unsized", all.map { .share($0, style: style) }, whole: 1, facts: facts))
      }
      return rows
    }
  }

  /// The base of a share, with the number of parts without a size: `292,240, 2 unsized`.
  private static func counted(_ exposure: OrganisationExposure) -> Value {
    if exposure.isUnknown { return .unknown }
    let amount =
      exposure.amount > 0 ? NumberFormat.integer(exposure.amount) : "none"
    let unknown = exposure.uncounted > 0 ? ", \(exposure.uncounted) unsized" : ""
    return Value(amount + unknown, isFigure: true)
  }

  private static func others(_ profiles: [CompanyProfile], in world: World) -> [Row] {
    let dataset = world.dataset
    return [
      Row(
        "Models", profiles.map { .count($0.models.count) },
        facts: profiles.flatMap { $0.models.map { .model(dataset.slug($0.id)) } }),
      Row(
        "Investors",
        profiles.map { profile in
          let investors = Set(profile.rounds.flatMap { $0.investments.map(\.investor) })
          return .count(investors.count)
        }),
      Row("Rounds it was in", profiles.map { .count($0.investor?.raised.rounds.count ?? 0) }),
    ]
  }

  /// The established values of all over time; none where nobody has two.
  private static func valuations(_ profiles: [CompanyProfile], in world: World) -> StepLine? {
    let series = profiles.map { profile in
      profile.capital.steps.map { step in
        (
          day: step.taken.day(in: world.dataset).number,
          value: step.taken.dollars.map { $0.millions / 1000 }
        )
      }
    }
    return lines(series, title: "Valuation", unit: "$ bn", in: world)
  }

  /// Lines of one chart, told apart by letter and colour.
  static func lines(
    _ series: [[(day: Int, value: Double?)]], title: String, unit: String, in world: World
  ) -> StepLine? {
    guard let first = series.joined().map(\.day).min(), series.contains(where: { $0.count > 1 })
    else { return nil }
    return StepLine(
      series: series.enumerated().map { index, steps in
        StepLine.Series(
          steps: steps.enumerated().map { place, step in
            // Where steps are many the letters at both ends tell whose they are.
            let isMarked = steps.count <= 8 || place == 0 || place == steps.count - 1
            return StepLine.Step(
              day: step.day, value: step.value,
              mark: isMarked ? letters[index].unicodeScalars.first : nil)
          }, style: .series(index))
      }, days: (first - 30)...max(world.day.number, first + 1), asOf: world.day.number,
      title: title, unit: unit)
  }
}
