import ArgumentParser
import Canvas
import Dashboard
import Dataset
import Foundation

/// `moat-bench sort`: time and memory of sorting a long list and of reading its data again.
struct Sort: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Sort the rounds by each column, read the data again, and say what that takes.",
    discussion: """
      From the key to the finished picture of cells. Memory is what the process has (VmRSS), beside the size \
      of the files; between two readings another screen is opened.
      """)

  @Argument(help: "The data package.")
  var data = "data"

  @Option(help: "How often the data is read again.")
  var reloads = 10

  func run() throws {
    guard let today = Day("2026-11-22") else { throw ExitCode(70) }
    let size = try size(of: data)
    var state = State(
      world: World(dataset: try Dataset(folders: [data]), today: today), page: .capital,
      size: Size(width: 160, height: 48))
    var table = TextTable(["what", "ms", "MB", "of the files"])
    func note(_ what: String, _ time: Duration) {
      let parts = time.components
      let milliseconds = Double(parts.seconds) * 1000 + Double(parts.attoseconds) / 1e15
      let resident = Sort.residentMegabytes
      table.rows.append([
        what, String(format: "%.1f", milliseconds), String(format: "%.0f", resident),
        String(format: "%.2f", resident / size),
      ])
    }
    note("open", press(.tab, on: &state))
    let columns = state.place.screen.panes[1].columns
    for (index, column) in columns.enumerated() {
      if index > 0 { _ = press(.right, on: &state) }
      note("sort by \(column)", press(.character("S"), on: &state))
    }
    for number in 1...max(1, reloads) {
      let dataset = try Dataset(folders: [data])
      let time = ContinuousClock().measure {
        _ = state.update(.reload(dataset))
        draw(&state)
      }
      note("read again, \(number)", time)
      for key in "32" { _ = press(.character(key), on: &state) }
    }
    print(table.lines.joined(separator: "\n"))
  }

  private func draw(_ state: inout State) {
    var frame = Frame(size: state.size)
    state.draw(on: &frame)
    state.settle(frame)
  }

  private func press(_ key: Key, on state: inout State) -> Duration {
    ContinuousClock().measure {
      _ = state.update(.key(key))
      draw(&state)
    }
  }

  /// The megabytes of the package's files.
  private func size(of folder: String) throws -> Double {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    let bytes = try files.reduce(0) { sum, name in
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      return sum + ((attributes[.size] as? Int) ?? 0)
    }
    return Double(bytes) / 1e6
  }

  private static var residentMegabytes: Double {
    _ = malloc_trim(0)
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
      let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Double($0) })
    else { return 0 }
    return kilobytes / 1000
  }
}

/// Gives freed memory back to the system (malloc_trim(3)), as the dashboard does after an answer that took
/// long. The C library's module leaves it out.
@_silgen_name("malloc_trim") private func malloc_trim(_ pad: Int) -> Int32
