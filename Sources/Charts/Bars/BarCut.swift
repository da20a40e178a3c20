import Canvas

/// The scale of bars, with an outlier cut where it would flatten the others. The chart has to say so.
public struct BarCut: Hashable, Sendable {
  /// The value of a full bar.
  public let maximum: Double
  /// True if the longest bar is cut.
  public let isCut: Bool

  /// The ratio of the longest bar to the next beyond which it is cut.
  private static let mostTimes = 10.0
  /// The ratio of the cut bar to the next.
  private static let drawnTimes = 2.0
  /// Fewer bars than this are drawn as they are: there is nothing to compare them with.
  private static let least = 4

  /// The scale for bars of some lengths.
  public init(_ reaches: some Sequence<Double>) {
    let lengths = reaches.filter { $0 > 0 && $0.isFinite }.sorted(by: >)
    guard lengths.count >= BarCut.least, lengths[0] > lengths[1] * BarCut.mostTimes else {
      (maximum, isCut) = (lengths.first ?? 0, false)
      return
    }
    (maximum, isCut) = (lengths[1] * BarCut.drawnTimes, true)
  }
}

extension BarValue {
  /// The same up to a value: the parts that lie beyond it are left out.
  func cut(at end: Double) -> BarValue {
    var room = end
    func take(_ length: Double) -> Double {
      let taken = min(room, BarValue.extent(length))
      room -= taken
      return taken
    }
    let parts =
      known == nil
      ? self.parts
      : self.parts?.map { Part(take($0.value), style: $0.style, letter: $0.letter) }
    return BarValue(parts: parts, possible: take(possible), possibleStyle: possibleStyle)
  }
}
