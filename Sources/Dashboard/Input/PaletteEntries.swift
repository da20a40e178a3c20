import Canvas
import Capture
import Dataset
import Insight

/// Everything there is to go to, in the order in which equals are listed, and the index of its names.
struct PaletteEntries: Sendable {
  let entries: [Palette.Entry]
  let index: NameIndex

  init(world: World, keymap: Keymap, saved: Kept, settingsPath: String?) {
    // Of equally good names the first sort comes before the second: a company before its sites.
    let sorts = [
      PaletteEntries.screens + PaletteEntries.whatIfs(world, keymap) + PaletteEntries.views
        + PaletteEntries.disputes + PaletteEntries.changedSince(world)
        + PaletteEntries.months(world)
        + PaletteEntries.filters(saved.filters)
        + PaletteEntries.scenarios(saved.scenarios)
        + PaletteEntries.watched(world) + PaletteEntries.layers + PaletteEntries.countries(world)
        + PaletteEntries.organisations(world) + PaletteEntries.signatures(world),
      PaletteEntries.alsoInvestors(world) + PaletteEntries.commands(keymap)
        + PaletteEntries.forms + PaletteEntries.settings(settingsPath)
        + PaletteEntries.dependents(world) + PaletteEntries.planners(world)
        + PaletteEntries.authorities(world),
      PaletteEntries.rows(world),
    ]
    entries = sorts.flatMap { $0 }
    index = NameIndex(
      entries.map { (name: $0.title, other: $0.other) },
      sorts: sorts.enumerated().flatMap { sort, entries in entries.map { _ in UInt8(sort) } })
  }

  private static var screens: [Palette.Entry] {
    let others = ScreenKind.allCases.filter { $0.type.access == .palette }
    return (ScreenKind.numbered + others).map {
      Palette.Entry($0.title, kind: "screen", .page($0.page))
    }
  }

  private static var layers: [Palette.Entry] {
    Layer.allCases.map {
      Palette.Entry($0.word, other: "layer \($0.word)", kind: "layer", .page(.layer($0)))
    }
  }

  private static func filters(_ saved: SavedFilters) -> [Palette.Entry] {
    saved.all.map {
      Palette.Entry("@\($0.name)  \($0.text)", other: $0.name, kind: "filter", .filter($0.text))
    }
  }

  private static func scenarios(_ saved: SavedFilters) -> [Palette.Entry] {
    saved.all.map {
      Palette.Entry(
        "@\($0.name)  without \($0.text)", other: $0.name, kind: "scenario", .scenario($0.text))
    }
  }

  private static func watched(_ world: World) -> [Palette.Entry] {
    guard !world.watchlist.isEmpty else { return [] }
    return [
      Palette.Entry(
        "everything watched", other: "watchlist", kind: "filter", .filter("watched:yes"))
    ]
  }

  private static func countries(_ world: World) -> [Palette.Entry] {
    world.dataset.countries.map { country in
      let code = world.dataset.code(country.id)
      return Palette.Entry(
        world.dataset.string(country.name),
        other: ([code] + (world.dataset.unionCode(country.id).map { [$0] } ?? []))
          .joined(separator: " "), kind: "country", .page(.country(code)))
    }
  }

  private static func planners(_ world: World) -> [Palette.Entry] {
    let dataset = world.dataset
    return dataset.countries.filter { $0.bloc == .eu }.map { country in
      let code = dataset.code(country.id)
      return Palette.Entry(
        "Planner: \(dataset.string(country.name))", other: "plan \(code)", kind: "planner",
        .page(.planner(PlanRequest(country: code))))
    }
  }

  /// Bodies by their names, English names and acronyms. People know those better than the page of the state
  /// they stand on.
  private static func authorities(_ world: World) -> [Palette.Entry] {
    var seen: Set<[String]> = []
    return world.snapshot.authorities.compactMap { row in
      let (name, code) = (world.dataset.string(row.name), world.dataset.code(row.country))
      guard seen.insert([name, code]).inserted else { return nil }
      let english = world.dataset.string(row.english)
      return Palette.Entry(
        world.name(of: row), other: "\(english.isEmpty ? "" : english + " ")authority \(code)",
        kind: "authority, \(code)", .page(.country(code)))
    }
  }

