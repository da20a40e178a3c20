import Canvas
import Testing

@testable import Charts

/// The room that columns share goes where it makes the most texts whole.
@Suite struct ColumnRoomTests {
  private func table(first: [String], second: [String], foot: [Table.Entry]? = nil) -> Table {
    Table(
      columns: [
        Table.Column("Name", minimum: 4, maximum: 40, priority: 9),
        Table.Column("Note", minimum: 4, maximum: 40, priority: 9),
      ], rows: zip(first, second).map { [Table.Entry($0), Table.Entry($1)] }, foot: foot)
  }

  private func lines(_ table: Table, width: Int) -> [Substring] {
    picture(width, 12) { table.draw(on: &$0, in: $1) }.split(separator: "\n")
  }

  /// One long name does not take the room in which nine notes stand whole.
  @Test func manyTextsComeBeforeALongText() {
    let names = ["a name of more than thirty letters"] + (1...9).map { "name \($0)" }
    let notes = (0...9).map { "a note of 19 letters\($0)".suffix(20) }.map(String.init)
    let shown = lines(table(first: names, second: notes), width: 30)
    let whole = shown.count { line in notes.contains { line.contains($0) } }
    #expect(whole == 10, "\(shown.joined(separator: "\n"))")
  }

  /// The rest goes to the name, although it stays cut.
  @Test func whatNoTextNeedsGoesToTheFirst() {
    let shown = lines(
      table(first: ["a name of more than thirty letters"], second: ["note"]), width: 24)
    #expect(shown[1].hasPrefix("a name of more th…"), "\(shown)")
  }

  /// The words of a foot run on over empty cells, and ask for no width of their column.
  @Test func aFootWidensNoColumn() {
    let plain = table(first: ["a", "b"], second: ["c", "d"])
    let footed = table(
      first: ["a", "b"], second: ["c", "d"],
      foot: [Table.Entry("27 rows of which some are not counted"), Table.Entry("")])
    #expect(plain.measured().widths == footed.measured().widths)
  }

  @Test func theBestGainsComeFirst() {
    let gains = Table.gains([6: 1, 10: 8, 30: 1], from: 4)
    #expect(gains.map(\.width) == [10, 30])
    #expect(gains.map(\.textsPerCell) == [9 / 6, 1 / 20])
  }
}
