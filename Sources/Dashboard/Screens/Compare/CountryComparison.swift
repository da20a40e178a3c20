import Canvas
import Charts
import Dataset
import Insight

extension Comparison {
  /// Countries side by side: what may be enforced there, what companies based there raised, and the
  /// compute that stands there.
  init(countries ids: [ID<Country>], in world: World) {
    let dataset = world.dataset
    let profiles = ids.map { CountryProfile($0, in: world.snapshot) }
    facts = ids.map { .country(dataset.code($0)) }
    names = ids.map(dataset.name)
    rows =
      Comparison.law(profiles, in: world) + Comparison.money(profiles, in: world)
      + Comparison.compute(profiles, in: world)
    lines = Comparison.lines(
      profiles.map { Comparison.raisedOverTime($0, in: world) },
      title: "Capital raised by companies based there, to date", unit: "$ bn", in: world)
  }

  private static func law(_ profiles: [CountryProfile], in world: World) -> [Row] {
    let dataset = world.dataset
    func step(_ title: String, _ kind: EnforcementStepKind) -> Row {
      Row(
        "  \(title)",
        profiles.map { profile in
          .words(profile.enforcement.map { $0[kind].status.words } ?? "")
        },
        facts: profiles.map { .step(country: dataset.code($0.country.id), kind) })
    }
    let steps = [
      step("law", .law), step("surveillance", .marketSurveillance),
      step("notifying", .notifying), step("contact point", .singlePointOfContact),
      step("penalties", .penalties),
    ]
    return [
      Row("Bloc", profiles.map { .words($0.country.bloc.word) }),
      Row(
        "Full authority",
        profiles.map { profile in
          guard let state = profile.enforcement else { return .unknown }
          switch state.standing {
          case .full: return Value("yes", style: .good)
          case .possible: return Value("possibly", style: .possible)
          default: return Value("no", style: .plain)
          }
        }),
      Row(
        "  days late",
        profiles.map { .count($0.enforcement?.daysLate) }),
      Row("Authorities", profiles.map { .count($0.enforcement?.authorities.count) }),
    ] + steps
  }

  private static func money(_ profiles: [CountryProfile], in world: World) -> [Row] {
    let rounds = profiles.flatMap { profile in
      profile.capital.rounds.map { Fact.round(world.dataset.slug($0)) }
    }
    return [
      Row(
        "Raised there",
        profiles.map {
          .money($0.capital.usdMillions, possible: $0.capital.announcedUSDMillions)
        }, facts: rounds),
      Row("  debt", profiles.map { .money($0.capital.usdMillions(.debt)) }, facts: rounds),
      Row("  rounds", profiles.map { .count($0.capital.rounds.count) }, facts: rounds),
      Row("  undisclosed", profiles.map { .count($0.capital.undisclosed) }, facts: rounds),
      Row("Organisations", profiles.map { .count($0.residents.count) }),
    ]
  }

  private static func compute(_ profiles: [CountryProfile], in world: World) -> [Row] {
    let sites = profiles.flatMap { profile in
      profile.commitments.map { Fact.commitment(world.dataset.slug($0.id)) }
    }
    let nvidia = world.dataset.focus
    return [
      Row(
        "Accelerators, firm",
        profiles.map { .count($0.compute.accelerators, possible: $0.compute.announced) },
        facts: sites),
      Row("  running", profiles.map { .count($0.compute.knownRunning) }, facts: sites),
      Row(
        "  power, MW",
        profiles.map { profile in
          let power = profile.compute.megawatts
          return power > 0 ? Value(NumberFormat.figure(power), power) : .unknown
        }, facts: sites),
      Row("  of unknown size", profiles.map { .count($0.compute.unknown) }, facts: sites),
      Row(
        "  \(world.focusName)'s share",
        profiles.map { profile in
          let share = Compute.share(in: world.snapshot) { commitment in
            guard commitment.country == profile.country.id else { return false }
            return commitment.vendor.map { $0 == nvidia }
          }
          let whole = Double(profile.compute.accelerators)
          guard whole > 0, nvidia != nil else { return .unknown }
          let known = Double(share.part) / whole
          let possible = min(1, Double(share.part + share.open) / whole)
          return .share(known...max(known, possible), style: .target)
        }, whole: 1, facts: sites),
    ]
  }

  /// The money raised up to each day, in billions of dollars, a step for every counted round.
  private static func raisedOverTime(_ profile: CountryProfile, in world: World)
    -> [(day: Int, value: Double?)]
  {
    let rounds = profile.capital.rounds.compactMap(world.snapshot.round)
      .map { (day: world.dataset.known($0).number, round: $0) }
      .sorted { $0.day < $1.day }
    var sum = 0.0
    return rounds.map { day, round in
      sum += (world.dataset.dollars(round)?.millions ?? 0) / 1000
      return (day, sum)
    }
  }
}
