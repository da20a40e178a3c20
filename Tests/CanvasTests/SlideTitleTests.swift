import Testing

@testable import Canvas

/// The title of a slide.
@Suite struct SlideTitleTests {
  /// The lines of a title are of about one length: no last word stands alone.
  @Test(arguments: ["16:9", "1:1", "4:3"]) func noWordOfATitleStandsAlone(_ size: String) throws {
    let title = "7 of 27 member states can enforce the AI Act in full, possibly 10"
    let slide = Slide(
      size: try #require(SlideSize(size)), title: title, caption: "", source: "", description: "")
    let lines = slide.titleLines
    #expect(lines.joined(separator: " ") == title)
    let longest = lines.map(\.count).max() ?? 0
    #expect((lines.last?.count ?? 0) * 2 > longest, "\(lines)")
  }

  /// A figure stays with its unit, and with what it counts.
  @Test(arguments: [
    "United Kingdom took 32 % of $83.4 bn raised",
    "Put off or overdue: 11 commitments, 5 overdue, 3 stopped",
  ])
  func noFigureLosesItsUnit(_ title: String) throws {
    let size = try #require(SlideSize("1:1"))
    let slide = Slide(size: size, title: title, caption: "", source: "", description: "")
    #expect(slide.titleLines.count > 1)
    #expect(slide.titleLines.joined(separator: " ") == title)
    for line in slide.titleLines.dropLast() { #expect(line.last?.isNumber == false, "\(line)") }
  }
}
