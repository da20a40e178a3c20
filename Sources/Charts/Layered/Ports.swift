/// The rows where lines leave and enter the boxes: for each segment a row at either end.
///
/// A box has as many ports on a side as it has rows. Segments take ports in the order of their far
/// ends. Each is as near to its far end as the others leave it. Where there are more segments than
/// rows, several share a row and are drawn as a bus. A dummy has a single row. Where edges of both
/// directions meet on a side of a box, those that lead back take its last row. The box has that row
/// for them.
struct Ports {
  /// For each vertex the rows of its segments to the layer before, in order of the far ends.
  private(set) var before: [[Int]]
  private(set) var behind: [[Int]]

  init(_ ordered: OrderedGraph, centre: [Int]) {
    func rows(_ vertex: Int, _ ends: ArraySlice<Int32>) -> [Int] {
      if ordered.height[vertex] == 1 { return [Int](repeating: centre[vertex], count: ends.count) }
      let top = centre[vertex] - ordered.centre(vertex)
      let bottom = top + ordered.height[vertex] - 1
      let isSpare = ends.map { ordered.spareEnds.contains(Arc(tail: vertex, head: Int($0))) }
      let others = zip(ends, isSpare).filter { !$1 }.map { centre[Int($0.0)] }
      let rows = Self.spread(others, over: top...(bottom - ordered.spareRows[vertex]))
      var next = rows.makeIterator()
      return isSpare.map { $0 ? bottom : next.next() ?? top }
    }
    before = centre.indices.map { rows($0, ordered.before[$0]) }
    behind = centre.indices.map { rows($0, ordered.behind[$0]) }
  }

  /// Rows of a box for the given wishes, in ascending order and apart where the box is high enough.
  static func spread(_ wishes: [Int], over box: ClosedRange<Int>) -> [Int] {
    guard wishes.count <= box.count else {
      return wishes.indices.map { box.lowerBound + $0 * box.count / wishes.count }
    }
    var rows: [Int] = []
    for wish in wishes {
      rows.append(max(wish, box.lowerBound, (rows.last ?? box.lowerBound - 1) + 1))
    }
    var most = box.upperBound
    for i in rows.indices.reversed() {
      rows[i] = min(rows[i], most)
      most = rows[i] - 1
    }
    return rows
  }
}
