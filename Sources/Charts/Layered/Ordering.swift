/// The vertices of each layer from top to bottom. Connected parts of the graph stand above each
/// other, so that lines of different parts never cross.
struct Ordering {
  private(set) var layers: [[Int]]
  private(set) var crossings = 0

  /// `steps` is how much to try in all; each part gets its share.
  init(_ graph: ProperGraph, steps: Int) {
    layers = [[Int]](repeating: [], count: graph.layerCount)
    var numbers = [Int32](repeating: 0, count: graph.vertexCount)
    for part in ConnectedParts(graph).parts {
      let numbering = LevelNumbering(graph, part: part, numbers: &numbers)
      var order: [Int32] = Array(0..<Int32(part.vertices.count))
      if part.vertices.count > 2 {
        var reduction = CrossingReduction(
          LevelOrder(levelStart: numbering.levelStart, segments: numbering.segments))
        reduction.run(steps: steps * part.vertices.count / graph.vertexCount)
        order = reduction.order
        crossings += reduction.crossings
      }
      for level in 0..<(numbering.levelStart.count - 1) {
        let range = numbering.levelStart[level]..<numbering.levelStart[level + 1]
        layers[numbering.firstLayer + level] += order[range].map { numbering.vertices[Int($0)] }
      }
    }
  }
}
