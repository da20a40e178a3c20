import Canvas
import Dataset

// How a source was read, in the words of every view: a page that was read, a digest that names its address,
// or nothing.

extension Retrieval {
  /// The manner of reading, in words.
  var said: String {
    switch self {
    case .page: "read"
    case .digest: "known from a digest"
    }
  }
}

extension Source {
  /// The manner of reading, in words.
  var reading: String { retrieved?.said ?? "not read" }

  /// A remark after its title; empty where its page was read.
  var doubt: String { retrieved == .page ? "" : reading }
}

extension Dataset {
  /// The best reading among some sources; `nil` where none was read.
  func bestReading(of sources: [ID<Source>]) -> Retrieval? {
    let readings = sources.compactMap { self[$0].retrieved }
    return readings.contains(.page) ? .page : readings.first
  }
}

extension World {
  /// A remark on a fact none of whose pages was read; `nil` for any other fact.
  func doubt(ofSources sources: [ID<Source>]) -> String? {
    guard !sources.isEmpty else { return nil }
    return switch dataset.bestReading(of: sources) {
    case .page?: nil
    case .digest?: "known from digests alone: none of its pages was read"
    case nil: "rests on pages that were not read: a lead to be confirmed"
    }
  }
}
