import Canvas
import Charts
import Insight

// The cut under the view: in words, or as the list that has the keys.
extension ExposureScreen {
  /// The pane of the groups that lose by the cut.
  var lostPane: Int? { pane(of: .groups) }

  /// The pane of the sites that it hits.
  var hitPane: Int? { pane(of: .hit) }

  /// The pane of the sites of which it leaves something.
  var standingPane: Int? { pane(of: .standing) }

  /// The lists of the cut in the order of their panes, behind those of the view.
  private var cutLists: [(list: CutList, table: FactTable)] {
    let lists: [(CutList, FactTable?)] = [(.groups, lost), (.hit, hit), (.standing, standing)]
    return lists.compactMap { list, table in table.map { (list, $0) } }
  }

  private func pane(of list: CutList) -> Int? {
    cutLists.firstIndex { $0.list == list }.map { mainPanes.count + $0 }
  }

  /// The list of the cut in a pane.
  func cutList(at pane: Int) -> CutList? {
    let place = pane - mainPanes.count
    return cutLists.indices.contains(place) ? cutLists[place].list : nil
  }

  /// Draws the list that has the keys. Without one the groups stand, as a list where they lack room.
  func draw(_ told: CutDetail, in area: Rect, of frame: inout Frame, view: ViewState) {
    let isWhole = told.height(width: area.width) <= area.height
    let focused = view.isPrinted ? nil : cutList(at: view.focus)
    let list = focused ?? (isWhole || view.isPrinted ? nil : .groups)
    guard let list, let pane = pane(of: list),
      let table = cutLists.first(where: { $0.list == list })?.table
    else {
      told.draw(in: area, on: &frame.canvas, isPrinted: view.isPrinted)
      return drawHit(under: told, in: area, of: &frame, view: view)
    }
    let heads = told.heads(over: focused, in: area.size)
    told.draw(heads, in: area, on: &frame.canvas)
    // The sums of the sites hit stand above them.
    (list == .hit ? table.withoutFeet : table)
      .draw(pane, in: area.inset(top: heads.count), of: &frame, view: view)
  }

  /// The rows that it takes to tell a cut: on paper the sites hit follow the groups.
  func height(of told: CutDetail, width: Int, isPrinted: Bool) -> Int {
    told.height(width: width) + (isPrinted ? hit.map { $0.withoutFeet.naturalHeight + 1 } ?? 0 : 0)
  }

  private func drawHit(
    under told: CutDetail, in area: Rect, of frame: inout Frame, view: ViewState
  ) {
    let room = area.inset(top: told.height(width: area.width) + 1)
    guard view.isPrinted, let hit = hit?.withoutFeet, let hitPane, room.height >= hit.leastHeight
    else { return }
    hit.draw(hitPane, in: room, of: &frame, view: view)
  }
}
