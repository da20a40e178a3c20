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
  init(_ finding: String, bars groups: GroupRows, legend: [Span]) {
    let all = groups.hasTotal ? Array(groups.rows.dropFirst()) : groups.rows
    let shown = all.prefix(SlideChart.mostBars)
    // Remarks are for reading; on a slide the bars have their room.
    var chart = groups.withoutNotes.chart
    chart.rows = groups.withoutNotes.rows.suffix(all.count).prefix(shown.count).map(\.bar)
    let isCut = shown.count < all.count
    let caption =
      groups.heading + (isCut ? ", \(shown.count) of \(all.count)" : "")
      + (groups.unit.isEmpty ? "" : ", \(groups.unit)")
    chart.title = ""
    chart.unit = ""
    let longest = chart.rows.map { TextWidth.of($0.label) + TextWidth.of($0.figureText) }.max() ?? 0
    self.init(
      finding, caption: caption, legend: legend, leastWidth: max(60, longest + 36),
      lines: chart.naturalHeight,
      values: shown.map { "\($0.bar.label) \($0.bar.figureText)" }.joined(separator: "; ")
        + (isCut ? "; and \(NumberFormat.integer(all.count - shown.count)) more" : "")
    ) { [chart] area, frame in chart.draw(on: &frame.canvas, in: area) }
  }

  /// Upright bars over time.
  init(_ finding: String, columns chart: ColumnChart, legend: [Span]) {
    var chart = chart
    let caption = chart.title + (chart.unit.isEmpty ? "" : ", \(chart.unit)")
    (chart.title, chart.unit) = ("", "")
    // Each column has its figure above it, clear of its neighbours'.
    let figure = chart.columns.map { TextWidth.of($0.figureText) }.max() ?? 0
    self.init(
      finding, caption: caption, legend: legend,
      leastWidth: min(160, chart.columns.count * max(6, figure + 1) + 10),
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

  /// The chart in the cells that the slide has for it: as few as it needs, so that they are large.
  private func picture(of chart: SlideChart, on slide: Slide) -> Canvas {
    let legend = Flow(chart.legend.isEmpty ? [] : [.paragraph(chart.legend)])
    var columns = chart.leastWidth
    if let lines = chart.lines { columns = max(columns, slide.columns(rows: lines + 2)) }
    let legendLines = chart.legend.isEmpty ? 0 : legend.height(width: columns) + 1
    let rows = max(slide.rows(columns: columns), (chart.lines ?? 8) + legendLines)
    // The legend follows what has lines of its own, and stands below what fills the room.
    let height = min(
      rows - legendLines, chart.lines ?? chart.fill(columns, rows - legendLines))
    var frame = Frame(size: Size(width: columns, height: rows))
    let area = frame.canvas.bounds
    chart.draw(area.inset(bottom: area.height - height), &frame)
    legend.draw(on: &frame.canvas, in: area.inset(top: height + 1))
    return frame.canvas
  }
}
