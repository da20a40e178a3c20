import Canvas
import Dashboard
import Dataset
import TestSupport

/// Random keys, clicks, pastes and sizes on a dashboard. The same seed gives the same storm.
public struct KeyStorm {
  public private(set) var state: State
  /// The pages that the storm came by.
  public private(set) var visited: Set<Page> = []
  private var random: SplitMix64
  private let dataset: Dataset
  private let today: Day

  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 200, height: 60),
    Size(width: 40, height: 10), Size(width: 61, height: 13), Size(width: 1, height: 1),
    Size(width: 300, height: 20),
  ]
  private static let keys: [Key] = [
    .enter, .enter, .escape, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .down, .left,
    .right, .right, .pageUp, .pageDown, .home, .end, .function(1), .function(12),
  ]
  private static let pastes = [
    "since:2026", "nscale\n", "\u{1B}[31m", String(repeating: "x", count: 400), "2026-02-30",
    "nvidia=50,NO", "é👨‍👩‍👧", "",
  ]

  public init(seed: UInt64, dataset: Dataset, today: Day) {
    random = SplitMix64(seed: seed)
    self.dataset = dataset
    self.today = today
    state = State(
      world: World(dataset: dataset, today: today), page: .overview,
      size: Size(width: 120, height: 40))
  }

  /// Does the next thing; draws what it leads to where that is asked for.
  public mutating func step(draws: Bool) {
    _ = state.update(action())
    visited.insert(state.place.page)
    guard draws else { return }
    var frame = Frame(size: state.size)
    state.draw(on: &frame)
    state.settle(frame)
  }

  /// True if panes that are laid down as they were drawn last look, and answer clicks, as if they were drawn again.
  public func looksDrawn() -> Bool {
    var kept = Frame(size: state.size)
    state.draw(on: &kept)
    var drawn = Frame(size: state.size, isSketched: false)
    state.draw(on: &drawn)
    let places = (0..<state.size.height).flatMap { y in
      stride(from: 0, to: state.size.width, by: 3).map { (x: $0, y: y) }
    }
    return kept.canvas == drawn.canvas && kept.settled == drawn.settled
      && kept.visible == drawn.visible && kept.cut == drawn.cut && kept.widths == drawn.widths
      && places.allSatisfy { kept.target(at: $0.x, $0.y) == drawn.target(at: $0.x, $0.y) }
  }

  private mutating func action() -> Action {
    switch Int.random(in: 0..<100, using: &random) {
    case 0: return .resize(random.pick(KeyStorm.sizes))
    case 1: return .paste(random.pick(KeyStorm.pastes))
    case 2...4:
      return .click(
        x: any(to: state.size.width), y: any(to: state.size.height), double: random.once(in: 3))
    case 5:
      return .scroll(
        x: any(to: state.size.width), y: any(to: state.size.height), rows: random.pick([-3, 3]))
    case 6 where random.once(in: 20): return .reload(dataset)
    case 7...34: return .key(random.pick(KeyStorm.keys))
    case 35...37:
      return .key(.control(random.pick(Array("abcdefghijklmnopqrstuvwxyz"))))
    case 38...55: return .key(.character(random.pick(Array("12345678"))))
    default:
      let scalar = Unicode.Scalar(UInt8.random(in: 33...126, using: &random))
      return .key(.character(Character(scalar)))
    }
  }

  private mutating func any(to end: Int) -> Int { Int.random(in: -1...max(0, end), using: &random) }
}
