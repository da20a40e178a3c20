import ArgumentParser
import Canvas
import Dashboard
import Dataset
import Foundation

/// `moat-bench draw`: how fast screens are made and drawn, without a terminal.
struct Draw: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open each screen and press keys on it, and say how long the frames take.",
    discussion: """
      From the key to the finished picture of cells: the state changes, the screen asks its questions and \
      is drawn. What the terminal adds is measured by `keys`. Opening is the median of several runs, each \
      on a dashboard that has not seen the screen yet.
      """)

  @Option(help: "The data package.")
  var data = "data"

  @Option(help: "Columns.")
  var width = 120

  @Option(help: "Rows.")
  var height = 40

  @Option(help: "How often each screen is opened and its keys are pressed.")
  var runs = 20

  @Argument(help: "Keys pressed on the screen before its moves, such as W on the fourth.")
  var keys: [String] = []

  @Option(help: "Only this screen, 1 to 8.")
  var screen: Int?

  func run() throws {
    let dataset = try Dataset(folders: [data])
    guard let today = Day("2026-11-22") else { throw ExitCode(70) }
    let size = Size(width: width, height: height)
    let first = State(world: World(dataset: dataset, today: today), page: .problems, size: size)
    var table = TextTable(["screen", "open ms", "presses", "median ms", "p99 ms", "worst ms"])
    for digit in screen.map({ [$0] }) ?? Array(1...8) {
      var opens: [Double] = []
      var moves: [Double] = []
      for _ in 0..<runs {
        var state = first
        opens.append(press(.character(Character("\(digit)")), on: &state))
        for key in keys.joined() { opens[opens.count - 1] = press(.character(key), on: &state) }
        for key in Draw.moves { moves.append(press(key, on: &state)) }
      }
      opens.sort()
      moves.sort()
      func figure(_ value: Double) -> String { String(format: "%.2f", value) }
      table.rows.append([
        "\(digit) \(keys.joined())", figure(opens[opens.count / 2]), "\(moves.count)",
        figure(moves[moves.count / 2]), figure(moves[moves.count * 99 / 100]),
        figure(moves.last ?? 0),
      ])
    }
    print(table.lines.joined(separator: "\n"))
  }

  private static let moves: [Key] = [
    .down, .down, .right, .down, .up, .left, .right, .right, .down, .pageDown, .up, .left, .home,
  ]

  /// Milliseconds from a key to its frame.
  private func press(_ key: Key, on state: inout State) -> Double {
    let time = ContinuousClock().measure {
      _ = state.update(.key(key))
      var frame = Frame(size: state.size)
      state.draw(on: &frame)
      state.settle(frame)
    }
    let parts = time.components
    return Double(parts.seconds) * 1000 + Double(parts.attoseconds) / 1e15
  }
}
