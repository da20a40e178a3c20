import Canvas
import Charts

/// The chart of a screen on its own, as a slide shows it: the finding, the chart with its legend, and the
/// figures in words for those who do not see it.
public struct SlideChart: Sendable {
  /// The answer in a sentence: the title of the picture.
  let finding: String
  /// The thing that is measured, and its unit.
  let caption: String
  let legend: [Span]
  /// The cells below which the chart says less.
  let leastWidth: Int
  /// The lines that show all of it, the legend not counted; `nil` for a picture that fills its room.
  let lines: Int?
  /// The figures of the chart in words.
  let values: String
  /// True if the last of it is the latest, which a narrow window shows first.
  var isOverTime = false
  /// The lines that it fills of those it is given, where it has no number of its own.
  var fill: @Sendable (_ width: Int, _ most: Int) -> Int = { $1 }
  /// The lines that show more, on a slide that has them; `nil` where more say no more.
  var mostLines: Int?
  /// The same chart with its rows further apart, by the lines from row to row. `nil` for a chart
  /// whose rows are as they are.
  var spread: (@Sendable (_ pitch: Int) -> SlideChart)?
  let draw: @Sendable (Rect, inout Frame) -> Void

  /// A figure that draws itself.
  init(
    _ finding: String, caption: String, legend: [Span] = [], leastWidth: Int, lines: Int? = nil,
    values: String = "", draw: @escaping @Sendable (Rect, inout Frame) -> Void
  ) {
    self.finding = finding.prefix(1).uppercased() + finding.dropFirst()
    self.caption = caption
    self.legend = SlideChart.separated(legend)
    self.leastWidth = leastWidth
    self.lines = lines
    self.values = values
    self.draw = draw
  }

  /// Entries of a legend with a dot between them: blanks alone run together where a line is filled.
  private static func separated(_ legend: [Span]) -> [Span] {
    var spans = legend.map { Span($0.text.replacing(/\ {2,}/, with: " · "), $0.style) }
    if let last = spans.popLast() {
      let end = last.text.hasSuffix(" · ") ? String(last.text.dropLast(3)) : last.text
      spans.append(Span(end, last.style))
    }
    return spans
  }

  /// Bars of the groups, the largest of them where there are many.
  ///
  /// - Parameter figure: The figure of a group where it is not that of its bar.
  init(
    _ finding: String, bars groups: GroupRows, legend: [Span],
    figure: (GroupRows.Row) -> String? = { _ in nil }
  ) {
    let all = groups.hasTotal ? Array(groups.rows.dropFirst()) : groups.rows
    let shown = all.prefix(SlideChart.mostBars)
    // Remarks are for reading; on a slide the bars have their room.
    var chart = groups.withoutNotes.chart
    chart.rows = groups.withoutNotes.rows.suffix(all.count).prefix(shown.count)
      .map { group in
        var bar = group.bar
        bar.figure = figure(group) ?? bar.figure
        return bar
      }
    let isCut = shown.count < all.count
    let caption =
      groups.heading + (isCut ? ", \(shown.count) of \(all.count)" : "")
      + (groups.unit.isEmpty ? "" : ", \(groups.unit)")
    let values =
      chart.rows.map { "\($0.label) \($0.figureText)" }.joined(separator: "; ")
      + (isCut ? "; and \(NumberFormat.integer(all.count - shown.count)) more" : "")
    chart.title = ""
    chart.unit = ""
    self.init(finding, chart, caption: caption, legend: legend, values: values)
    spread = { [self, chart] pitch in
      var chart = chart
      chart.pitch = pitch
      return SlideChart(self.finding, chart, caption: caption, legend: legend, values: values)
    }
  }

  /// Bars as they are.
  private init(
    _ finding: String, _ chart: BarChart, caption: String, legend: [Span], values: String
  ) {
    let longest = chart.rows.map { TextWidth.of($0.label) + TextWidth.of($0.figureText) }.max() ?? 0
    self.init(
      finding, caption: caption, legend: legend, leastWidth: max(60, longest + 36),
      lines: chart.naturalHeight, values: values
    ) { [chart] area, frame in chart.draw(on: &frame.canvas, in: area) }
  }

  /// Upright bars over time.
  init(_ finding: String, columns chart: ColumnChart, legend: [Span]) {
    var chart = chart
    let caption = chart.title + (chart.unit.isEmpty ? "" : ", \(chart.unit)")
    (chart.title, chart.unit) = ("", "")
    chart.mostPitch = 24
    // Each column has its figure above it, clear of its neighbours'.
    let figure = chart.columns.map { TextWidth.of($0.figureText) }.max() ?? 0
    self.init(
      finding, caption: caption, legend: legend,
      leastWidth: max(70, min(160, chart.columns.count * max(6, figure + 1) + 10)),
      values: chart.columns.map { "\($0.label) \($0.figureText)" }.joined(separator: "; ")
    ) { [chart] area, frame in chart.draw(on: &frame.canvas, in: area) }
    isOverTime = true
    fill = { [chart] in chart.fittingHeight(width: $0, most: $1) }
  }

