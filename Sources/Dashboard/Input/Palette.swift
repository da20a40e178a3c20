import Charts
import Dataset
import Insight

public struct Palette: Sendable {
  /// Somewhere to go, or something to do.
  public enum Destination: Hashable, Sendable {
    case page(Page)
    case command(Command)
    /// A page with something chosen on it, through a filter or the present one.
    case view(Page, [Chosen], pane: Int?, filter: String?)
    case theme(String)
    case settings
    case filter(String)
    /// A page through a filter.
    case filtered(Page, String)
    /// The changes after a day, to the day shown.
    case since(Day)
    /// The news of the days after the first, to the last.
    case period(after: Day, to: Day)
    /// Who depends on an organisation.
    case dependents(String)
    /// Things to be taken away on Exposure.
    case scenario(String)
    /// The line on Exposure that asks what to take away.
    case whatIf
  }

  public struct Entry: Hashable, Sendable {
    public let title: String
    /// Another text that finds it: its id.
    let other: String
    public let kind: String
    /// The effect of choosing it.
    public let destination: Destination

    init(_ title: String, other: String = "", kind: String, _ destination: Destination) {
      self.title = title
      self.other = other
      self.kind = kind
      self.destination = destination
    }
  }

  public var line = LineEditor()
  public var position = ListPosition(cursor: 0)
  private let all: PaletteEntries
  private var found: [NameIndex.Hit]
  // Two of those named, to be compared: only where nothing is called like both.
  private var comparison: Entry?

  init(_ all: PaletteEntries) {
    self.all = all
    found = all.index.search("")
  }

  public var count: Int { found.count + (comparison == nil ? 0 : 1) }

  /// The fitting entries, the best first.
  public func entry(_ place: Int) -> Entry? {
    if let comparison, place == 0 { return comparison }
    let place = comparison == nil ? place : place - 1
    return found.indices.contains(place) ? all.entries[found[place].index] : nil
  }

  /// Looks again, after the line changed.
  mutating func search() {
    position = ListPosition(cursor: 0)
    found = Palette.worthwhile(all.index.search(line.text), for: line.text, in: all)
    let text = line.text
    lead { Palette.isMeant($0, by: text) }
    let isName = found.first.map { $0.rank <= .otherName } ?? false
    comparison = isName ? nil : all.comparison(line.text)
  }

  /// Puts the hits that are meant before those that only begin so, in the order of the entries.
  private mutating func lead(_ isMeant: (Entry) -> Bool) {
    let meant = found.filter { isMeant(all.entries[$0.index]) }
    guard !meant.isEmpty else { return }
    let rest = found.filter { !isMeant(all.entries[$0.index]) }
    found = meant.sorted { $0.index < $1.index } + rest
  }

  /// True if a text means an entry: `new ` a form, two capitals a country.
  private static func isMeant(_ entry: Entry, by text: String) -> Bool {
    switch entry.kind {
    case "form": text.lowercased() == "new "
    case "country":
      text.count == 2 && text == text.uppercased()
        && entry.other.split(separator: " ").contains(text[...])
    default: false
    }
  }

  /// The hits that somebody may have meant: letters strewn over a name count only where nothing has the word.
  /// There they count only in a name that they abbreviate.
  private static func worthwhile(
    _ hits: [NameIndex.Hit], for text: String, in all: PaletteEntries
  ) -> [NameIndex.Hit] {
    let named = hits.filter { $0.rank < .scattered }
    guard named.isEmpty else { return named }
    let letters = Array(FoldedText.folded(text).filter { $0 != " " })
    return hits.filter { abbreviates(letters, all.entries[$0.index].title) }
  }

  /// True if letters stand in a name in order, close together and from the beginning of a word on.
  private static func abbreviates(_ letters: [Character], _ name: String) -> Bool {
    guard letters.count > 2 else { return false }
    let name = Array(FoldedText.folded(name))
    let longest = letters.count + letters.count / 2 + 1
    return name.indices.contains { start in
      guard name[start] == letters[0], start == 0 || !name[start - 1].isLetter else { return false }
      var wanted = 0
      for character in name[start...].prefix(longest) where character == letters[wanted] {
        wanted += 1
        if wanted == letters.count { return true }
      }
      return false
    }
  }
}

extension State {
  /// Opens the palette. The names are gathered once for as long as they stay what they are.
  mutating func openPalette() {
    let entries =
      paletteEntries
      ?? PaletteEntries(
        world: world, keymap: keymap, saved: kept, settingsPath: settingsPath)
    paletteEntries = entries
    mode = .palette(Palette(entries))
  }
}
