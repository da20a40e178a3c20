import Canvas

extension Report {
  /// The report as Markdown, for mail and issues: the figures of charts in words, sources as numbered links.
  public var markdown: String {
    var text = "# \(Report.plain(title))\n\nAs of \(readable(day)).\n"
    if !losses.isEmpty { text += "\n\(Report.plain(losses))\n" }
    for section in sections {
      text += "\n## \(Report.plain(section.name)): \(Report.plain(section.finding))\n"
      if !section.note.isEmpty { text += "\n\(Report.plain(section.note))\n" }
      if !section.figures.isEmpty { text += "\n" }
      for figure in section.figures {
        let words = figure.cells.dropFirst().filter { !$0.isEmpty }.map(Report.plain)
        text += "- \(Report.plain(figure.cells.first ?? "")): **\(words.first ?? "")**"
        text += words.dropFirst().map { ", \($0)" }.joined()
        text += figure.sources.isEmpty ? "\n" : " \(Report.notes(figure.sources))\n"
      }
      for chart in section.charts {
        text += "\n\(Report.plain("\(chart.finding) · \(chart.caption)"))"
        text += chart.values.isEmpty ? "\n" : ": \(Report.plain(chart.values)).\n"
      }
      for table in section.tables { text += "\n" + Report.markdown(of: table) }
    }
    text += "\n## Sources\n\n"
    for (index, source) in sources.enumerated() {
      let title = Report.plain(source.title.isEmpty ? source.publisher : source.title)
      let named = source.address.isEmpty ? title : "[\(title)](<\(Report.address(source.address))>)"
      let rest = [source.publisher, source.published].filter { !$0.isEmpty }.map(Report.plain)
      text += "\(index + 1). \(named)" + rest.map { ", \($0)" }.joined() + "\n"
    }
    return text + "\n\(Report.plain(imprint)).\n"
  }

  private static func markdown(of table: ReportTable) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    var text = line(table.columns.map(plain) + ["Sources"])
    text += line(table.isNumeric.map { $0 ? "---:" : "---" } + ["---"])
    for row in table.rows {
      text += line(row.cells.map(plain) + [notes(row.sources)])
    }
    if let more = table.more { text += "\n\(more): `\(table.command)`\n" }
    return text
  }

  /// The numbers of sources. They are plain brackets, which a mail shows as they are: no text of the data can
  /// define a link of that name, as its own brackets are escaped.
  private static func notes(_ numbers: [Int]) -> String {
    guard let first = numbers.first else { return "" }
    return numbers.count > 4
      ? "[\(first) and \(numbers.count - 1) more]"
      : numbers.map { "[\($0)]" }.joined(separator: " ")
  }

  /// A text of the data that stays a text in Markdown.
  private static func plain(_ text: String) -> String { DataWriter.markdownText(text) }

  private static func address(_ text: String) -> String {
    String(Visible.text(text).filter { !"<>\\".contains($0) && !$0.isWhitespace })
  }
}
