/// The size of a picture for a slide, in pixels.
public struct SlideSize: Hashable, Sendable {
  public let width: Int
  public let height: Int

  /// A size between 320 and 10,000 pixels a side; `nil` for any other.
  public init?(width: Int, height: Int) {
    guard (320...10_000).contains(width), (320...10_000).contains(height) else { return nil }
    self.width = width
    self.height = height
  }

  /// A size by its name: `16:9`, `1:1`, another ratio, or pixels as `1600x900`.
  public init?(_ name: String) {
    if name.contains(":") {
      let parts = name.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 2, let wide = parts[0], let high = parts[1],
        (1...100).contains(wide), (1...100).contains(high)
      else { return nil }
      let longer = 1_600
      self.init(
        width: wide >= high ? longer : longer * wide / high,
        height: wide >= high ? longer * high / wide : longer)
    } else {
      let parts = name.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 2, let width = parts[0], let height = parts[1] else { return nil }
      self.init(width: width, height: height)
    }
  }
}

/// A picture for a slide: the finding above, the chart in the middle, the source below.
public struct Slide: Sendable {
  public let size: SlideSize
  /// The finding.
  public let title: String
  /// The thing that is measured, and its unit.
  public let caption: String
  public let source: String
  /// The same at more length, for those who do not see the picture.
  public let description: String

  public init(
    size: SlideSize, title: String, caption: String, source: String, description: String
  ) {
    self.size = size
    self.title = title
    self.caption = caption
    self.source = source
    self.description = description
  }

  private var shorter: Double { Double(min(size.width, size.height)) }
  var margin: Double { (shorter * 0.05).rounded() }
  var titleSize: Double { (shorter * 0.046).rounded() }
  var captionSize: Double { (shorter * 0.026).rounded() }
  var sourceSize: Double { (shorter * 0.021).rounded() }

  /// The lines of a text in letters of a size: a bold letter is seldom wider than 0.58 of its height.
  private func lines(_ text: String, size letters: Double) -> [String] {
    let room = Int((Double(size.width) - 2 * margin) / (letters * 0.58))
    // A figure stays with its unit, or with what it counts.
    let bound = text.replacing(#/([0-9])[ ]/#) { "\($0.output.1)\u{A0}" }
    func wrapped(_ width: Int) -> [String] {
      TextWidth.wrap(bound, width: max(8, width)).map { $0.replacing("\u{A0}", with: " ") }
    }
    let lines = wrapped(room)
    // Lines of about one length: no last word stands alone.
    guard lines.count > 1, let last = lines.last else { return lines }
    let least = max(TextWidth.of(last), TextWidth.of(text) / lines.count)
    return (least...max(least, room)).lazy.map(wrapped).first { $0.count == lines.count } ?? lines
  }

  var titleLines: [String] { lines(title, size: titleSize) }
  var captionLines: [String] { lines(caption, size: captionSize) }
  var sourceLines: [String] { lines(source, size: sourceSize) }

  /// The place of the chart: its upper left corner, its width and its height.
  var chart: (x: Double, y: Double, width: Double, height: Double) {
    let top =
      margin + Double(titleLines.count) * titleSize * 1.2
      + Double(captionLines.count) * captionSize * 1.3 + captionSize
    let bottom = margin + Double(sourceLines.count) * sourceSize * 1.3 + sourceSize
    return (
      margin, top, Double(size.width) - 2 * margin, max(40, Double(size.height) - top - bottom)
    )
  }

  /// The rows of cells that fit where so many columns are as wide as the slide.
  public func rows(columns: Int) -> Int {
    let cell = chart.width / Double(max(1, columns)) * Double(SVGCell.height)
    return max(1, Int(chart.height / cell * Double(SVGCell.width)))
  }

  /// The columns of cells with which so many rows fill the height.
  public func columns(rows: Int) -> Int {
    let cell = chart.height / Double(max(1, rows)) * Double(SVGCell.width)
    return max(1, Int(chart.width / cell * Double(SVGCell.height)))
  }
}

extension SVG {
  private static let sans = "system-ui,'Segoe UI',Roboto,Helvetica,Arial,'DejaVu Sans',sans-serif"

  /// A canvas as the chart of a slide.
  public static func write(_ canvas: Canvas, on slide: Slide, theme: Theme) -> String {
    let picture = SVGPicture(canvas)
    let base = theme.light
    let (width, height) = (slide.size.width, slide.size.height)
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" class="moat" role="img" \
      aria-labelledby="moat-title moat-desc" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" font-family="\(SVGCell.fonts)" font-size="\(SVGCell.fontSize)">
      <title id="moat-title">\(escaped(slide.title))</title>
      <desc id="moat-desc">\(escaped(slide.description))</desc>

      """
    text += styleSheet(
      picture, base: base, dark: theme.dark, filling: [.strong, .dim])
    text += """
      <rect class="paper" fill="\(base.paper.hex)" width="\(width)" height="\(height)"/>

      """
    var y = slide.margin
    func put(_ lines: [String], size: Double, spacing: Double, role: Role, bold: Bool) {
      for line in lines {
        y += size * spacing
        text += """
          <text class="\(role.className)" fill="\(base.ink(role).hex)" font-family="\(sans)" \
          font-size="\(SVGCell.text(size))"\(bold ? " font-weight=\"700\"" : "") \
          x="\(SVGCell.text(slide.margin))" y="\(SVGCell.text(y))">\(escaped(line))</text>

          """
      }
    }
    put(slide.titleLines, size: slide.titleSize, spacing: 1.2, role: .strong, bold: true)
    put(slide.captionLines, size: slide.captionSize, spacing: 1.3, role: .dim, bold: false)
    let place = slide.chart
    let scale = min(
      place.width / Double(max(1, canvas.width * SVGCell.width)),
      place.height / Double(max(1, canvas.height * SVGCell.height)))
    text += """
      <g transform="translate(\(SVGCell.text(place.x)) \(SVGCell.text(place.y))) \
      scale(\(SVGCell.text(scale)))">
      \(picture.elements(base))</g>

      """
    y = place.y + place.height + slide.sourceSize
    put(slide.sourceLines, size: slide.sourceSize, spacing: 1.3, role: .dim, bold: false)
    return text + "</svg>\n"
  }
}
