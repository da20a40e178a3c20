import Canvas
import Foundation
import Testing

@testable import Charts

/// Small pictures in the folder `Pictures`: what is drawn, a line `---`, and how it looks.
///
/// A line `a -> b` is an edge, a line without an arrow a node (`name`, or `name @ tier`); `rows: 5` limits
/// the rows. A picture that is missing is written and fails once, so that somebody looks at it.
@Suite struct GraphPictureTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Pictures")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted()
  }()

  private struct Source {
    var graph = LayeredGraph(edges: [])
    var options = LayeredLayout.Options()

    init(_ text: Substring) {
      var names: [String] = []
      var tiers: [String: Int] = [:]
      for line in text.split(separator: "\n") {
        if line.hasPrefix("rows: ") {
          options.rows = Int(line.dropFirst(6))
        } else if line.contains(" -> ") {
          let ends = line.components(separatedBy: " -> ")
          names += ends
          for (a, b) in zip(ends, ends.dropFirst()) { graph.edges.append(.init(from: a, to: b)) }
        } else {
          let parts = line.components(separatedBy: " @ ")
          names.append(parts[0])
          if parts.count > 1 { tiers[parts[0]] = Int(parts[1]) }
        }
      }
      graph.nodes = names.map { .init(id: $0, name: $0, detail: .names, tier: tiers[$0]) }
    }
  }

  @Test func thereArePictures() { #expect(Self.names.count >= 10) }

  @Test(arguments: names)
  func looksAsDrawn(_ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    let text = try String(contentsOf: file, encoding: .utf8)
    let parts = text.components(separatedBy: "\n---\n")
    let source = Source(Substring(parts[0]))
    let chart = GraphChart(source.graph, options: source.options)
    let drawn = picture(chart.layout.width, chart.layout.height) { chart.draw(on: &$0, in: $1) }
    guard parts.count == 2 else {
      try Data("\(parts[0])\n---\n\(drawn)\n".utf8).write(to: file)
      Issue.record("recorded \(name); look at it before it is kept")
      return
    }
    #expect(drawn + "\n" == parts[1])
  }
}
