import ArgumentParser
import Dataset
import Glibc
import Torture

/// `moat-bench keystorm`: random keys on the dashboard, without a terminal.
struct KeyStormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keystorm",
    abstract: "Press random keys on a dashboard; the same seed presses the same ones.",
    discussion: "A fault ends the program; the last line says behind how many keys of which seed.")

  @Argument(help: "The data package.")
  var data = "data"

  @Option(help: "The seed of the first storm; each further storm takes the next number.")
  var seed: UInt64 = 1

  @Option(help: "How many keys in all.")
  var keys = 1_000_000

  @Option(help: "How many keys make a storm, after which the dashboard is opened again.")
  var each = 10_000

  func validate() throws {
    guard keys > 0, each > 0 else { throw ValidationError("--keys and --each are at least 1.") }
  }

  func run() throws {
    guard let today = Day("2026-11-29") else { throw ExitCode(70) }
    let dataset = try Dataset(folders: [data])
    for (number, pressed) in zip(seed..., stride(from: 0, to: keys, by: each)) {
      var storm = KeyStorm(seed: number, dataset: dataset, today: today)
      for step in 0..<min(each, keys - pressed) {
        if step.isMultiple(of: 1000) {
          print("seed \(number), \(step) keys")
          // A fault leaves nothing behind that was not written by then.
          fflush(nil)
        }
        storm.step(draws: step.isMultiple(of: 4))
      }
    }
    print("\(keys) keys, no fault")
  }
}
