import Testing

@testable import Dashboard

/// Texts of the data in Markdown.
@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("_x_", "\\_x\\_"), ("key_name", "key_name"), ("a _b", "a \\_b"),
    ("__init__", "\\_\\_init\\_\\_"),
    ("Ä_1", "Ä_1"), ("*_x_", "\\*\\_x\\_"), ("_", "\\_"), ("<b>&", "&lt;b>&"), ("&lt;", "&amp;lt;"),
    ("A & B", "A & B"), ("&#60;", "&amp;#60;"),
  ])
  func holdsNoMarkUp(text: String, written: String) {
    #expect(DataWriter.markdownText(text) == written)
  }
}