  /// Companies, and those who only invest on the page that says in whom.
  private static func organisations(_ world: World) -> [Palette.Entry] {
    let investors = Set(world.investors)
    return world.snapshot.organisationsByRows.map { organisation in
      let slug = world.dataset.slug(organisation.id)
      let isInvestor = organisation.layer == .capital && investors.contains(organisation.id)
      return Palette.Entry(
        world.dataset.string(organisation.name), other: slug,
        kind: isInvestor ? "investor" : organisation.layer.word,
        .page(isInvestor ? .investor(slug) : .company(slug)))
    }
  }

  private static func alsoInvestors(_ world: World) -> [Palette.Entry] {
    world.investors.filter { world.dataset[$0].layer != .capital }.map { id in
      let slug = world.dataset.slug(id)
      return Palette.Entry(
        "\(world.dataset.name(id)) as an investor", other: slug, kind: "investor",
        .page(.investor(slug)))
    }
  }

  /// Those on whom others depend: makers and whoever supplies, hosts or rents out.
  private static func dependents(_ world: World) -> [Palette.Entry] {
    var found = Set(
      world.snapshot.compute.flatMap { [$0.vendor, $0.operatedBy].compactMap(\.self) })
    for relation in world.snapshot.relations
    where relation.kind == .supplies || relation.kind == .hosts {
      found.insert(relation.from)
    }
    return world.dataset.organisations.filter { found.contains($0.id) }.map { organisation in
      let name = world.dataset.string(organisation.name)
      return Palette.Entry(
        "Who depends on \(name)", other: "exposure to \(name) depends on", kind: "exposure",
        .dependents(world.dataset.slug(organisation.id)))
    }
  }

  /// The instruments that have signatories, whose pages list them.
  private static func signatures(_ world: World) -> [Palette.Entry] {
    let dataset = world.dataset
    let signed = Set(world.snapshot.signatories.map(\.instrument))
    return world.snapshot.milestones.filter { signed.contains($0.id) }.map { row in
      let slug = dataset.slug(row.id)
      return Palette.Entry(
        "Signatories: \(dataset.string(row.title))", other: "who signed signatures \(slug)",
        kind: "signatures", .page(.fact(.milestone(slug))))
    }
  }

  private static func rows(_ world: World) -> [Palette.Entry] {
    let dataset = world.dataset
    func entry(_ title: String, _ slug: String, _ kind: String, _ fact: Fact) -> Palette.Entry {
      Palette.Entry(title, other: slug, kind: kind, .page(.fact(fact)))
    }
    var entries = world.snapshot.compute.map { row in
      let slug = dataset.slug(row.id)
      return entry(dataset.string(row.name), slug, row.scope.word, .commitment(slug))
    }
    entries += world.snapshot.milestones.map { row in
      let slug = dataset.slug(row.id)
      return entry(dataset.string(row.title), slug, "milestone", .milestone(slug))
    }
    entries += world.snapshot.models.map { row in
      let slug = dataset.slug(row.id)
      return entry(dataset.string(row.name), slug, "model", .model(slug))
    }
    return entries
      + dataset.claims.map { row in
        let slug = dataset.slug(row.id)
        return entry(dataset.string(row.claim), slug, "claim", .claim(slug))
      }
  }

  private static var forms: [Palette.Entry] {
    // Those that news tells of most come first.
    let usual = ["round", "site", "step", "authority", "valuation", "relation", "organisation"]
    let kinds =
      usual.compactMap { EntryKind($0) } + EntryKind.all.filter { !usual.contains($0.word) }
    return kinds.map {
      Palette.Entry(
        "new \($0.word)", other: "add enter \($0.word) own facts", kind: "form",
        .command(.enterNew($0)))
    } + [
      Palette.Entry(
        "undo the last of your own entries: take it back", other: "own facts remove revert",
        kind: "command", .command(.takeBack))
    ]
  }

  /// Words for a command of entry that its help does not have.
  private static func words(for command: Command) -> [String] {
    switch command {
    case .enterNew: ["own facts", "enter", "capture"]
    case .moveOn: ["change", "later state", "own facts"]
    default: []
    }
  }

  private static func commands(_ keymap: Keymap) -> [Palette.Entry] {
    keymap.bindings.filter { $0.scope == .everywhere }.compactMap { binding in
      switch binding.command {
      case .move, .show, .palette: return nil
      default:
        let key = binding.keys.isEmpty ? "command" : "key \(binding.label)"
        return Palette.Entry(
          binding.help,
          other: ([binding.action] + words(for: binding.command)).joined(separator: " "),
          kind: key, .command(binding.command))
      }
    }
  }
}
