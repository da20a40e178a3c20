import Testing

@testable import Dataset

@Suite struct InternerTests {
  @Test func numbersIdsInTheOrderOfFirstAppearance() {
    var random = SplitMix64(seed: 5)
    let store = TextStore()
    var interner = Interner(store)
    defer { interner.deallocate() }
    var expected: [String: Int32] = [:]
    for step in 0..<20_000 {
      if step == 7_000 { interner.reserve(9_000) }
      let length = random.pick([1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 48])
      let id = (0..<length).map { _ in String(random.pick(["a", "b"])) }.joined()
      let text = store.keep(Array(id.utf8))
      let bytes = store.bytes(text)
      let hash = hashed(bytes)
      let found = interner.find(bytes, hash: hash)
      if found != expected[id] { return #expect(found == expected[id], "\(id)") }
      if found == nil {
        expected[id] = Int32(interner.count)
        interner.add(text, hash: hash)
      }
    }
    #expect(interner.count == expected.count)
    for (id, number) in expected {
      let found = store.string(interner.text(number))
      if found != id { return #expect(found == id) }
    }
  }

  @Test func tellsApartTextsOfTheSameHash() {
    let store = TextStore()
    var interner = Interner(store)
    defer { interner.deallocate() }
    for (number, id) in ["one", "two", "three"].enumerated() {
      let text = store.keep(Array(id.utf8))
      #expect(interner.find(store.bytes(text), hash: 99) == nil)
      interner.add(text, hash: 99)
      #expect(interner.find(store.bytes(text), hash: 99) == Int32(number))
    }
  }

  @Test func aTextIsEqualOnlyToItself() {
    var random = SplitMix64(seed: 6)
    for _ in 0..<3_000 {
      let left = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8(random.pick([1, 2]))
      }
      var right = left
      if !right.isEmpty, random.once(in: 2) {
        right[Int.random(in: 0..<right.count, using: &random)] = random.pick([1, 2, 3])
      }
      if random.once(in: 4) { right.append(1) }
      let found = left.withUnsafeBufferPointer { one in
        right.withUnsafeBufferPointer { same(one, $0) }
      }
      if found != (left == right) { return #expect(found == (left == right), "\(left) \(right)") }
    }
  }

  @Test func textsThatAreKeptStayWhatTheyWere() {
    var random = SplitMix64(seed: 7)
    let store = TextStore()
    var kept: [(Text, [UInt8])] = []
    for _ in 0..<300 {
      let bytes = (0..<random.pick([0, 1, 5, 1_000, 60_000, 70_000])).map {
        UInt8(truncatingIfNeeded: $0)
      }
      kept.append((store.keep(bytes), bytes))
      if random.once(in: 10) { _ = store.allocate(Int.random(in: 0...9, using: &random)) }
    }
    for (text, bytes) in kept where Array(store.bytes(text)) != bytes {
      return #expect(Array(store.bytes(text)) == bytes)
    }
    #expect(store.keep([UInt8](repeating: 1, count: Text.longest + 1)) == .empty)
    #expect(store.keep([UInt8](repeating: 1, count: Text.longest)).length == Text.longest)
  }
}
