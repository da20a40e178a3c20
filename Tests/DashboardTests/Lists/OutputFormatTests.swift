import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// The table of formats: what a file's ending asks for, what is offered, and that each writes.
@Suite struct OutputFormatTests {
  @Test func namesEndingsAndKeysTellFormatsApart() {
    let all = OutputFormat.all
    #expect(Set(all.map(\.name)).count == all.count)
    let endings = all.flatMap(\.endings)
    #expect(Set(endings).count == endings.count)
    let keys = OutputFormat.exported.compactMap { $0.export?.key } + ["x"]
    #expect(Set(keys).count == keys.count)
    // A file that is exported needs an ending.
    #expect(OutputFormat.exported.allSatisfy { !$0.endings.isEmpty })
    for format in all { #expect(OutputFormat(named: format.name) == format) }
  }

  @Test func aFilesEndingAsksForItsFormat() {
    for (path, format) in [
      ("a.csv", OutputFormat.csv), ("dir.d/a.TXT", .text), ("a.b.json", .json), ("x.html", .html),
    ] {
      #expect(OutputFormat(endingOf: path) == format, "\(path)")
    }
    for path in ["a", "a.table", "a.tmp", "dir.csv/a", ".", ""] {
      #expect(OutputFormat(endingOf: path) == nil, "\(path)")
    }
  }

  @Test func everyFormatOfAViewWritesItAndNoOther() throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-29"))
    let sheet = Sheet(page: .capital, world: world)
    var texts: Set<String> = []
    for format in OutputFormat.all {
      let request = OutputRequest(sheet, table: sheet.table()) {
        sheet.canvas(width: 100, height: 30)
      }
      var text = ""
      try format.write(request) { text += $0 }
      #expect(text.isEmpty == (format.scope == .document), "\(format.name)")
      texts.insert(text)
    }
    // Without colours a text for a terminal is plain text.
    #expect(texts.count >= OutputFormat.views.count - 1)
  }

  @Test func aListIsOfferedUnderItsName() {
    let question = Question.export(pane: 2, list: "rounds")
    #expect(question.answers.map(\.words) == ["all", "text", "SVG", "JSON", "CSV of rounds"])
    #expect(question.effects(for: .enter) == [.export(OutputFormat.exported, pane: 2)])
    #expect(question.effects(for: .character("c")) == [.export([.csv], pane: 2)])
  }
}
