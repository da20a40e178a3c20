import Glibc
import Testing

@testable import Terminal

/// Characters of a set that the program does not read itself: the C library does, by the locale.
@Suite struct LocaleCharacterTests {
  private func events(_ bytes: [UInt8], locale: String = "C.UTF-8") throws -> [Event] {
    // Of this thread alone: other tests run beside it.
    let chosen = try #require(newlocale(1 << LC_CTYPE, locale, nil))
    let before = uselocale(chosen)
    defer {
      uselocale(before)
      freelocale(chosen)
    }
    var input = KeyInput(isMouseOn: true, codeset: "GB18030")
    return bytes.flatMap { input.feed([$0][...]) } + input.flush()
  }

  private func keys(_ text: String) -> [Event] {
    text.unicodeScalars.map { .key(.character($0)) }
  }

  @Test(arguments: ["k", "é", "ékß", "漢字", "a😀b"])
  func theLocaleReadsThem(_ text: String) throws {
    #expect(try events(Array(text.utf8)) == keys(text))
  }

  @Test func whatIsNoCharacterGoesAndTheNextArrives() throws {
    #expect(try events([0xFF, 0x6B]) == keys("k"))
    #expect(try events([0xC3, 0x6B]) == keys("k"))
    #expect(try events([0xE9, 0x6B], locale: "C") == keys("k"))
  }

  @Test func aLoneControlOfC1StillBegins() throws {
    #expect(try events([0x9B, 0x41]) == [.key(.up)])
  }
}
