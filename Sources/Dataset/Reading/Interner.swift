/// Gives every id of a table a small number, in the order of first appearance.
///
/// An open-addressing hash table of eight bytes a slot: half of an id's hash and its number, so
/// that a miss seldom leaves the table. The bytes of the ids stay in their store, which must outlive it.
/// A plain value over memory that its `Registry` frees.
struct Interner {
  private unowned(unsafe) let store: TextStore
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotCount = 64
  private var ids: UnsafeMutablePointer<Text>
  private var capacity = 32
  private(set) var count = 0
  // The file in which nearly all ids stand: their bytes are found there without a search of the store.
  private var home: UnsafePointer<UInt8>?
  private var homeStart = 0
  private var homeSize = 0

  init(_ store: TextStore) {
    self.store = store
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    ids = .allocate(capacity: capacity)
  }

  func deallocate() {
    slots.deallocate()
    ids.deallocate()
  }

  /// Expects the ids to come in a file, whose first byte is given with its position in the store.
  mutating func settle(at base: UnsafePointer<UInt8>, position: Int, size: Int) {
    (home, homeStart, homeSize) = (base, position, size)
  }

  /// Makes room for as many ids as a large file is likely to hold, so that they are placed once.
  mutating func reserve(_ number: Int) {
    var size = slotCount
    while Interner.isFull(size, with: number) { size *= 2 }
    growSlots(to: size)
    growIDs(to: max(capacity, number))
  }

  /// True if more than two thirds of the slots would be taken. A search then takes two looks on average.
  private static func isFull(_ slots: Int, with ids: Int) -> Bool { ids * 3 > slots * 2 }

  func text(_ number: Int32) -> Text { ids[Int(number)] }

  @inline(__always)
  private func bytes(_ id: Text) -> UnsafeBufferPointer<UInt8> {
    let offset = id.position - homeStart
    guard let home, offset >= 0, offset < homeSize else { return store.bytes(id) }
    return UnsafeBufferPointer(start: home + offset, count: id.length)
  }

  /// The number of an id, if it is there. `hash` is `hashed(_:)` of the bytes.
  @inline(__always)
  func find(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32? {
    var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
    while slots[slot] != 0 {
      let held = slots[slot]
      if held >> 32 == hash >> 32 {
        let number = Int(held & 0xFFFF_FFFF) - 1
        let id = ids[number]
        if id.length == bytes.count, same(self.bytes(id), bytes) {
          return Int32(truncatingIfNeeded: number)
        }
      }
      slot = (slot + 1) & (slotCount - 1)
    }
    return nil
  }

  /// True if the slots exceed the near caches of a processor.
  var isLarge: Bool { slotCount > 1 << 17 }

  /// The slot at which the search for an id begins.
  ///
  /// Asked for many ids in a row, it lets the memory behind them be fetched at the same time.
  @inline(__always)
  func firstSlot(hash: UInt64) -> UInt64 { slots[Int(truncatingIfNeeded: hash) & (slotCount - 1)] }

  /// Gives the next number to an id that is not there yet.
  mutating func add(_ id: Text, hash: UInt64) {
    guard !id.isEmpty else { return }
    if Interner.isFull(slotCount, with: count + 1) { growSlots(to: slotCount * 2) }
    if count == capacity { growIDs(to: capacity * 2) }
    (ids + count).initialize(to: id)
    count += 1
    place((hash >> 32) << 32 | UInt64(count), hash)
  }

  private func place(_ held: UInt64, _ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
    slots[slot] = held
  }

  private mutating func growSlots(to size: Int) {
    slots.deallocate()
    slotCount = size
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    for number in 0..<count {
      let hash = hashed(bytes(ids[number]))
      place((hash >> 32) << 32 | UInt64(number + 1), hash)
    }
  }

  private mutating func growIDs(to size: Int) {
    let larger = UnsafeMutablePointer<Text>.allocate(capacity: size)
    larger.moveInitialize(from: ids, count: count)
    ids.deallocate()
    ids = larger
    capacity = size
  }
}

/// The ids of every table. Written while a dataset is read, never after.
final class Registry: @unchecked Sendable {
  let interners: UnsafeMutablePointer<Interner>
  private let tables = TableName.allCases.count
  private let store: TextStore

  init(_ store: TextStore) {
    self.store = store
    interners = .allocate(capacity: tables)
    for table in 0..<tables { (interners + table).initialize(to: Interner(store)) }
  }

  deinit {
    for table in 0..<tables { interners[table].deallocate() }
    interners.deallocate()
  }

  subscript(table: TableName) -> Interner { interners[Int(table.rawValue)] }
}

/// Sixty-four bits of a text's bytes by folded multiplication, after Wang Yi's wyhash: two reads, which
/// may overlap, and two multiplications for a text of up to sixteen bytes.
@inline(__always)
func hashed(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt64 = 0x9E37_79B9_7F4A_7C15) -> UInt64 {
  guard let base = bytes.baseAddress else { return seed }
  let count = bytes.count
  let raw = UnsafeRawPointer(base)
  func eight(_ offset: Int) -> UInt64 {
    raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }
  func four(_ offset: Int) -> UInt64 {
    UInt64(raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
  func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
  let first: UInt64 = 0xA076_1D64_78BD_642F
  let second: UInt64 = 0xE703_7ED1_A0B4_28DB
  var state = seed
  var low: UInt64 = 0
  var high: UInt64 = 0
  if count > 16 {
    var offset = 0
    while offset + 16 < count {
      state = folded(eight(offset) ^ first, eight(offset + 8) ^ state)
      offset += 16
    }
    (low, high) = (eight(count - 16), eight(count - 8))
  } else if count >= 8 {
    (low, high) = (eight(0), eight(count - 8))
  } else if count >= 4 {
    (low, high) = (four(0), four(count - 4))
  } else if count > 0 {
    low = UInt64(base[0]) << 16 | UInt64(base[count >> 1]) << 8 | UInt64(base[count - 1])
  }
  return folded(second ^ UInt64(truncatingIfNeeded: count), folded(low ^ first, high ^ state))
}

@inline(__always)
func same(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  guard let first = left.baseAddress, let second = right.baseAddress else { return true }
  let count = left.count
  if count >= 8 {
    let (one, other) = (UnsafeRawPointer(first), UnsafeRawPointer(second))
    var offset = 0
    while offset < count {
      // The last word overlaps the word before it, so that nothing past the end is read.
      let at = min(offset, count - 8)
      if one.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        != other.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      {
        return false
      }
      offset += 8
    }
    return true
  }
  for index in 0..<count where first[index] != second[index] { return false }
  return true
}
