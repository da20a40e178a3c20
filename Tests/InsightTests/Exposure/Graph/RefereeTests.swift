import Foundation
import Insight
import Testing

/// Moat's shares against NumPy's, system by system; `Referee/generate.py` makes the systems.
@Suite struct RefereeTests {
  private struct Refereed {
    var nodes = 0
    var fixed: [Int: ShareInterval] = [:]
    var edges: [DependencyGraph.Edge] = []
    var expected: [Int: (documented: Double, possible: Double)] = [:]

    init(_ text: String) throws {
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        switch words[0] {
        case "nodes": nodes = try #require(Int(words[1]))
        case "fix":
          fixed[try #require(Int(words[1]))] = ShareInterval(
            documented: try #require(Double(words[2])), possible: try #require(Double(words[3])))
        case "edge":
          edges.append(
            DependencyGraph.Edge(
              from: try #require(Int(words[1])), to: Int(words[2]),
              size: try Self.size(words[3])))
        default:
          expected[try #require(Int(words[1]))] = (
            try #require(Double(words[2])), try #require(Double(words[3]))
          )
        }
      }
    }

    private static func size(_ word: String) throws -> DependencyGraph.Size {
      if let size = Double(word) { return .known(size) }
      if word == "?" { return .unknown }
      let ends = try word.split(separator: ":").map { try #require(Double($0)) }
      return .between(ends[0], ends[1])
    }
  }

  static let checkedIn = [
    "between-core", "between-dense", "between-few", "between-many", "between-some",
    "known-core", "known-dense", "known-ends", "known-heavy", "known-sparse", "unknown-core",
    "unknown-dense", "unknown-few",
    "unknown-heavy", "unknown-many",
  ]

  /// The largest difference to the solution in a file.
  private func difference(_ file: URL) throws -> Double {
    let system = try Refereed(String(contentsOf: file, encoding: .utf8))
    let shares = DependencyGraph(nodeCount: system.nodes, edges: system.edges)
      .shares(fixing: system.fixed)
    #expect(system.expected.count == system.nodes && system.nodes > 0)
    return system.expected.map { node, share in
      max(
        abs(shares[node].documented - share.documented),
        abs(shares[node].possible - share.possible))
    }.max() ?? .infinity
  }

  @Test(arguments: checkedIn) func agreesWithNumPy(name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent("Referee/Fixtures/\(name).txt")
    #expect(try difference(file) < 1e-9)
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["MOAT_REFEREE"] != nil))
  func agreesWithNumPyOnLargeSystems() throws {
    let folder = URL(
      fileURLWithPath: ProcessInfo.processInfo.environment["MOAT_REFEREE"] ?? "")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(!files.isEmpty)
    for file in files {
      let clock = ContinuousClock()
      var found = Double.infinity
      let time = try clock.measure { found = try difference(folder.appendingPathComponent(file)) }
      print("\(file): largest difference \(found), read and solved in \(time)")
      #expect(found < 1e-9, "\(file)")
    }
  }
}
