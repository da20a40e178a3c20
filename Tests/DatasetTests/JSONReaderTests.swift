import Testing

@testable import Dataset

@Suite struct JSONReaderTests {
  private func with<Value>(
    _ text: String, _ body: (inout JSONReader) throws(JSONReader.Fault) -> Value
  ) throws(JSONReader.Fault) -> Value {
    try with(Array(text.utf8), body)
  }

  private func with<Value>(
    _ bytes: [UInt8], _ body: (inout JSONReader) throws(JSONReader.Fault) -> Value
  ) throws(JSONReader.Fault) -> Value {
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    defer { memory.deallocate() }
    _ = memory.initialize(from: bytes)
    var reader = JSONReader(UnsafeBufferPointer(memory))
    return try body(&reader)
  }

  @Test(arguments: [
    (#""""#, ""), (#""a""#, "a"), (#"  "Zürich 東京""#, "Zürich 東京"),
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""a\u00e9b""#, "aéb"), (#""\uD83D\uDE00!""#, "😀!"), (#""é\né""#, "é\né"),
    ("\u{FEFF}\"a\"", "a"),
  ])
  func strings(_ text: String, _ value: String) throws {
    #expect(try with(text) { reader throws(JSONReader.Fault) in try reader.string() } == value)
    #expect(
      try with(text) { reader throws(JSONReader.Fault) in
        try reader.skip()
        try reader.end()
        return true
      })
  }

  @Test(arguments: [
    "", "a", #"""#, #""a"#, #""a\"#, #""\x""#, #""\u12""#, #""\u12g4""#, #""\uD83D""#,
    #""\uD83D\u0041""#, #""\uD83D \uDE00""#,
    #""\uDE00""#, "\"a\nb\"", "\"a\u{1}\"", "'a'", "1",
  ])
  func noStrings(_ text: String) {
    #expect(throws: JSONReader.Fault.self) {
      try with(text) { reader throws(JSONReader.Fault) in try reader.string() }
    }
  }

  @Test func stringsAreUTF8() {
    for bytes: [UInt8] in [[34, 0xFF, 34], [34, 0xC3, 34], [34, 92, 110, 0xC3, 34]] {
      #expect(throws: JSONReader.Fault.self) {
        try with(bytes) { reader throws(JSONReader.Fault) in try reader.string() }
      }
    }
  }

  @Test(arguments: [
    "{}", "[]", "null", "true", "false", "0", "-1.5e+10", #""a""#, #"{"a":[1,{"b":null}],"c":"d"}"#,
    " [ 1 , 2 ] ", "[[[[]]]]",
  ])
  func skipsWhatIsNotWanted(_ text: String) throws {
    #expect(
      try with(text) { reader throws(JSONReader.Fault) in
        try reader.skip()
        try reader.end()
        return true
      })
  }

  @Test(arguments: [
    ("", 0), ("{", 1), ("[1", 2), ("[1,]", 3), (#"{"a"}"#, 4), (#"{"a":}"#, 5), (#"{"a":1,}"#, 7),
    ("[1 2]", 3),
    ("nul", 0), ("{} x", 3), (#"{a:1}"#, 1), ("[}", 1), (#"["a]"#, 4),
  ])
  func saysWhereItStoppedMakingSense(_ text: String, _ offset: Int) {
    let fault = #expect(throws: JSONReader.Fault.self) {
      try with(text) { reader throws(JSONReader.Fault) in
        try reader.skip()
        try reader.end()
      }
    }
    #expect(fault?.offset == offset)
  }

  @Test func endsBeforeTheStackDoes() {
    let deep = String(repeating: "[", count: 1_000_000)
    let fault = #expect(throws: JSONReader.Fault.self) {
      try with(deep) { reader throws(JSONReader.Fault) in try reader.skip() }
    }
    #expect(fault?.expected == "values nested less deeply")
  }

  @Test func survivesAnything() throws {
    var random = SplitMix64(seed: 8)
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "u00e9", "a", "1", "null", "true", " ", "\n", "é",
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...20, using: &random)).map { _ in random.pick(pieces) }
        .joined()
      // Only that it comes back, with or without a fault inside the text.
      do throws(JSONReader.Fault) {
        try with(text) { reader throws(JSONReader.Fault) in
          try reader.skip()
          try reader.end()
        }
      } catch {
        if error.offset > text.utf8.count { return #expect(error.offset <= text.utf8.count) }
      }
    }
  }
}
