import ArgumentParser
import Foundation

/// `moat-bench start`: how soon programs show their first frame, and with how much memory.
struct Start: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Start programs in a terminal and say how soon their first frame stands.",
    discussion: """
      Each program is started anew in a pseudoterminal, with a home with nothing in it; several programs, \
      each one argument with its own arguments in it, take turns, so that what else the machine does \
      falls on all of them. The time is from before the process is made to after the last byte that it \
      writes before it falls silent. Peak is the most memory that it held (VmHWM, proc_pid_status).

        moat-bench start moat 'less -S data/sources.csv'
        MOAT_DATA=large moat-bench start --starts 5 --silence 2000 moat
      """)

  @Argument(help: "The programs, each with its arguments.")
  var programs: [String]

  @Option(help: "Starts of each program.")
  var starts = 40

  @Option(help: "Columns of the terminal.")
  var width = 120

  @Option(help: "Rows of the terminal.")
  var height = 40

  @Option(help: "Milliseconds without a byte after which the frame is taken to be whole.")
  var silence: Int32 = 60

  func run() throws {
    guard starts > 0 else { throw ValidationError("--starts must be at least 1.") }
    var times: [[Double]] = Array(repeating: [], count: programs.count)
    var peaks = Array(repeating: 0, count: programs.count)
    for _ in 0..<starts {
      for (place, program) in programs.enumerated() {
        let words = program.split(separator: " ").map(String.init)
        let start = ContinuousClock.now
        let terminal = try ProgramInTerminal(words, width: width, height: height)
        let (end, bytes) = terminal.read(silence: silence)
        guard let end, bytes > 0 else {
          throw ValidationError(
            "\(program) wrote nothing within \(silence) ms; give it more --silence.")
        }
        let parts = start.duration(to: end).components
        times[place].append(Double(parts.seconds) * 1000 + Double(parts.attoseconds) / 1e15)
        peaks[place] = max(peaks[place], terminal.peakKilobytes)
      }
    }
    var table = TextTable(["program", "starts", "least ms", "median ms", "p90 ms", "peak MB"])
    for (place, program) in programs.enumerated() {
      let sorted = times[place].sorted()
      func figure(_ value: Double) -> String { String(format: "%.1f", value) }
      table.rows.append([
        program, "\(starts)", figure(sorted[0]), figure(sorted[sorted.count / 2]),
        figure(sorted[min(sorted.count - 1, sorted.count * 9 / 10)]),
        figure(Double(peaks[place]) / 1024),
      ])
    }
    print(table.lines.joined(separator: "\n"))
  }
}
