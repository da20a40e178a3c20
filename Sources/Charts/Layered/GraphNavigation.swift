/// Moves of a selection over a layout.
extension LayeredLayout {
  public enum Direction: Hashable, Sendable {
    /// Towards what comes before, along a line if any.
    case left
    /// Towards what comes after, along a line if any.
    case right
    case up
    case down
  }

  /// The box to go to; the same box where there is none that way.
  ///
  /// To the left and right the nearest row among the boxes at the other end of a line counts. Where
  /// there is no line, it is that among the boxes of the next layer that way.
  public func neighbour(of box: Int, _ direction: Direction) -> Int {
    guard boxes.indices.contains(box) else { return boxes.isEmpty ? box : 0 }
    let from = boxes[box]
    switch direction {
    case .up: return from.order > 0 ? layers[from.layer][from.order - 1] : box
    case .down:
      let layer = layers[from.layer]
      return from.order + 1 < layer.count ? layer[from.order + 1] : box
    case .left, .right:
      let isRight = direction == .right
      func isThatWay(_ other: Int) -> Bool {
        isRight ? boxes[other].layer > from.layer : boxes[other].layer < from.layer
      }
      let joined = routes.compactMap { route -> Int? in
        let other = route.from == box ? route.to : route.to == box ? route.from : box
        return isThatWay(other) ? other : nil
      }
      let next = from.layer + (isRight ? 1 : -1)
      let candidates =
        !joined.isEmpty ? joined : layers.indices.contains(next) ? layers[next] : []
      return candidates.min { distance(from, $0) < distance(from, $1) } ?? box
    }
  }

  private func distance(_ from: Box, _ other: Int) -> (Int, Int, Int) {
    let box = boxes[other]
    return (abs(box.y - from.y), abs(box.layer - from.layer), other)
  }
}
