import Canvas
import Dataset
import Testing

@testable import Dashboard

/// The headline figures of the overview in narrow windows.
@Suite struct FigureTilesTests {
  private static let figures = [
    figure(
      "Raised 2026", ["Raised"], "$23.2 bn", "equity $14 bn debt $9 bn", "5 undisclosed", ["+5 ?"]),
    figure(
      "Compute, firm", ["Compute"], "564,096", "162,528 running", "20 of unknown size", ["+20 ?"]),
    figure("NVIDIA's share", ["NVIDIA"], "77–95 %", "of firm chips", "", []),
    figure("Can enforce", ["Enforce"], "7 of 27", "full authority", "possibly 10", ["10 ?"]),
    figure("Next duty in", ["Next"], "10 days", "Art. 50(2)", "", []),
  ]

  private static func figure(
    _ title: String, _ short: [String], _ number: String, _ note: String, _ doubt: String,
    _ shortDoubts: [String]
  ) -> Figure {
    Figure(
      title: title, shortTitles: short, number: number, style: .strong, note: note, doubt: doubt,
      shortDoubts: shortDoubts, change: "unchanged for 3 months", fact: .sum(title: title, []))
  }

  private func picture(_ width: Int, _ height: Int, cursor: Int = 0) -> String {
    var frame = Frame(size: Size(width: width, height: height))
    var view = ViewState()
    view.positions = [.init(cursor: cursor)]
    FigureTiles(figures: Self.figures).draw(in: frame.canvas.bounds, of: &frame, view: view)
    return PlainText.write(frame.canvas)
  }

  @Test func eachLineIsTheLongestThatFits() {
    Golden.expect(
      [(110, 4), (78, 4), (58, 4), (38, 4), (38, 3), (20, 2)].map { width, height in
        "\(width)x\(height)\n" + picture(width, height)
      }.joined(separator: "\n"), "figure-tiles")
  }

  @Test func nothingIsEverCut() {
    for width in 0...130 {
      let lines = picture(width, 4)
      #expect(!lines.contains("…"), "\(width)")
      // Every row of figures is made of whole figures, in their order.
      let row =
        lines.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().first ?? ""
      var rest = row.drop { $0 == "▌" || $0 == " " }
      for figure in Self.figures where rest.hasPrefix(figure.number) {
        rest = rest.dropFirst(figure.number.count).drop { $0 == " " }
      }
      #expect(rest.isEmpty, "\(width): \(row)")
    }
    #expect(picture(38, 4).contains("$23.2 bn"))
  }

  @Test func theSelectedOneIsInSight() {
    for (index, figure) in Self.figures.enumerated() {
      #expect(picture(38, 3, cursor: index).contains(figure.number))
      #expect(picture(12, 3, cursor: index).contains(figure.number))
    }
  }

  @Test(arguments: [
    Size(width: 40, height: 10), Size(width: 40, height: 12), Size(width: 60, height: 20),
  ])
  func narrowScreensShowWholeFigures(_ size: Size) throws {
    let world = try PagesWorld.make()
    for page in [Page.overview, .compute, .exposure] {
      let state = State.opened(page, world, size: size)
      Golden.expect(state.picture(), "narrow-\(page.kind.title.lowercased())-\(size.name)")
      let head = state.picture().split(separator: "\n", omittingEmptySubsequences: false)[1]
      // A word is dropped whole: before the ellipsis stands a blank.
      if let cut = head.firstIndex(of: "…") { #expect(head[head.index(before: cut)] == " ") }
    }
  }
}
