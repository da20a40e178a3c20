/// The part of a row or column that a part of it wants.
///
/// Fixed lengths and minimums are served first, in order, so that the last yield when there is too
/// little room. The rest goes to the shares by weight. All of the room is used as soon as a part
/// has a share.
public enum Length: Hashable, Sendable {
  case fixed(Int)
  /// A part of what is left, by weight.
  case share(Int)
  /// A part of what is left, by weight, and no less than the first number of cells.
  case atLeast(Int, share: Int)

  private var minimum: Int {
    switch self {
    case .fixed(let cells), .atLeast(let cells, _): max(0, cells)
    case .share: 0
    }
  }

  private var weight: Int {
    switch self {
    case .fixed: 0
    case .share(let weight), .atLeast(_, let weight): max(0, weight)
    }
  }

  /// Places parts on a line of `total` cells.
  ///
  /// Postconditions: one part for each length, in order, none overlapping, all within the line.
  static func split(
    _ total: Int, _ lengths: [Length], gap: Int
  ) -> [(start: Int, length: Int)] {
    let total = max(0, total)
    let gap = max(0, gap)
    let room = max(0, total - gap * max(0, lengths.count - 1))
    let sizes = apportion(room, lengths)
    var start = 0
    return sizes.map { size in
      let part = (start: min(start, total), length: min(size, max(0, total - start)))
      start += size + gap
      return part
    }
  }

  private static func apportion(_ room: Int, _ lengths: [Length]) -> [Int] {
    var left = room
    var sizes = lengths.map { length in
      let size = min(length.minimum, left)
      left -= size
      return size
    }
    // A part whose share is less than its minimum keeps the minimum and leaves the sharing.
    var sharing = lengths.indices.filter { lengths[$0].weight > 0 }
    while !sharing.isEmpty {
      let pool = left + sharing.reduce(0) { $0 + sizes[$1] }
      let weights = sharing.reduce(0) { $0 + lengths[$1].weight }
      let short = sharing.filter { sizes[$0] * weights > pool * lengths[$0].weight }
      guard short.isEmpty else {
        sharing.removeAll { short.contains($0) }
        continue
      }
      // Cumulative rounding: the parts add up to the pool and differ by at most one cell.
      var before = 0
      for index in sharing {
        let after = before + lengths[index].weight
        sizes[index] = pool * after / weights - pool * before / weights
        before = after
      }
      break
    }
    return sizes
  }
}
