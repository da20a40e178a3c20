import ArgumentParser
import Canvas
import Charts
import Foundation

struct Layout: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lay out graphs given as edge lists and say how well and how fast that went.",
    discussion: """
      Each file is CSV with a header that has the columns from and to. Parallel edges count once, loops \
      not at all. The time is that of the whole layout, columns and routes included, the least of \
      several runs. Spans are the layers that edges lead over, added up.
      """)

  @Argument(help: "Edge lists.", completion: .file(extensions: ["csv"]))
  var files: [String]

  @Flag(help: "Lay the graphs out with Graphviz dot as well and compare.")
  var dot = false

  @Flag(help: "Print the pictures too.")
  var draw = false

  @Option(help: "The rows to aim at.")
  var rows: Int?

  @Option(help: "How often to lay each graph out; the least time counts.")
  var runs = 5

  @Option(help: "How hard to search for few crossings.")
  var effort: EffortName = .standard

  enum EffortName: String, CaseIterable, ExpressibleByArgument {
    case quick, standard, thorough

    var effort: LayeredLayout.Effort {
      switch self {
      case .quick: .quick
      case .standard: .standard
      case .thorough: .thorough
      }
    }
  }

  func validate() throws {
    if files.isEmpty { throw ValidationError("Give at least one edge list.") }
    if runs < 1 { throw ValidationError("--runs must be at least 1.") }
    if dot && !DotReferee.isInstalled {
      throw ValidationError("--dot needs Graphviz: apt-get install graphviz")
    }
  }

  func run() throws {
    var header = ["file", "nodes", "edges", "layers", "crossings", "span", "ms"]
    if dot { header += ["dot crossings", "dot span", "dot ms", ""] }
    var table = TextTable(header)
    var pictures = ""
    var verdicts = (fewer: 0, same: 0, more: 0)
    var failed = false
    for file in files {
      let list: EdgeList
      do {
        list = try EdgeList(file: file)
      } catch let error as EdgeListError {
        FileHandle.standardError.write(Data("\(error)\n".utf8))
        failed = true
        continue
      }
      let graph = LayeredGraph(edges: list.edges.map { .init(from: $0.from, to: $0.to) })
      let (layout, milliseconds) = measure(graph)
      var row = [
        (file as NSString).lastPathComponent, "\(layout.boxes.count)", "\(distinct(list.edges))",
        "\(layout.layers.count)", "\(layout.crossings)", "\(span(of: layout))",
        String(format: "%.2f", milliseconds),
      ]
      if dot {
        let referee = try DotReferee(list.edges)
        let mark: String
        if layout.crossings < referee.crossings {
          (mark, verdicts.fewer) = ("fewer", verdicts.fewer + 1)
        } else if layout.crossings == referee.crossings {
          (mark, verdicts.same) = ("same", verdicts.same + 1)
        } else {
          (mark, verdicts.more) = ("more", verdicts.more + 1)
        }
        row += [
          "\(referee.crossings)", "\(referee.totalSpan)",
          String(format: "%.0f", referee.seconds * 1000), mark,
        ]
      }
      table.rows.append(row)
      if draw { pictures += "\n\(file)\n" + picture(graph, layout) }
    }
    if !table.rows.isEmpty { print(table.lines.joined(separator: "\n")) }
    if dot {
      print(
        "Against dot: fewer crossings in \(verdicts.fewer), the same in \(verdicts.same), "
          + "more in \(verdicts.more) of \(table.rows.count) graphs.")
    }
    print(pictures, terminator: "")
    if failed { throw ExitCode(65) }
  }

  /// The layers that lines span in all, parallel edges counted as one line, in whichever direction.
  private func span(of layout: LayeredLayout) -> Int {
    let lines = Set(layout.routes.map { [min($0.from, $0.to), max($0.from, $0.to)] })
    return lines.reduce(0) { sum, line in
      sum + abs(layout.boxes[line[0]].layer - layout.boxes[line[1]].layer)
    }
  }

  private func measure(_ graph: LayeredGraph) -> (layout: LayeredLayout, milliseconds: Double) {
    let options = LayeredLayout.Options(rows: rows, effort: effort.effort)
    let clock = ContinuousClock()
    var least = Duration.seconds(1_000_000)
    var layout = LayeredLayout(graph, options: options)
    for _ in 0..<runs {
      least = min(least, clock.measure { layout = LayeredLayout(graph, options: options) })
    }
    let parts = least.components
    return (layout, Double(parts.seconds) * 1000 + Double(parts.attoseconds) / 1e15)
  }

  /// Edges that are no loops, parallel ones counted once.
  private func distinct(_ edges: [(from: String, to: String)]) -> Int {
    Set(edges.filter { $0.from != $0.to }.map { [$0.from, $0.to] }).count
  }

  private func picture(_ graph: LayeredGraph, _ layout: LayeredLayout) -> String {
    var canvas = Canvas(width: layout.width, height: layout.height)
    GraphChart(graph, layout: layout).draw(on: &canvas, in: canvas.bounds)
    return PlainText.write(canvas)
  }
}
