/// Gives every id of a table a small number, in the order of first appearance.
///
/// An open-addressing hash table over texts; the bytes stay where they are.
struct Interner {
  private var slots: [Int32]
  private var hashes: [UInt32] = []
  /// The ids, by number.
  private(set) var texts: [Text] = []

  init(expected: Int = 64) {
    var size = 64
    while size < expected * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    texts.reserveCapacity(expected)
    hashes.reserveCapacity(expected)
  }

  /// The number of an id, if it is there.
  func find(_ bytes: UnsafeBufferPointer<UInt8>, in store: TextStore) -> Int32? {
    let hash = Interner.hash(bytes)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = slots[slot]
      if hashes[Int(number)] == hash, same(store.bytes(texts[Int(number)]), bytes) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The number of an id, given to it now if it has none, and whether it is new.
  mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>, as text: Text, in store: TextStore)
    -> (number: Int32, isNew: Bool)
  {
    if let known = find(bytes, in: store) { return (known, false) }
    if (texts.count + 1) * 2 > slots.count { grow() }
    let hash = Interner.hash(bytes)
    let number = Int32(texts.count)
    texts.append(text)
    hashes.append(hash)
    place(number, hash)
    return (number, true)
  }

  private mutating func place(_ number: Int32, _ hash: UInt32) {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = number
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for number in hashes.indices { place(Int32(number), hashes[number]) }
  }

  /// FNV-1a over words of eight bytes, folded at the end; ids are short and not hostile to it, and a
  /// collision costs a comparison.
  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
    guard let base = bytes.baseAddress else { return 0 }
    var index = 0
    while index + 8 <= bytes.count {
      hash =
        (hash ^ UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
        &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      index += 8
    }
    while index < bytes.count {
      hash = (hash ^ UInt64(base[index])) &* 0x0000_0100_0000_01B3
      index += 1
    }
    hash &*= 0x9E37_79B9_7F4A_7C15
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}

@inline(__always)
func same(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  for index in 0..<left.count where left[index] != right[index] { return false }
  return true
}
