import Testing

@testable import Terminal

@Suite("Answers of a terminal that come late")
struct LateRepliesTests {
  private func keys(_ parts: [String]) -> [Event] {
    var input = KeyInput(isMouseOn: true)
    return parts.flatMap { part in input.feed(Array(part.utf8)[...]) + input.flush() }
  }

  private static let replies = [
    "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{7}", "\u{1B}]52;c;cXVpdA==\u{1B}\\",
    "\u{1B}P>|kitty(0.35)\u{1B}\\",
    "\u{1B}_Gi=31;OK\u{1B}\\", "\u{1B}^qqq\u{1B}\\", "\u{1B}Xqqq\u{7}", "\u{1B}[?62;22c",
    "\u{1B}[>0;276;0c",
    "\u{1B}[?2026;2$y", "\u{1B}[8;30;110t",
  ]

  /// Only the sign that was taken for a key may do something: what follows in one piece is no typing.
  @Test(arguments: replies)
  func theRestInOnePieceIsSwallowed(_ reply: String) {
    let characters = Array(reply)
    // The last piece holds an end and more than one sign before it.
    for cut in 1..<(characters.count - 3) {
      let parts = [String(characters[..<cut]), String(characters[cut...]), "k"]
      let found = keys(parts)
      #expect(found.last == .key(.character("k")), "\(reply.debugDescription) at \(cut)")
      #expect(
        found.count <= (cut == 1 ? 2 : cut == 2 ? 3 : 1), "\(reply.debugDescription) at \(cut)")
    }
  }

  @Test func whatAHandTypesAfterEscStaysKeys() {
    #expect(keys(["\u{1B}", "]"]) == [.key(.escape), .key(.character("]"))])
    #expect(keys(["\u{1B}", "[", "[", "k"]).count == 4)
    #expect(
      keys(["\u{1B}", ":next\r"]) == [.key(.escape)]
        + ":next".map { .key(.character($0.unicodeScalars.first!)) }
        + [.key(.enter)])
    #expect(keys(["\u{1B}]11;rgb", "jk"]) == [.key(.character("j")), .key(.character("k"))])
    #expect(keys(["\u{1B}[?6", "j"]) == [.key(.character("j"))])
  }

  @Test func whatWasGivenUpIsForgottenWithTheNextKey() {
    #expect(keys(["\u{1B}", "k", "]ab\u{7}"]).count == 6)
  }
}
