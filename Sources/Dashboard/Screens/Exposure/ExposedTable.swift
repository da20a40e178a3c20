import Canvas
import Charts
import Dataset
import Insight

/// The exposed: whoever has a known share first, by what is at stake; then those known by relations alone,
/// with those they go through; last those who surely do not depend on the target.
enum ExposedTable {
  static func make(_ facts: ExposureFacts, sort: SortOrder?) -> FactTable {
    let world = facts.world
    guard let exposure = facts.main else { return FactTable(nothing: "exposed", in: world) }
    let listed = exposure.organisations.filter { world.shows(world.dataset[$0.id]) }
    // Whoever surely has no part in it answers nothing, however large: for most targets that is nearly all.
    let shown = listed.filter { $0.share.possible > 0 } + listed.filter { $0.share.possible <= 0 }
    let counts = ExposedCounts(shown)
    let others = counts.exposed - counts.known
    let rest = others > 0 ? ", \(others) by relations alone" : ""
    let paths = counts.pathWords.isEmpty ? "" : " · \(counts.pathWords)"
    let without = counts.none > 0 ? " · \(counts.none) not exposed" : ""
    return FactTable(
      "\(counts.exposed) exposed: \(counts.known) with a known share\(rest)\(paths)\(without)",
      name: "exposed",
      columns: columns(StandingWords(exposure: exposure, world: world)), rows: shown, in: world,
      sort: sort, style: { found, _ in found.known == nil ? .dim : .plain },
      fact: { .organisation($1.dataset.slug($0.id)) })
  }

  /// The finding in one line: how many depend on the target and how much of what is counted surely
  /// goes through it. It also has the meaning of the words.
  ///
  /// *Documented* is what holds whatever everything open turns out to be: the first figure of the column
  /// `Bounds`, and `documented` in JSON. *Known* is the share of what has a size.
  static func answer(_ facts: ExposureFacts) -> [Span] {
    guard let exposure = facts.main else { return [] }
    let world = facts.world
    let listed = exposure.organisations.filter { world.shows(world.dataset[$0.id]) }
    let counts = ExposedCounts(listed)
    let sure = counts.sure
    let verb = sure == 1 ? "depends" : "depend"
    // Under a filter the count is of those that pass it, and no statement on all.
    let passing = world.filter.isEmpty ? "" : sure == 1 ? " that passes" : " that pass"
    var spans = [
      Span(
        "\(counted(sure, "organisation"))\(passing) \(verb) on \(facts.questionName)", .strong),
      Span(counts.possible > 0 ? ", \(counts.possible) others may" : "", .dim),
      Span(
        counts.none > 0 ? ", \(counts.none) \(counts.none == 1 ? "does" : "do") not" : "", .dim),
    ]
    // The sum is of everything counted: sites that several depend on count once.
    if facts.dimension == .compute {
      let total = CutReport(
        of: world.snapshot, cutting: Scenario(CutTarget(suppliersOf: facts.supplier)), facts.options
      ).accelerators.total
      if total.before > 0, world.filter.isEmpty {
        spans += [
          Span("; ", .dim),
          Span(
            "\(NumberFormat.percent(min(1, total.documented / total.before))) of "
              + "\(NumberFormat.integer(total.before)) \(facts.options.unit.title) documented",
            Style(.strong, .bold)),
          Span(
            total.uncounted > 0
              ? ", \(total.unsizedWords(in: facts.options.unit)) left out" : "", .dim),
        ]
      }
    }
    return spans
  }

  /// The paths of the exposed in the words of their column, and how a filter asks for one.
  static func paths(_ facts: ExposureFacts) -> [Span] {
    let world = facts.world
    let listed = (facts.main?.organisations ?? []).filter { world.shows(world.dataset[$0.id]) }
    let counts = ExposedCounts(listed)
    guard counts.exposed > 0 else { return [] }
    // Who asks by path already need not be told how.
    let hint =
      world.filter.isAboutExposure
      ? "" : "; a filter asks for it: path:indirect, or through: a name"
    return [
      Span("Path of the \(counts.exposed) that depend or may", .plain),
      Span(": \(counts.pathWords)", .strong), Span(hint, .dim),
    ]
  }

