import Dataset
import Testing

@testable import Dashboard

@Suite struct JSONWriterTests {
  @Test func keysAreSortedAndTheLaterOfTwoStands() {
    let document: JSON = ["b": 1, "a": [true, false], "b": 2]
    #expect(
      JSONWriter.text(document) == """
        {
          "a" : [
            true,
            false
          ],
          "b" : 2
        }

        """)
  }

  @Test func moneyHasFourPlacesAndEveryOtherFractionSix() {
    let third = 1.0 / 3
    let document: JSON = [
      "usd_m": third, "share": third, "capital": ["total": third] as JSON,
      "none": Double.nan, "whole": 5.0, "large": 1e15,
    ]
    let lines = JSONWriter.text(document).split(separator: "\n").map {
      $0.filter { $0 != " " && $0 != "," }
    }
    #expect(
      lines == [
        "{", "\"capital\":{", "\"total\":0.3333", "}", "\"large\":1000000000000000",
        "\"none\":null", "\"share\":0.333333", "\"usd_m\":0.3333", "\"whole\":5", "}",
      ])
  }

  @Test func whatSteersATerminalIsEscaped() {
    let document: JSON = ["key\u{9B}": "Zoë \u{202E}\u{1B}[2J\"\\\n"]
    #expect(
      JSONWriter.text(document) == """
        {
          "key\\u009b" : "Zoë \\u202e\\u001b[2J\\"\\\\\\n"
        }

        """)
    #expect(JSONWriter.text(document, ascii: true).contains("Zo\\u00eb"))
  }
}
