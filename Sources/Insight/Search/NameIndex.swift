/// Names folded end to end, to be found by a few letters.
///
/// Whole names come first, then names that begin so, then words that do, then names that contain
/// it. Then come names whose other name (an id, a code) has it, and those with every word typed.
/// Last come those with the letters in order. Of equals the lesser sort comes first, then the
/// shorter name, then the earlier name. Case and the marks of Latin letters do not count.
public struct NameIndex: Sendable {
  /// The match of a query with a name; the better is less.
  public enum Rank: UInt8, Comparable, Sendable {
    case whole
    case start
    /// A word of the name begins with it.
    case wordStart
    case inside
    /// It stands in the other name.
    case otherName
    /// Each of its words stands in one of the names.
    case everyWord
    /// Its letters stand in the name, in order.
    case scattered

    /// The better is less.
    public static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  public struct Hit: Hashable, Sendable {
    public let index: Int
    public let rank: Rank
  }

  public let count: Int
  // The folded bytes of name, other name, name, other name…, and where each of them starts.
  private let letters: [UInt8]
  private let starts: [Int32]
  private let sorts: [UInt8]

  /// An index over names, each with another name that counts less (its id), empty for none.
  ///
  /// - Parameter sorts: the sort of each name, 0...15. Of two equally good names the lesser sort
  /// comes first, however long it is. All are of one sort where nothing is given.
  public init(_ names: some Collection<(name: String, other: String)>, sorts: [UInt8] = []) {
    self.sorts = sorts
    var letters: [UInt8] = []
    var starts: [Int32] = [0]
    starts.reserveCapacity(names.count * 2 + 1)
    for (name, other) in names {
      letters += FoldedText.bytes(name)
      starts.append(Int32(clamping: letters.count))
      letters += FoldedText.bytes(other)
      starts.append(Int32(clamping: letters.count))
    }
    count = names.count
    self.letters = letters
    self.starts = starts
  }

  /// The names that fit, the best first; all of them in their order where nothing is asked for.
  public func search(_ text: String) -> [Hit] {
    let words = text.split(whereSeparator: \.isWhitespace).map { Needle(String($0)) }
    let whole = Needle(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    if words.isEmpty { return (0..<count).map { Hit(index: $0, rank: .inside) } }
    var found: [UInt64] = []
    letters.withUnsafeBufferPointer { letters in
      for index in 0..<count {
        let name = slice(2 * index, of: letters)
        let other = slice(2 * index + 1, of: letters)
        guard let match = NameIndex.match(whole, words, name, other) else { continue }
        // Rank, sort, spread and number in one word sort by one comparison.
        let spread = UInt64(min(match.spread, 0xF_FFFF))
        let sort = UInt64(sorts.indices.contains(index) ? min(sorts[index], 15) : 0)
        found.append(
          UInt64(match.rank.rawValue) << 56 | sort << 52 | spread << 32 | UInt64(index))
      }
    }
    return found.sorted().map {
      Hit(index: Int($0 & 0xFFFF_FFFF), rank: Rank(rawValue: UInt8($0 >> 56)) ?? .scattered)
    }
  }

  private func slice(
    _ place: Int, of letters: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: letters[Int(starts[place])..<Int(starts[place + 1])])
  }

  private static func match(
    _ whole: Needle, _ words: [Needle], _ name: UnsafeBufferPointer<UInt8>,
    _ other: UnsafeBufferPointer<UInt8>
  ) -> (rank: Rank, spread: Int)? {
    if let rank = whole.rank(inName: name) { return (rank, name.count) }
    if whole.stands(in: other) { return (.otherName, name.count) }
    if words.count > 1, words.allSatisfy({ $0.stands(in: name) || $0.stands(in: other) }) {
      return (.everyWord, name.count)
    }
    return whole.spread(in: name).map { (.scattered, $0) }
  }
}

extension Needle {
  /// The first place at or behind `start` where the needle begins in folded bytes.
  private func place(in folded: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let first = bytes.first, folded.count >= bytes.count else { return nil }
    var place = start
    while place <= folded.count - bytes.count {
      if folded[place] == first {
        var length = 1
        while length < bytes.count, folded[place + length] == bytes[length] { length += 1 }
        if length == bytes.count { return place }
      }
      place += 1
    }
    return nil
  }

  /// True if the needle stands in folded bytes.
  func stands(in folded: UnsafeBufferPointer<UInt8>) -> Bool { place(in: folded, from: 0) != nil }

  /// The rank of the needle in a folded name; `nil` where it does not occur.
  func rank(inName folded: UnsafeBufferPointer<UInt8>) -> NameIndex.Rank? {
    guard var place = place(in: folded, from: 0) else { return nil }
    if place == 0 { return folded.count == bytes.count ? .whole : .start }
    while true {
      if !FoldedText.isWordByte(folded[place - 1]) { return .wordStart }
      guard let next = self.place(in: folded, from: place + 1) else { return .inside }
      place = next
    }
  }

  /// Over how many bytes its letters are spread that stand in a folded name in order: found forwards,
  /// then drawn together backwards from where that ended. `nil` where they do not stand there.
  func spread(in folded: UnsafeBufferPointer<UInt8>) -> Int? {
    var wanted = 0
    var end = 0
    while end < folded.count {
      while wanted < bytes.count, bytes[wanted] == UInt8(ascii: " ") { wanted += 1 }
      guard wanted < bytes.count else { break }
      if folded[end] == bytes[wanted] { wanted += 1 }
      end += 1
    }
    guard wanted == bytes.count, !bytes.isEmpty else { return nil }
    var place = end
    for byte in bytes.reversed() where byte != UInt8(ascii: " ") {
      repeat { place -= 1 } while folded[place] != byte
    }
    return end - place
  }
}
