import TestSupport

/// Inputs made from others by small changes: bits, bytes, pieces taken out, doubled, moved or joined.
public struct Mutation {
  private var random: SplitMix64
  private let corpus: [[UInt8]]
  private static let marks: [[UInt8]] = [
    "\"", "\"\"", ",", "\n", "\r\n", ";", "=", ":", "-", "\u{1B}", "\u{1B}[", "\u{0}", "\u{85}",
    "\u{202E}",
    "é", "👨‍👩‍👧", "9999999999999999999", "-0", "1e999", "0001-01-01", "{", "}", "[", "\\u0000", "null",
  ].map { Array($0.utf8) }

  public init(seed: UInt64, corpus: [[UInt8]]) {
    random = SplitMix64(seed: seed)
    self.corpus = corpus.isEmpty ? [[]] : corpus
  }

  /// The next input.
  public mutating func next() -> [UInt8] {
    var bytes = random.pick(corpus)
    for _ in 0...Int.random(in: 0..<4, using: &random) { change(&bytes) }
    return Array(bytes.prefix(1 << 14))
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0...8, using: &random))
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 3: bytes.insert(contentsOf: random.pick(Mutation.marks), at: place)
    case 4 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    default: bytes = Array(bytes[..<place]) + random.pick(corpus).suffix(bytes.count)
    }
  }
}
