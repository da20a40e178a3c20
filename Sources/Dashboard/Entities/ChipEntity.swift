import Charts
import Dataset
import Insight

extension Entity {
  static let chip = Entity(
    .chips, kind: "chip", heading: ComputeScreen.title, word: "chip", rows: { $0.chips },
    id: { row, dataset in dataset.slug(row.id) },
    row: { slug, world in world.dataset.chips.first { world.dataset.slug($0.id) == slug } },
    title: { row, world in world.dataset.string(row.name) },
    comparable: { row, world in .organisation(world.dataset.slug(row.vendor)) },
    passes: { _, filter in filter.isEverything },
    more: { row, world, details in details.addSites(of: row, in: world) })
}

extension Fact {
  /// An accelerator as its maker rates it.
  public static func chip(_ slug: String) -> Fact { .row(.chips, .id(slug)) }
}

extension FactDetails {
  /// Adds the sites that a chip stands in, and those that may have it.
  fileprivate mutating func addSites(of chip: Chip, in world: World) {
    let use = ChipUse(of: chip, in: world.snapshot)
    add("", "")
    add("sites with it alone", ChipWords.sum(of: use.sole, in: world))
    for row in use.sole { addSite(row, in: world) }
    guard !use.shared.isEmpty else { return }
    add("", "")
    add("sites that may have it", ChipWords.sum(of: use.shared, in: world), style: .possible)
    for row in use.shared { addSite(row, in: world) }
  }

  private mutating func addSite(_ row: Commitment, in world: World) {
    add(
      "", ChipWords.site(row, in: world), .commitment(world.dataset.slug(row.id)),
      style: row.scope == .site && row.status.isFirm ? .plain : .dim)
  }
}

/// Sites of a chip in words.
enum ChipWords {
  /// The number of rows, and the firm accelerators in them.
  static func sum(of rows: [Commitment], in world: World) -> String {
    guard !rows.isEmpty else { return "none is known" }
    let firm = rows.filter { $0.scope == .site && $0.status.isFirm }
    let sized = firm.compactMap(\.accelerators)
    let unknown = firm.count - sized.count
    return "\(counted(rows.count, "row")), \(counted(firm.count, "firm site"))"
      + (sized.isEmpty ? "" : " with \(NumberFormat.integer(sized.reduce(0, +))) accelerators")
      + (unknown > 0 ? ", \(unknown) of unknown size" : "")
  }

  /// A site in one line: name, number, status, operator.
  static func site(_ row: Commitment, in world: World) -> String {
    let count = row.accelerators.map { ", \(NumberFormat.integer($0)) accelerators" } ?? ""
    let status = row.scope == .site ? row.status.words : row.scope.words
    let holder = row.operatedBy.map { ", \(world.dataset.name($0))" } ?? ""
    return "\(world.dataset.string(row.name))\(count), \(status)\(holder)"
  }
}
