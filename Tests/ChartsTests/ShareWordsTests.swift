import Testing

@testable import Charts

@Suite struct ShareWordsTests {
  @Test(arguments: [
    (0.8, "four in five"), (0.49, "half"), (0.335, "a third"), (0.94, "nineteen in twenty"),
    (1.0, "all"), (0.45, "45 %"), (0.0, "0 %"),
  ])
  func aShareInWords(_ share: Double, _ words: String) {
    #expect(ShareWords.of(share) == words)
  }

  @Test func theNounFollows() {
    #expect(ShareWords.part(0.5, of: "the money", each: "dollars") == "Half of the money")
    #expect(ShareWords.part(0.4, of: "the money", each: "dollars") == "Two in five dollars")
    #expect(ShareWords.part(0.45, of: "the money", each: "dollars") == "45 % of the money")
    #expect(ShareWords.part(1, of: "chips", each: "chips") == "All chips")
  }
}
