import Canvas

extension Report {
  /// The report as one page of HTML: no script, no font, nothing to be fetched; light or dark as the reader has
  /// it, from a phone to paper.
  public var html: String {
    var page = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="color-scheme" content="light dark">
      <title>\(Report.escaped(title)), \(readable(day))</title>
      <style>\(Report.style)</style>
      </head>
      <body>
      <a class="skip" href="#overview">Skip to the figures</a>
      <header>
      <p class="kicker">Moat report · as of \(readable(day))</p>
      <h1>\(Report.escaped(title))</h1>
      <nav aria-label="Sections"><ul>

      """
    for section in sections {
      page += "<li><a href=\"#\(section.id)\">\(Report.escaped(section.name))</a></li>\n"
    }
    page += "<li><a href=\"#sources\">Sources</a></li>\n</ul></nav>\n</header>\n<main>\n"
    var groups: [String] = []
    for section in sections { page += html(of: section, &groups) }
    page += "</main>\n<footer>\n"
    page += "<section id=\"sources\" aria-labelledby=\"sources-title\">\n"
    page += "<h2 id=\"sources-title\">Sources</h2>\n"
    if !losses.isEmpty { page += "<p>\(Report.escaped(losses))</p>\n" }
    page += "<ol>\n"
    for (index, source) in sources.enumerated() {
      page += "<li id=\"source-\(index + 1)\">\(Report.html(of: source))</li>\n"
    }
    page += "</ol>\n"
    if !groups.isEmpty {
      page += "<h3>Figures that rest on many pages</h3>\n<ul class=\"groups\">\n"
      page += groups.joined() + "</ul>\n"
    }
    page += "</section>\n<p>\(Report.escaped(imprint)). Unknown is shown as ·, never as zero.</p>\n"
    return page + "</footer>\n</body>\n</html>\n"
  }

  private func html(of section: Section, _ groups: inout [String]) -> String {
    var text = "<section id=\"\(section.id)\" aria-labelledby=\"\(section.id)-title\">\n"
    text += "<p class=\"kicker\">\(Report.escaped(section.name))</p>\n"
    text += "<h2 id=\"\(section.id)-title\">\(Report.escaped(section.finding))</h2>\n"
    if !section.note.isEmpty { text += "<p>\(Report.escaped(section.note))</p>\n" }
    if !section.figures.isEmpty {
      text += "<dl class=\"figures\">\n"
      for figure in section.figures {
        let cells = figure.cells + Array(repeating: "", count: 4)
        let links = Report.links(figure.sources, of: cells[0], &groups)
        text += "<div><dt>\(Report.escaped(cells[0]))</dt>"
        text += "<dd class=\"figure\">\(Report.escaped(cells[1]))</dd>"
        text +=
          "<dd>\(Report.escaped(cells[2]))</dd><dd>\(Report.escaped(cells[3])) \(links)</dd></div>\n"
      }
      text += "</dl>\n"
    }
    if !section.charts.isEmpty { text += "<div class=\"charts\">\n" }
    for chart in section.charts { text += html(of: chart, under: section) }
    if !section.charts.isEmpty { text += "</div>\n" }
    for table in section.tables { text += Report.html(of: table, &groups) }
    return text + "</section>\n"
  }

  /// A chart under its finding, with its source below; the heading of the section is not said twice.
  private func html(of chart: ReportChart, under section: Section) -> String {
    let isTold = chart.finding == section.finding
    let (finding, caption) = (Report.escaped(chart.finding), Report.escaped(chart.caption))
    var text = "<figure class=\"\(chart.isNarrow ? "half" : "full")\">\n<p class=\"finding\">"
    text += (isTold ? "" : "<strong>\(finding)</strong><br>") + "<span>\(caption)</span></p>\n"
    text += "<div class=\"wide\(chart.isOverTime ? " end" : "")\" tabindex=\"0\" role=\"group\" "
    text += "aria-label=\"\(finding)\">\n"
    text += chart.picture.replacingFirst(
      "<svg ", "<svg style=\"min-width:\(chart.leastWidth)px\" ")
    return text + "</div>\n<figcaption>\(Report.escaped(imprint)).</figcaption>\n</figure>\n"
  }

  private static func html(of table: ReportTable, _ groups: inout [String]) -> String {
    var text =
      "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"\(escaped(table.title))\">\n"
    text += "<table>\n<caption>\(escaped(table.title))</caption>\n<thead><tr>"
    func kind(_ column: Int) -> String {
      table.isNumeric[column] ? " class=\"n\"" : table.isShort(column) ? " class=\"s\"" : ""
    }
    for (column, title) in table.columns.enumerated() {
      text += "<th scope=\"col\"\(kind(column))>\(escaped(title))</th>"
    }
    text += "<th scope=\"col\">Sources</th></tr></thead>\n<tbody>\n"
    for row in table.rows {
      text += "<tr>"
      for (column, cell) in row.cells.enumerated() {
        let words = held(escaped(cell))
        text +=
          column == 0
          ? "<th scope=\"row\"\(kind(column))>\(words)</th>" : "<td\(kind(column))>\(words)</td>"
      }
      text +=
        "<td class=\"s\">\(links(row.sources, of: row.cells.first ?? "", &groups))</td></tr>\n"
    }
    text += "</tbody>\n</table>\n</div>\n"
    if let more = table.more {
      text += "<p>\(escaped(more)): <code>\(escaped(table.command))</code></p>\n"
    }
    return text
  }

  /// A mark keeps to the line of its word.
  private static func held(_ text: String) -> String {
    guard text.dropFirst().first == " " else { return text }
    return text.prefix(1) + "\u{A0}" + text.dropFirst(2)
  }

  /// Links to the notes of a figure; many pages have a note of their own that names them all.
  private static func links(_ numbers: [Int], of name: String, _ groups: inout [String]) -> String {
    func link(_ number: Int) -> String {
      "<a href=\"#source-\(number)\" aria-label=\"source \(number)\">[\(number)]</a>"
    }
    guard numbers.count > 2 else { return numbers.map(link).joined(separator: " ") }
    let id = "group-\(groups.count + 1)"
    let all = numbers.map(link).joined(separator: " ")
    groups.append("<li id=\"\(id)\">\(escaped(name)): \(all)</li>\n")
    return "<a href=\"#\(id)\">[\(numbers.count) sources]</a>"
  }

  private static func html(of source: Source) -> String {
    let title = source.title.isEmpty ? source.publisher : source.title
    let named =
      source.address.isEmpty
      ? escaped(title)
      : "<a href=\"\(escaped(source.address))\" rel=\"noopener noreferrer\">\(escaped(title))</a>"
    let rest = [source.publisher, source.published].filter { !$0.isEmpty && $0 != title }
    return named + (rest.isEmpty ? "" : ", " + escaped(rest.joined(separator: ", ")))
  }

  /// A text of the data as characters of a page: no tag, attribute or control is made of it.
  static func escaped(_ text: String) -> String { SVG.escaped(text) }

  private static let style = """
    :root{color-scheme:light dark;--ink:#1f2328;--dim:#59636e;--paper:#fff;--line:#d1d9e0;--link:#0550ae}
    @media (prefers-color-scheme:dark){:root{--ink:#d1d7e0;--dim:#9198a1;--paper:#0d1117;--line:#3d444d;\
    --link:#6cb6ff}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:72rem;padding:1rem 1.25rem 3rem;background:var(--paper);color:var(--ink);\
    font:1rem/1.5 system-ui,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
    a{color:var(--link)}
    h1{font-size:1.9rem;line-height:1.2;margin:.2rem 0 .8rem}
    h2{font-size:1.4rem;line-height:1.25;margin:.1rem 0 .8rem}h1,h2,.finding{text-wrap:balance}
    h3{font-size:1rem}
    .kicker{margin:0;color:var(--dim);font-size:.9rem}
    section{margin:2.5rem 0 0;padding-top:1rem;border-top:1px solid var(--line)}
    nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;margin:0;padding:0}
    .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;background:var(--paper)}
    .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:1rem;margin:0 0 1.5rem}
    .figures div{border:1px solid var(--line);border-radius:6px;padding:.8rem}
    .figures dt{color:var(--dim)}.figures dd{margin:0;font-size:.9rem}
    .figures .figure{font-size:1.7rem;font-weight:700}
    .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,30rem),1fr));gap:1.5rem}
    figure{margin:0;min-width:0}.full{grid-column:1/-1}
    .finding{margin:0 0 .3rem}.finding span{color:var(--dim);font-size:.9rem}
    .end{direction:rtl}.end svg{direction:ltr}
    .charts+.wide,p+.wide{margin-top:1.5rem}
    figcaption,caption{color:var(--dim);font-size:.85rem;text-align:left}
    .wide{overflow-x:auto}
    .wide:focus-visible{outline:2px solid var(--link)}
    svg{display:block;max-width:100%;height:auto}
    table{border-collapse:collapse;font-size:.9rem;min-width:100%;overflow-wrap:normal}
    th,td{padding:.3rem .7rem .3rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
    thead th{color:var(--dim);font-weight:600;white-space:nowrap}
    tbody th{font-weight:600}td{min-width:5rem}
    .n{text-align:right;font-variant-numeric:tabular-nums}.n,.s,.figures a{white-space:nowrap}
    td.n,td.s{min-width:0}tbody th{min-width:8rem}
    footer ol,.groups{font-size:.85rem}
    @media print{body{max-width:none;padding:0;font-size:9pt}nav,.skip{display:none}\
    .wide{overflow:visible}svg{min-width:0!important;max-width:100%}figure,tr{break-inside:avoid}\
    .figures{grid-template-columns:repeat(5,1fr);gap:6pt}.figures div{padding:5pt}.figures .figure{font-size:13pt}\
    .charts{grid-template-columns:1fr 1fr;gap:8pt}\
    h2,.kicker,.finding,caption{break-after:avoid}thead{display:table-header-group}table{font-size:7pt}\
    tbody th{min-width:0}footer ol,.groups{font-size:7pt}}

    """
}

extension String {
  /// The same with the first occurrence of a part replaced.
  fileprivate func replacingFirst(_ part: String, _ other: String) -> String {
    guard let start = indices.first(where: { self[$0...].hasPrefix(part) }) else { return self }
    return self[..<start] + other + self[index(start, offsetBy: part.count)...]
  }
}
