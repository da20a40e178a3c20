import Canvas
import Charts
import Dataset
import Insight

extension EnforcementScreen {
  /// The map of the rows: a tile for each row that has a place, in the order of the rows.
  ///
  /// `tiles[i]` is the row `rows[i]`; the tiles after those are states that are not shown, faint.
  /// Where two days are compared, those show how they stand all the same, and gains and losses are marked.
  static func map(
    _ rows: [EnforcementRow], beside others: [EnforcementRow],
    comparison: EnforcementComparison? = nil
  ) -> (map: TileMap, rows: [Int]) {
    var tiles: [TileMap.Tile] = []
    var tileRows: [Int] = []
    for (index, row) in rows.enumerated() {
      guard let place = TileMap.europe.first(where: { $0.code == row.code }) else { continue }
      tiles.append(tile(row, at: place, movement(comparison, row)))
      tileRows.append(index)
    }
    for row in others {
      guard let place = TileMap.europe.first(where: { $0.code == row.code }) else { continue }
      tiles.append(
        comparison == nil
          ? TileMap.Tile(place, mark: " ", style: .dim, isSetApart: true) : tile(row, at: place))
    }
    return (TileMap(tiles: tiles), tileRows)
  }

  private static func tile(
    _ row: EnforcementRow, at place: TileMap.Place, _ movement: Movement? = nil
  ) -> TileMap.Tile {
    guard row.isMember, let state = row.state else {
      return TileMap.Tile(
        place, mark: Glyph.unknown, style: .dim, name: row.name, isSetApart: true)
    }
    let standing = state.standing
    let mark = movement.map { $0 == .gained ? Glyph.rise : Glyph.fall } ?? standing.mark
    return TileMap.Tile(
      place, mark: mark, style: movement == .lost ? .alarm : standing.style,
      edge: standing == .full ? .solid : standing == .possible ? .hollow : .open,
      name: row.name, detail: detail(state), detailStyle: .dim)
  }

  /// Since when, or how many of the four parts hold.
  private static func detail(_ state: StateEnforcement) -> String {
    if let since = state.fullSince {
      let date = CivilDate(dayNumber: since.number)
      return "\(date.monthName) \(date.shortYear)"
    }
    let parts = EnforcementDefinition.parts.count
    return "\(parts - state.missing.count) of \(parts)"
  }

  /// The legend, with the number of states for each mark.
  static func legend(
    _ report: EnforcementReport, _ comparison: EnforcementComparison?
  ) -> [Legend.Entry] {
    func entry(_ standing: Standing, _ words: String, _ count: Int) -> Legend.Entry {
      Legend.Entry(String(standing.mark), "\(count) \(words)", style: standing.style)
    }
    func count(_ standings: Standing...) -> Int {
      report.members.count { standings.contains($0.standing) }
    }
    var movements: [Legend.Entry] = []
    if let gained = comparison?.becameFull.count, gained > 0 {
      movements.append(
        Legend.Entry(String(Glyph.rise), "\(gained) gained it", style: Style(.good, .bold)))
    }
    if let lost = comparison?.ceasedFull.count, lost > 0 {
      movements.append(Legend.Entry(String(Glyph.fall), "\(lost) lost it", style: .alarm))
    }
    return movements + [
      entry(.full, Standing.full.words, count(.full)),
      entry(.possible, "possibly", count(.possible)),
      entry(.partly, Standing.partly.words, count(.partly)),
      entry(.none, Standing.none.words, count(.none, .proposed)),
    ]
  }
}
