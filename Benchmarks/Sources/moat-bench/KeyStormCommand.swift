import ArgumentParser
import Dataset
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

  func run() throws {
    guard let today = Day("2026-11-29") else { throw ExitCode(70) }
    let dataset = try Dataset(folders: [data])
    for number in 0..<UInt64(max(1, keys / max(1, each))) {
      var storm = KeyStorm(seed: seed + number, dataset: dataset, today: today)
      for step in 0..<each {
        if step.isMultiple(of: 1000) { print("seed \(seed + number), \(step) keys") }
        storm.step(draws: step.isMultiple(of: 4))
      }
    }
    print("\(keys) keys, no fault")
  }
}
