import ArgumentParser
import Dataset
import Foundation
import Glibc

struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read data packages and say how long that took and how much memory.",
    discussion: """
      Each folder is read by itself, several times. "first" is the first time in this process, which is \
      what a start of Moat pays; "least" the least of all. "as of" is what showing the facts of a day \
      takes on top. The peak is that of the whole process so far: name the largest folder last, or one.
      """)

  @Argument(help: "Data packages.", completion: .directory)
  var folders: [String]

  @Option(help: "How often to read each.")
  var runs = 5

  func validate() throws {
    if folders.isEmpty { throw ValidationError("Give at least one data package.") }
    if runs < 1 { throw ValidationError("--runs must be at least 1.") }
  }

  func run() throws {
    var table = TextTable([
      "package", "MB", "rows", "first ms", "least ms", "MB/s", "as of ms", "peak MiB", "× files",
    ])
    for folder in folders {
      var reading: [Double] = []
      var asking: [Double] = []
      var bytes = 0
      var rows = 0
      for _ in 0..<runs {
        let clock = ContinuousClock()
        let start = clock.now
        let dataset: Dataset
        do {
          dataset = try Dataset(folders: [folder])
        } catch {
          FileHandle.standardError.write(Data("\(error)\n".utf8))
          throw ExitCode(65)
        }
        let read = clock.now
        let snapshot = dataset.asOf(dataset.updated)
        let asked = clock.now
        reading.append(milliseconds(read - start))
        asking.append(milliseconds(asked - read))
        rows = snapshot.rounds.count
        bytes = size(of: dataset)
      }
      let megabytes = Double(bytes) / 1e6
      let (first, least) = (reading[0], reading.min() ?? 0)
      let peak = peakBytes()
      table.rows.append([
        folder, String(format: "%.1f", megabytes), "\(rows)", String(format: "%.1f", first),
        String(format: "%.1f", least), String(format: "%.0f", megabytes / least * 1000),
        String(format: "%.2f", asking.min() ?? 0), String(format: "%.0f", peak / 1_048_576),
        String(format: "%.2f", peak / Double(bytes)),
      ])
    }
    for line in table.lines { print(line) }
  }

  private func milliseconds(_ duration: Duration) -> Double { duration / .milliseconds(1) }

  private func size(of dataset: Dataset) -> Int {
    let paths = dataset.packages.flatMap { package in
      package.files.values.map { package.folder + "/" + $0 }
    }
    return paths.reduce(0) { sum, path in
      var status = stat()
      return stat(path, &status) == 0 ? sum + Int(status.st_size) : sum
    }
  }

  private func peakBytes() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(0), &usage)
    return Double(usage.ru_maxrss) * 1024
  }
}
