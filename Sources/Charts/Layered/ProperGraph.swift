/// Pass 3: a graph in which every arc leads to the next layer, long arcs being chains of dummies.
///
/// Precondition: every arc leads to a higher layer. Postcondition: vertices below `nodeCount` are the
/// nodes, the others dummies with an arc in and an arc out. `chains[a]` lists the vertices of arc `a`
/// from tail to head, one a layer.
struct ProperGraph {
  let nodeCount: Int
  let layerCount: Int
  private(set) var layer: [Int]
  private(set) var chains: [[Int]]

  init(nodeCount: Int, arcs: [Arc], layering: Layering) {
    self.nodeCount = nodeCount
    layerCount = layering.count
    layer = layering.layers
    chains = []
    chains.reserveCapacity(arcs.count)
    for arc in arcs {
      var chain = [arc.tail]
      for dummyLayer in (layer[arc.tail] + 1)..<layer[arc.head] {
        chain.append(layer.count)
        layer.append(dummyLayer)
      }
      chain.append(arc.head)
      chains.append(chain)
    }
  }

  var vertexCount: Int { layer.count }

  func isDummy(_ vertex: Int) -> Bool { vertex >= nodeCount }
}
