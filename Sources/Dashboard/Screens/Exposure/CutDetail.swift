import Canvas
import Charts
import Dataset
import Insight

/// The loss where something is cut: before and after side by side, by company, country, customer and
/// year, and who loses what they rent. A second scenario stands next to the first.
///
/// Where not all of that fits, the same groups stand in a list to be scrolled (`CutTable`). So no size
/// of the window keeps a loss out of reach.
struct CutDetail: Sendable {
  let cut: CutReport
  /// The scenario that it is compared with.
  let other: CutReport?
  let world: World
  /// The sites that each of the two hits.
  let hits: CutHits
  let otherHits: CutHits?

  init(cut: CutReport, other: CutReport? = nil, world: World) {
    self.cut = cut
    self.other = other
    self.world = world
    hits = cut.hits
    otherHits = other?.hits
  }

  /// The columns that a block of groups takes at least.
  private static let blockWidth = 38
  /// The rows of a block at most, its title left out.
  private static let blockRows = 7

  /// The rows it takes to tell everything in some columns.
  func height(width: Int) -> Int {
    let blocks = blocks
    let across = Self.across(blocks.count, width)
    let rows = stride(from: 0, to: blocks.count, by: across).map { start in
      Self.height(of: blocks[start..<min(start + across, blocks.count)])
    }
    return heads(width: width).count + rows.reduce(0, +)
  }

  func draw(in area: Rect, on canvas: inout Canvas, isPrinted: Bool = false) {
    let heads = heads(width: area.width, isPrinted: isPrinted)
    draw(heads, in: area, on: &canvas)
    let blocks = blocks
    let across = Self.across(blocks.count, area.width)
    var y = area.y + heads.count
    for start in stride(from: 0, to: blocks.count, by: across) {
      let row = blocks[start..<min(start + across, blocks.count)]
      let height = min(Self.height(of: row), area.maxY - y)
      guard height > 1 else { return }
      let line = Rect(x: area.x, y: y, width: area.width, height: height)
      let slots = line.columns(Array(repeating: .share(1), count: across), gap: 2)
      for (block, slot) in zip(row, slots) { draw(block, in: slot, on: &canvas) }
      y += height
    }
  }

  private static func across(_ blocks: Int, _ width: Int) -> Int {
    max(1, min(blocks, (width + 2) / (blockWidth + 2)))
  }

  private static func height(of blocks: ArraySlice<Block>) -> Int {
    1 + min(blockRows, blocks.map(\.height).max() ?? 0)
  }

  // MARK: The groups

  /// A grouping with the losses of both scenarios.
  struct Block {
    let title: String
    /// The grouping in a word, for a column.
    var word: String { title.hasPrefix("by ") ? String(title.dropFirst(3)) : "tenant of" }
    let groups: [(key: GroupKey, loss: CutLoss, other: CutLoss?)]

    /// The groups that lose something with a size, surely or possibly.
    var sized: [(key: GroupKey, loss: CutLoss, other: CutLoss?)] { groups.filter(isSized) }

    /// The groups of whose loss nothing has a size: they stand apart at the end.
    var unsized: [(key: GroupKey, loss: CutLoss, other: CutLoss?)] {
      groups.filter { !isSized($0) }
    }

    /// The rows that it takes, its title left out.
    var height: Int { sized.count + (unsized.isEmpty ? 0 : 1) }

    private func isSized(_ group: (key: GroupKey, loss: CutLoss, other: CutLoss?)) -> Bool {
      group.loss.possible > 0 || (group.other?.possible ?? 0) > 0
    }
  }

  /// The groupings in the order in which they are told.
  var blocks: [Block] {
    let main = Self.main(cut)
    let beside = other.map(Self.main)
    let isRented = ([cut] + [other].compactMap(\.self)).contains(where: Self.losesTenants)
    func block(_ title: String, _ path: KeyPath<CutBreakdown, [CutBreakdown.Group]>) -> Block {
      block(title, main[keyPath: path], beside?[keyPath: path])
    }
    func block(
      _ title: String, _ losses: [CutBreakdown.Group], _ beside: [CutBreakdown.Group]?
    ) -> Block {
      let others = beside ?? []
      var groups = losses.map { group in
        (
          key: group.key, loss: group.loss,
          other: beside == nil ? nil : others.first { $0.key == group.key }?.loss ?? CutLoss?.none
        )
      }
      groups += others.filter { other in !losses.contains { $0.key == other.key } }
        .map { (key: $0.key, loss: CutLoss(), other: $0.loss) }
      return Block(title: title, groups: groups)
    }
    return [
      block("by company", \.byCompany),
      isRented
        ? block("still rented, by operator", cut.custom.byCompany, other?.custom.byCompany)
        : Block(title: "", groups: []), block("by customer", \.byCustomer),
      block("by year", \.byYear), block("by country", \.byCountry),
      block("by law", \.byJurisdiction), block("by layer", \.byLayer),
    ].filter { !$0.groups.isEmpty }
  }

