import ArgumentParser
import Foundation

struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write graphs of many kinds as edge lists into a folder, the same ones every time.",
    discussion: """
      Random sparse graphs, layered ones, tiers with hubs, trees, polytrees, cyclic and scale-free graphs, \
      chains with skips, grids and bipartite graphs of 20 to 1,000 nodes. With --relations also the graph of \
      a dataset's relations.
      """)

  @Argument(help: "The folder; made if it does not exist.", completion: .directory)
  var folder: String

  @Option(help: "Another seed, other graphs.")
  var seed: UInt64 = 1

  @Option(help: "A table with the columns from and to, taken in as relations.csv.")
  var relations: String?

  func run() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var graphs = GraphFamilies.mixedSet(seed: seed)
    if let relations {
      do {
        graphs.append(
          NamedGraph(name: "relations", edges: try EdgeList(file: relations).edges))
      } catch let error as EdgeListError {
        FileHandle.standardError.write(Data("\(error)\n".utf8))
        throw ExitCode(65)
      }
    }
    for graph in graphs {
      var text = "from,to\n"
      for edge in graph.edges { text += "\(edge.from),\(edge.to)\n" }
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(graph.name).csv"))
    }
    print("\(graphs.count) graphs in \(folder)")
  }
}
