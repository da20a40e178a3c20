import Charts
import Dataset
import Insight

/// Typing a few letters to get somewhere.
public struct Palette: Sendable {
  /// Somewhere to go, or something to do.
  public enum Destination: Hashable, Sendable {
    case page(Page)
    case command(Command)
    /// Looks through a filter kept under a name.
    case filter(String)
  }

  /// A line of the list.
  public struct Entry: Hashable, Sendable {
    /// What it is called.
    public let title: String
    /// What else it may be found by: its id.
    let other: String
    /// What it is.
    public let kind: String
    /// What choosing it does.
    public let destination: Destination

    init(_ title: String, other: String = "", kind: String, _ destination: Destination) {
      self.title = title
      self.other = other
      self.kind = kind
      self.destination = destination
    }
  }

  /// What has been typed.
  public var line = LineEditor()
  /// Where one is in the list.
  public var position = ListPosition(cursor: 0)
  private let all: PaletteEntries
  private var found: [NameIndex.Hit]

  init(_ all: PaletteEntries) {
    self.all = all
    found = all.index.search("")
  }

  /// How many there are.
  public var total: Int { all.entries.count }

  /// How many fit what has been typed.
  public var count: Int { found.count }

  /// What fits, the best first.
  public func entry(_ place: Int) -> Entry? {
    found.indices.contains(place) ? all.entries[found[place].index] : nil
  }

  /// Looks again, after the line changed.
  mutating func search() {
    position = ListPosition(cursor: 0)
    found = all.index.search(line.text)
  }
}

/// Everything there is to go to, in the order in which equals are listed, and the index of its names.
struct PaletteEntries: Sendable {
  let entries: [Palette.Entry]
  let index: NameIndex

  init(world: World, keymap: Keymap, saved: SavedFilters) {
    entries =
      PaletteEntries.screens + PaletteEntries.filters(saved) + PaletteEntries.watched(world)
      + PaletteEntries.layers + PaletteEntries.countries(world)
      + PaletteEntries.organisations(world) + PaletteEntries.investors(world)
      + PaletteEntries.rows(world)
      + PaletteEntries.commands(keymap) + PaletteEntries.planners(world)
    index = NameIndex(entries.map { (name: $0.title, other: $0.other) })
  }

  private static var screens: [Palette.Entry] {
    (ScreenKind.numbered + [.map]).map { Palette.Entry($0.title, kind: "screen", .page($0.page)) }
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
        world.dataset.string(country.name), other: code, kind: "country", .page(.country(code)))
    }
  }

  /// The planner, and the planner for each country that the Act binds.
  private static func planners(_ world: World) -> [Palette.Entry] {
    let dataset = world.dataset
    return [Palette.Entry("Planner", kind: "screen", .page(.planner(PlanRequest())))]
      + dataset.countries.filter { $0.bloc == .eu }.map { country in
        let code = dataset.code(country.id)
        return Palette.Entry(
          "Planner: \(dataset.string(country.name))", other: "plan \(code)", kind: "planner",
          .page(.planner(PlanRequest(country: code))))
      }
  }

  private static func organisations(_ world: World) -> [Palette.Entry] {
    world.snapshot.organisationsByRows.map { organisation in
      let slug = world.dataset.slug(organisation.id)
      return Palette.Entry(
        world.dataset.string(organisation.name), other: slug, kind: organisation.layer.word,
        .page(.company(slug)))
    }
  }

  private static func investors(_ world: World) -> [Palette.Entry] {
    world.investors.map { id in
      let slug = world.dataset.slug(id)
      return Palette.Entry(
        world.dataset.name(id), other: slug, kind: "investor", .page(.investor(slug)))
    }
  }

  /// Sites, milestones, models and claims.
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

  private static func commands(_ keymap: Keymap) -> [Palette.Entry] {
    keymap.bindings.filter { $0.scope == .everywhere }.compactMap { binding in
      switch binding.command {
      case .move, .show, .palette: return nil
      default:
        let key = binding.keys.isEmpty ? "command" : "key \(binding.label)"
        return Palette.Entry(
          binding.help, other: binding.action, kind: key, .command(binding.command))
      }
    }
  }
}

extension State {
  /// Opens the palette. The names are gathered once for as long as they stay what they are.
  mutating func openPalette() {
    let entries =
      paletteEntries ?? PaletteEntries(world: world, keymap: keymap, saved: kept.filters)
    paletteEntries = entries
    mode = .palette(Palette(entries))
  }
}