  /// The meaning of the words over the columns.
  static let legend: [Span] = [
    Span("Known share", .plain), Span(": of what has a size", .dim),
    Span("; bounds", .plain), Span(": with all that is open, at least to at most", .dim),
    Span("; bar: ", .dim), Span("\(Glyph.full)", .target), Span(" at least, ", .dim),
    Span("\(Glyph.full)", .possible), Span(" known, ", .dim),
    Span("\(Glyph.hollow)", .target), Span(" at most", .dim),
  ]

  private static func columns(_ words: StandingWords) -> [Column<OrganisationExposure>] {
    let exposure = words.exposure
    let bar = ExposureFacts.Bar(title: "", exposure: exposure, isRest: false, style: .target)
    let isMoney = exposure.dimension == .capital
    let unit = isMoney ? "$ m" : exposure.options.unit.title
    let ids = isMoney ? "usd_m" : exposure.options.unit.rawValue
    return [
      Column("organisation", .init("Organisation", minimum: 16, maximum: 32, priority: 10)) {
        $1.reference($0.id)
      },
      Column("path", .init("Path", minimum: 8, maximum: 8, priority: 9), style: .dim) { found, _ in
        found.pathWord.word
      },
      Column("layer", .init("Layer", minimum: 8, maximum: 14, priority: 1), style: .dim) {
        $1.dataset[$0.id].layer.word
      },
      Column(
        "at_stake_\(ids)",
        .init("At stake", alignment: .trailing, minimum: 8, maximum: 17, priority: 9),
        entry: { found, _, _ in found.known == nil ? Table.Entry("") : nil }
      ) { found, _ in found.atStake.map { Interval($0.lowerBound, $0.upperBound) } },
      Column(
        "of_\(ids)",
        .init("Of \(unit)", alignment: .trailing, minimum: 8, maximum: 19, priority: 4),
        style: .dim
      ) { found, _ in
        found.mostAmount > 0 ? Interval(found.amount, found.mostAmount) : nil
      },
      Column(
        drawn: "bar", .init("", minimum: 12, maximum: 12, priority: 7),
        rank: { found, _ in found.known?.documented }
      ) { found, _, _ in
        found.known == nil
          ? Table.Entry("")
          : Table.Entry(bar: Bar(bar.value(of: found.id), maximum: 1), cells: 12)
      },
      Column(
        "known", .init("Known share", alignment: .trailing, minimum: 11, maximum: 11, priority: 10),
        styled: { found, _, _ in found.known?.documented == 0 ? .plain : .target }
      ) { found, _ in found.known.map { $0.documented...$0.possible } },
      Column(
        "bounds",
        .init("Bounds", alignment: .trailing, minimum: 8, maximum: 13, priority: 8),
        style: .possible,
        entry: { found, _, _ in found.known == nil ? Table.Entry("") : nil }
      ) { found, _ in found.share.documented...found.share.possible },
      Column(
        "open", .init("Open facts, or intermediaries", minimum: 22, maximum: 90, priority: 6),
        style: .dim,
        words: { found, _ in text(found, words).joined(separator: "; ") }
      ) { found, _ in Words(text(found, words)) },
      Column("reach") { found, _ in found.reach.rawValue },
      Column("through") { found, world in found.through.map { world.reference($0) } },
      Column(
        "largest_path", .init("Largest path", minimum: 30, maximum: 90, priority: 2), style: .dim,
        words: { found, world in
          found.paths.first.map { ExposureFacts.words($0, of: found.id, in: world) }
        }
      ) { found, world in
        found.paths.first.map { Words(ExposureFacts.steps($0, of: found.id, in: world)) }
      },
    ]
  }

  private static func text(_ found: OrganisationExposure, _ words: StandingWords) -> [String] {
    found.known == nil ? words.through(found) : words.open(found)
  }
}
