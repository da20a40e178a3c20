import Canvas
import Charts
import Testing

@testable import Dashboard

@Suite struct WrappedLinesTests {
  private static func lines(_ count: Int, of text: String = "short") -> WrappedLines {
    WrappedLines(rows: (0..<count).map { .init(name: "name \($0)", text: text, style: .plain) })
  }

  /// Where all fits, every value has a line of its own.
  @Test func aPageThatFitsKeepsALineForEachValue() {
    let size = Size(width: 76, height: 10)
    #expect(Self.lines(10).shared(in: size).map(\.count) == Array(repeating: 1, count: 10))
  }

  @Test func shortValuesShareALineWhereNotAllFit() {
    let size = Size(width: 76, height: 10)
    #expect(Self.lines(11).shared(in: size).map(\.count) == [2, 2, 2, 2, 2, 1])
    #expect(Self.lines(11).shared(in: Size(width: 60, height: 10)).count == 11)
    let long = String(repeating: "long ", count: 8)
    #expect(Self.lines(11, of: long).shared(in: size).count == 11)
  }

  /// Every row is in one line, in order, whatever stands between long and short values.
  @Test func noValueIsLost() {
    let texts = ["a", "", "b", String(repeating: "x ", count: 60), "c", "d", "e", "", "f"]
    let lines = WrappedLines(
      rows: texts.enumerated().map {
        .init(name: $0.element.isEmpty ? "" : "n", text: $0.element, style: .plain)
      })
    for height in 1...12 {
      let shared = lines.shared(in: Size(width: 80, height: height))
      #expect(shared.flatMap { Array($0) } == Array(texts.indices))
    }
  }

  /// A text that is too long for the rest of the window begins there, and the foot counts what is below.
  @Test func noRoomStaysBlankAboveATextThatIsCut() {
    let rows = [
      WrappedLines.Row(name: "note", text: "first", style: .plain),
      .init(name: "history", text: String(repeating: "word ", count: 60), style: .plain),
      .init(name: "last", text: "end", style: .plain),
    ]
    var frame = Frame(size: Size(width: 40, height: 6))
    WrappedLines(rows: rows).draw(0, in: frame.canvas.bounds, of: &frame, view: ViewState())
    let text = PlainText.write(frame.canvas).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(text[4].contains("…"), "\(PlainText.write(frame.canvas))")
    #expect(text[5].contains("1 more"), "\(PlainText.write(frame.canvas))")
  }
}
