import Charts
import Dataset
import Insight

/// Typing a few letters to get somewhere.
public struct Palette: Sendable {
  /// Somewhere to go, or something to do.
  public enum Destination: Hashable, Sendable {
    case page(Page)
    case command(Command)
  }

  /// A line of the list.
  public struct Entry: Hashable, Sendable {
    /// What it is called.
    public let title: String
    /// What it is.
    public let kind: String
    /// What choosing it does.
    public let destination: Destination
  }

  /// What has been typed.
  public var line: LineEditor
  /// Everything there is, in the order in which equals are listed.
  public let entries: [Entry]
  /// What fits, the best first.
  public private(set) var found: [Entry]
  /// Where one is in the list.
  public var position = ListPosition(cursor: 0)

  /// Everything there is to go to.
  init(world: World, keymap: Keymap) {
    line = LineEditor()
    let screens = ScreenKind.numbered.map {
      Entry(title: $0.title, kind: "screen", destination: .page($0.page))
    }
    let commands = keymap.bindings.filter { $0.scope == .everywhere }.compactMap {
      binding -> Entry? in
      switch binding.command {
      case .move, .show, .palette: nil
      default:
        Entry(
          title: binding.help, kind: "key \(binding.label)", destination: .command(binding.command))
      }
    }
    let dataset = world.dataset
    let organisations = dataset.organisations.map { organisation in
      Entry(
        title: dataset.string(organisation.name), kind: organisation.layer.word,
        destination: .page(.company(dataset.slug(organisation.id))))
    }
    let countries = dataset.countries.map { country in
      Entry(
        title: dataset.string(country.name), kind: "country",
        destination: .page(.country(dataset.code(country.id))))
    }
    let layers = Layer.allCases.map {
      Entry(title: $0.word, kind: "layer", destination: .page(.layer($0)))
    }
    let sites = world.snapshot.compute.map { commitment in
      Entry(
        title: dataset.string(commitment.name), kind: "compute",
        destination: .page(.fact(.commitment(dataset.slug(commitment.id)))))
    }
    let milestones = world.snapshot.milestones.map { milestone in
      Entry(
        title: dataset.string(milestone.title), kind: "milestone",
        destination: .page(.fact(.milestone(dataset.slug(milestone.id)))))
    }
    entries = screens + layers + countries + organisations + sites + milestones + commands
    found = entries
  }

  /// Looks again, after the line changed.
  mutating func search() {
    let wanted = line.text.lowercased()
    position = ListPosition(cursor: 0)
    guard !wanted.isEmpty else {
      found = entries
      return
    }
    found =
      entries.enumerated().compactMap { index, entry in
        match(wanted, entry.title.lowercased()).map { (rank: $0, index: index, entry: entry) }
      }
      .sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.entry)
  }

  /// How well a title fits what is wanted, 0 the best: the whole, its start, the start of a word,
  /// somewhere inside, its letters in order; `nil` where it does not.
  private func match(_ wanted: String, _ title: String) -> Int? {
    if title == wanted { return 0 }
    if title.hasPrefix(wanted) { return 1 }
    if title.split(whereSeparator: { $0 == " " || $0 == "-" }).contains(where: {
      $0.hasPrefix(wanted)
    }) {
      return 2
    }
    if title.contains(wanted) { return 3 }
    var rest = wanted[...]
    for letter in title where letter == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty ? 4 : nil
  }
}
