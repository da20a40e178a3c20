import Testing

@testable import Terminal

/// The rest of a character that a line cut short is no control character of its own.
@Suite struct CutCharacterTests {
  @Test(arguments: [[0xF0, 0x9F], [0xE2, 0x9B], [0xC3], [0xF0, 0x90, 0x9D]] as [[UInt8]])
  func theNextKeyArrives(_ bytes: [UInt8]) {
    var input = KeyInput(isMouseOn: true)
    #expect(input.feed((bytes + [0x6B])[...]) + input.flush() == [.key(.character("k"))])
  }

  @Test func aLoneControlOfC1StillBegins() {
    var input = KeyInput(isMouseOn: true)
    #expect(input.feed([0x9B, 0x41]) == [.key(.up)])
  }
}
