import ArgumentParser
import Foundation

/// `moat-bench keys`: how fast keys are answered, in the whole program.
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Press keys in the whole program and say how soon and with how much it answers.",
    discussion: """
      The program runs in a pseudoterminal. The time of a key is from before it is written to the \
      terminal to after the last byte of the frame is read from it, so it holds both ways through the \
      kernel and the waking of two processes; cpu is the processor time that the program itself used, \
      which does not depend on what else runs. Moves are the keys that move the selection or the pane.
      """)

  @Argument(help: "The program, and arguments for it behind --.")
  var program: [String]

  @Option(help: "Columns of the terminal.")
  var width = 120

  @Option(help: "Rows of the terminal.")
  var height = 40

  @Option(help: "Rounds of keys on each screen.")
  var rounds = 5

  func run() throws {
    let terminal = try ProgramInTerminal(program, width: width, height: height)
    terminal.read(silence: 1500)
    var table = TextTable([
      "keys", "presses", "median ms", "p99 ms", "worst ms", "cpu median", "cpu p99", "median bytes",
      "most bytes",
    ])
    var moves: [ProgramInTerminal.Answer] = []
    for (digit, name) in zip(1..., Keys.screens) {
      terminal.press("\(digit)")
      var answers: [ProgramInTerminal.Answer] = []
      for _ in 0..<rounds {
        for key in Keys.moves {
          // A list that stands at its end answers nothing.
          let answer = terminal.press(key)
          if answer.bytes > 0 { answers.append(answer) }
        }
      }
      moves += answers
      table.rows.append(Keys.row("moves on \(name)", answers))
    }
    table.rows.append(Keys.row("moves on all of them", moves))
    var others: [(String, [ProgramInTerminal.Answer])] = []
    others.append(("screens", (0..<rounds * 8).map { terminal.press("\($0 % 8 + 1)") }))
    terminal.press("2")
    others.append(("months", (0..<rounds * 4).map { terminal.press($0 % 4 < 2 ? "[" : "]") }))
    terminal.press("/")
    others.append(
      ("a filter, typed", Array("layer:infra amount>100").map { terminal.press("\($0)") }))
    terminal.press("\u{1B}", silence: 60)
    terminal.press(":")
    others.append(("the palette, typed", Array("nscale loughton").map { terminal.press("\($0)") }))
    terminal.press("\u{1B}", silence: 60)
    for (name, answers) in others { table.rows.append(Keys.row(name, answers)) }
    print(table.lines.joined(separator: "\n"))
    let before = terminal.activity
    Thread.sleep(forTimeInterval: 5)
    let after = terminal.activity
    print(
      "Idle for 5 s: \(after.waits - before.waits) wake-ups, \(after.ticks - before.ticks) clock ticks"
    )
  }

  private static let screens = [
    "Overview", "Capital", "Compute", "Exposure", "Enforcement", "Timeline", "Claims", "Sources",
  ]

  /// Down and up, right and left, to the end and back, through the panes.
  private static let moves =
    Array(repeating: "j", count: 12) + Array(repeating: "k", count: 8) + ["l", "l", "h", "h"]
    + ["G", "g", "\u{6}", "\u{2}", "\t", "j", "j", "k", "\t"]

  private static func row(_ name: String, _ answers: [ProgramInTerminal.Answer]) -> [String] {
    let times = answers.map(\.milliseconds).sorted()
    let bytes = answers.map(\.bytes).sorted()
    guard let slowest = times.last, let most = bytes.last else {
      return [name, "0"] + Array(repeating: "", count: 7)
    }
    let processor = answers.map(\.processor).sorted()
    func figure(_ value: Double) -> String { String(format: "%.2f", value) }
    return [
      name, "\(answers.count)", figure(times[times.count / 2]),
      figure(times[min(times.count - 1, times.count * 99 / 100)]), figure(slowest),
      figure(processor[processor.count / 2]),
      figure(processor[min(processor.count - 1, processor.count * 99 / 100)]),
      "\(bytes[bytes.count / 2])", "\(most)",
    ]
  }
}
