/// Adjacent vertices at their least distances in pools, each pool at the weighted median of its
/// members' wishes. The medians ascend from pool to pool.
struct MedianPools {
  private struct Wish {
    var value: Int32
    var weight: Int32
  }

  private struct Pool {
    var firstIndex: Int
    var firstWish: Int
    var median: Int32
  }

  /// The wishes of all pools one after the other, sorted within each.
  private var wishes: [Wish] = []
  private var pools: [Pool] = []

  mutating func removeAll() {
    wishes.removeAll(keepingCapacity: true)
    pools.removeAll(keepingCapacity: true)
  }

  /// Begins the pool of the next vertex.
  mutating func begin(at index: Int, value: Int32, weight: Int32) {
    pools.append(Pool(firstIndex: index, firstWish: wishes.count, median: value))
    wishes.append(Wish(value: value, weight: weight))
  }

  /// Adds a wish of the vertex begun last.
  mutating func add(_ value: Int32, weight: Int32) {
    wishes.append(Wish(value: value, weight: weight))
    var i = wishes.count - 1
    let first = pools[pools.count - 1].firstWish
    while i > first, wishes[i - 1].value > value {
      wishes.swapAt(i, i - 1)
      i -= 1
    }
  }

  /// Finds the median of the last pool and joins pools as long as that violates the order.
  mutating func settle() {
    findMedian()
    while pools.count > 1, pools[pools.count - 2].median > pools[pools.count - 1].median {
      pools.removeLast()
      sortLastPool()
      findMedian()
    }
  }

  /// First index, end and median of each pool.
  func ranges(count: Int) -> [(first: Int, end: Int, median: Int32)] {
    pools.indices.map {
      (
        pools[$0].firstIndex, $0 + 1 < pools.count ? pools[$0 + 1].firstIndex : count,
        pools[$0].median
      )
    }
  }

  private mutating func sortLastPool() {
    wishes[pools[pools.count - 1].firstWish...].sort { $0.value < $1.value }
  }

  private mutating func findMedian() {
    let first = pools[pools.count - 1].firstWish
    var total: Int32 = 0
    for i in first..<wishes.count { total += wishes[i].weight }
    var sum: Int32 = 0
    for i in first..<wishes.count {
      sum += wishes[i].weight
      if 2 * sum >= total {
        pools[pools.count - 1].median = wishes[i].value
        return
      }
    }
  }
}