  /// As many bars as a slide can be read with.
  private static let mostBars = 16

  /// A screen's headline as a finding: without the name of the screen before the first dot.
  static func finding(of headline: [Span]) -> String {
    let text = headline.map(\.text).joined()
    let parts = text.split(separator: "·", maxSplits: 1).map { $0.drop { $0 == " " } }
    return String(parts.count > 1 ? parts[1] : parts.first ?? "")
  }
}

extension SlideChart {
  /// As far as rows stand apart, in lines from row to row.
  private static let mostPitch = 4

  /// The same chart with its rows so far apart that they fill the slide. Its letters are no more than a
  /// quarter smaller.
  fileprivate func spread(to slide: Slide) -> SlideChart {
    guard let spread else { return self }
    let most = leastWidth * 4 / 3
    for pitch in (2...SlideChart.mostPitch).reversed() {
      let chart = spread(pitch)
      if slide.columns(rows: chart.wholeHeight(columns: most)) <= most { return chart }
    }
    return self
  }

  /// The lines of the chart and of its legend.
  fileprivate func wholeHeight(columns: Int) -> Int { (lines ?? 0) + legendLines(columns: columns) }

  /// The lines of the legend and the blank line above it.
  fileprivate func legendLines(columns: Int) -> Int {
    legend.isEmpty ? 0 : legend(columns: columns).height(width: columns) + 1
  }

  /// The legend in lines that break between its entries alone.
  func legend(columns: Int) -> Flow {
    let dot = Span(" · ", .dim)
    var lines: [[Span]] = []
    var width = 0
    for entry in entries {
      let own = TextWidth.of(entry.map(\.text).joined())
      if !lines.isEmpty, width + 3 + own <= columns {
        lines[lines.count - 1] += [dot] + entry
        width += 3 + own
      } else {
        lines.append(entry)
        width = own
      }
    }
    return Flow(lines.map { .paragraph($0) })
  }

  /// The entries of the legend, which have dots between them.
  private var entries: [[Span]] {
    var entries: [[Span]] = [[]]
    for span in legend {
      for (index, part) in span.text.split(separator: " · ", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { entries.append([]) }
        if !part.isEmpty { entries[entries.count - 1].append(Span(String(part), span.style)) }
      }
    }
    return entries.filter { !$0.isEmpty }
  }
}

extension Sheet {
  /// The chart of the screen as a picture for a slide; `nil` where the screen is a page of several.
  public func slide(size: SlideSize, theme: Theme) -> String? {
    guard let chart = screen.slideChart else { return nil }
    let slide = Slide(
      size: size, title: chart.finding, caption: chart.caption, source: source,
      description: chart.values.isEmpty
        ? "\(chart.finding). \(description)"
        : "\(chart.finding). \(chart.values). \(description)")
    return SVG.write(picture(of: chart, on: slide), on: slide, theme: theme)
  }

  /// The line that says whose the picture is and of what day.
  var source: String {
    let dataset = world.dataset
    let versions = dataset.packages.map(\.version).filter { !$0.isEmpty }
    return "Source: Moat, CC BY 4.0, as of \(readable(world.day)), data "
      + (versions.isEmpty ? "" : versions.joined(separator: ", ") + " ")
      + "of \(readable(dataset.updated))"
      + (world.filter.isEmpty ? "" : ", only \(world.filter.text)")
  }

  /// The chart in the cells that the slide has for it: as few as it needs, so that they are large. Few
  /// rows stand so far apart that they fill the slide. The room left is above and below them.
  func picture(of chart: SlideChart, on slide: Slide) -> Canvas {
    let chart = chart.spread(to: slide)
    var columns = chart.leastWidth
    if chart.lines != nil {
      columns = max(columns, slide.columns(rows: chart.wholeHeight(columns: columns)))
    }
    let legendLines = chart.legendLines(columns: columns)
    let rows = max(slide.rows(columns: columns), (chart.lines ?? 8) + legendLines)
    // The legend follows what has lines of its own, and stands below what fills the room.
    let room = rows - legendLines
    let height = min(room, chart.mostLines ?? chart.lines ?? chart.fill(columns, room))
    var frame = Frame(size: Size(width: columns, height: rows))
    let legend = chart.legend(columns: columns)
    let spare = chart.lines == nil ? 0 : max(0, room - height)
    let area = frame.canvas.bounds.inset(top: spare / 3)
    chart.draw(area.inset(bottom: area.height - height), &frame)
    legend.draw(on: &frame.canvas, in: area.inset(top: height + 1))
    return frame.canvas
  }
}