  /// True if what is told is money, and not compute.
  var isMoney: Bool {
    cut.accelerators.total.isNothing && cut.custom.total.isNothing
      && !cut.capital.total.isNothing
  }

  /// True if a report takes no compute and leaves sites without their tenant: they stay, and run on.
  static func onlyTenantsLeave(_ cut: CutReport) -> Bool {
    cut.accelerators.total.possible == 0 && cut.custom.total.possible > 0
  }

  /// The part that an organisation plays most: chips and sites before customers, these before money.
  ///
  /// A part in which something of known size is lost comes before parts in which nothing is.
  private static func main(_ cut: CutReport) -> CutBreakdown {
    let parts = [cut.accelerators, cut.custom, cut.capital]
    return parts.first { $0.total.possible > 0 } ?? parts.first { !$0.total.isNothing }
      ?? cut.capital
  }

  /// True if operators lose tenants besides the compute that is lost.
  private static func losesTenants(_ cut: CutReport) -> Bool {
    cut.accelerators.total.possible > 0 && cut.custom.total.possible > 0
  }

  private func draw(_ block: Block, in area: Rect, on canvas: inout Canvas) {
    let columns =
      other == nil ? "before \(Glyph.arrowRight) after" : "before \(Glyph.arrowRight) A, B"
    let rented = Self.onlyTenantsLeave(cut) && block.word != "tenant of" ? "rented, " : ""
    put(Span(rented + block.title, .heading), Span(columns, .dim), in: area.row(0), on: &canvas)
    let unsized = block.unsized
    let room = min(area.height - 1, Self.blockRows) - (unsized.isEmpty ? 0 : 1)
    let sized = block.sized
    let isCut = sized.count > room
    let shown = sized.prefix(isCut ? max(0, room - 1) : room)
    for (row, group) in shown.enumerated() {
      let sure = group.loss.documented > 0 || (group.other?.documented ?? 0) > 0
      put(
        Span(name(of: group.key)), Span(text(group), sure ? .alarm : .possible),
        in: area.row(row + 1), on: &canvas)
    }
    if isCut, room > 0 {
      canvas.put(
        "and \(sized.count - shown.count) more", x: area.x, y: area.y + shown.count + 1,
        style: .dim, width: area.width)
    }
    guard !unsized.isEmpty, room >= 0 else { return }
    let row = shown.count + (isCut && room > 0 ? 1 : 0) + 1
    let names = unsized.map { name(of: $0.key) }.joined(separator: ", ")
    canvas.put(
      [Span("unknown size: ", .dim), Span(names, .possible)].clauses(within: area.width),
      x: area.x, y: area.y + row, width: area.width)
  }

  /// A name at the left of a row and a figure at its right, the figure whole.
  private func put(_ name: Span, _ figure: Span, in row: Rect, on canvas: inout Canvas) {
    let width = min(row.width, TextWidth.of(figure.text))
    canvas.put([figure], x: row.maxX - width, y: row.y, width: width)
    canvas.put([name], x: row.x, y: row.y, width: max(0, row.width - width - 1))
  }

  func name(of key: GroupKey) -> String {
    switch key {
    case .unknown: "not named"
    case .status(.operational): "runs today"
    default: world.name(ofPlace: key)
    }
  }

  private func text(_ group: (key: GroupKey, loss: CutLoss, other: CutLoss?)) -> String {
    let before = max(group.loss.before, group.other?.before ?? 0)
    let figure = { (value: Double) in NumberFormat.compact(value) }
    func after(_ loss: CutLoss?) -> String {
      guard let loss, !loss.isEmpty else { return figure(before) }
      return NumberFormat.interval(figure(loss.left.lowerBound), figure(loss.left.upperBound))
    }
    let text = "\(figure(before)) \(Glyph.arrowRight) \(after(group.loss))"
    return other == nil
      ? text + " \(Glyph.minus)\(NumberFormat.percent(group.loss.share))"
      : text + ", \(after(group.other))"
  }
}

extension CutLoss {
  /// True if nothing was counted and nothing is lost.
  var isEmpty: Bool { before == 0 && possible == 0 && uncounted == 0 }

  /// The sites hit of which no row tells a size, and apart those that may be hit: `18 sites of unknown size
  /// and possibly 9 more`.
  func unsizedWords(in unit: ComputeUnit) -> String {
    let sure = uncounted - uncountedOpen
    if sure == 0 { return "possibly \(unit.leftOut(uncountedOpen))" }
    return unit.leftOut(sure) + (uncountedOpen > 0 ? " and possibly \(uncountedOpen) more" : "")
  }

  /// The part of everything that is lost.
  var share: ClosedRange<Double> {
    guard before > 0 else { return 0...0 }
    let least = min(1, documented / before)
    return least...max(least, min(1, possible / max(before, mostBefore)))
  }
}
