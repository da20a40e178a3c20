import Foundation

/// The picture that Graphviz `dot` makes of a graph.
///
/// `dot` is given the graph with every edge once and no loops, and asked for its picture as text (`-Tplain`).
/// Ranks are the rows of its nodes. A long edge goes through the ranks between its ends where its curve has
/// their height. This gives back the order of the virtual nodes that `dot` put there. Crossings are then
/// counted between neighbouring ranks, as in Moat's own layout. Where no two nodes are joined in both
/// directions, `dot`'s own count (`-v`, the line `mincross`) means the same. It is then taken instead.
struct DotReferee {
  var crossings: Int
  var totalSpan: Int
  var seconds: Double

  private struct Pair: Hashable, Comparable {
    var low: Int
    var high: Int
    static func < (a: Pair, b: Pair) -> Bool { (a.low, a.high) < (b.low, b.high) }
  }

  private struct Place {
    var x: Double
    var y: Double
  }

  /// True if `dot` can be run.
  static var isInstalled: Bool { (try? run(["-V"], input: "")) != nil }

  init(_ edges: [(from: String, to: String)]) throws {
    var number: [String: Int] = [:]
    for edge in edges {
      for id in [edge.from, edge.to] where number[id] == nil { number[id] = number.count }
    }
    var source = "digraph {\nnode [shape=box label=\"\" width=0.3 height=0.3 fixedsize=true]\n"
    var seen: Set<[Int]> = []
    var isTwoWay = false
    for edge in edges {
      let ends = [number[edge.from] ?? 0, number[edge.to] ?? 0]
      guard ends[0] != ends[1], seen.insert(ends).inserted else { continue }
      isTwoWay = isTwoWay || seen.contains([ends[1], ends[0]])
      source += "\(ends[0]) -> \(ends[1])\n"
    }
    for node in number.values.sorted() { source += "\(node)\n" }
    source += "}\n"

    let start = ContinuousClock.now
    let result = try Self.run(["-v", "-Tplain"], input: source)
    let elapsed = (ContinuousClock.now - start).components
    seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18

    var places: [Int: Place] = [:]
    var curves: [Pair: [Place]] = [:]
    for line in result.output.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.first == "node", words.count > 3, let id = Int(words[1]) {
        places[id] = Place(x: Double(words[2]) ?? 0, y: Double(words[3]) ?? 0)
      } else if words.first == "edge", words.count > 3, let a = Int(words[1]),
        let b = Int(words[2]), let count = Int(words[3])
      {
        let points = words[4..<(4 + 2 * count)].compactMap { Double($0) }
        curves[Pair(low: min(a, b), high: max(a, b))] = stride(
          from: 0, to: points.count - 1, by: 2
        ).map { Place(x: points[$0], y: points[$0 + 1]) }
      }
    }
    let heights = Set(places.values.map(\.y)).sorted(by: >)
    (crossings, totalSpan) = Self.count(places, curves, heights)
    if !isTwoWay, let own = Self.ownCount(result.log) { crossings = own }
  }

  /// The number in the last line `mincross NAME: N crossings, ...`.
  private static func ownCount(_ log: String) -> Int? {
    let line = log.split(separator: "\n").last {
      $0.hasPrefix("mincross ") && $0.contains(" crossings")
    }
    return line?.split(separator: " ").dropLast(3).last.flatMap { Int($0) }
      ?? line?.split(separator: " ").compactMap { Int($0) }.first
  }

  private static func count(
    _ places: [Int: Place], _ curves: [Pair: [Place]], _ heights: [Double]
  ) -> (crossings: Int, span: Int) {
    var rank: [Double: Int] = [:]
    for (i, height) in heights.enumerated() { rank[height] = i }
    var segments: [[(upper: Double, lower: Double)]] = Array(repeating: [], count: heights.count)
    var span = 0
    for (pair, curve) in curves.sorted(by: { $0.key < $1.key }) {
      guard let a = places[pair.low], let b = places[pair.high] else { continue }
      let (upper, lower) = a.y > b.y ? (a, b) : (b, a)
      guard let first = rank[upper.y], let last = rank[lower.y], first < last else { continue }
      span += last - first
      let between = ((first + 1)..<max(first + 1, last)).map { x(of: curve, at: heights[$0]) }
      let xs = [upper.x] + between + [lower.x]
      for i in first..<last { segments[i].append((xs[i - first], xs[i - first + 1])) }
    }
    return (segments.reduce(0) { $0 + crossings(of: $1) }, span)
  }

  private static func crossings(of segments: [(upper: Double, lower: Double)]) -> Int {
    let sorted = segments.sorted { ($0.upper, $0.lower) < ($1.upper, $1.lower) }
    var count = 0
    for (i, b) in sorted.enumerated() {
      for a in sorted[..<i] where a.upper < b.upper && a.lower > b.lower { count += 1 }
    }
    return count
  }

  /// Where a chain of Bézier curves that rises or falls throughout has a given height.
  private static func x(of curve: [Place], at y: Double) -> Double {
    for start in stride(from: 0, to: curve.count - 3, by: 3) {
      let p = curve[start..<(start + 4)].map { $0 }
      guard min(p[0].y, p[3].y) - 1e-6 <= y, y <= max(p[0].y, p[3].y) + 1e-6 else { continue }
      func value(_ t: Double, _ axis: KeyPath<Place, Double>) -> Double {
        let s = 1 - t
        let outer = s * s * s * p[0][keyPath: axis] + t * t * t * p[3][keyPath: axis]
        return outer + 3 * s * s * t * p[1][keyPath: axis] + 3 * s * t * t * p[2][keyPath: axis]
      }
      var (low, high) = (0.0, 1.0)
      for _ in 0..<40 {
        let t = (low + high) / 2
        if (value(t, \.y) > y) == (p[0].y > p[3].y) { low = t } else { high = t }
      }
      return value(low, \.x)
    }
    return curve.first?.x ?? 0
  }

  private static func run(
    _ arguments: [String], input: String
  ) throws -> (output: String, log: String) {
    let folder = FileManager.default.temporaryDirectory
    let name = "moat-bench-\(ProcessInfo.processInfo.processIdentifier)"
    let files = ["in", "out", "log"].map { folder.appendingPathComponent("\(name).\($0)") }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    try Data(input.utf8).write(to: files[0])
    for file in files[1...] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["dot"] + arguments
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return (
      try String(contentsOf: files[1], encoding: .utf8),
      try String(contentsOf: files[2], encoding: .utf8)
    )
  }
}
