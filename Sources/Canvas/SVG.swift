/// Writes a canvas as a picture (SVG 1.1): sharp at any size, selectable text, no remote font.
///
/// Text is placed by column and pinned to its number of cells: it lines up in any monospaced font.
/// Boxes, bars, Braille dots and round marks are shapes and need no font at all. The same canvas
/// gives the same bytes.
public enum SVG {
  /// A canvas as an SVG document.
  ///
  /// - Parameters:
  ///   - canvas: The picture.
  ///   - theme: The colours of its roles, as its palettes for light and dark pages give them.
  ///   - title: The content of the picture, read out by screen readers.
  ///   - description: The same at more length: what the picture tells.
  ///   - id: The name of its title and its description, other than those of other pictures on a page.
  public static func write(
    _ canvas: Canvas, theme: Theme, title: String, description: String, id: String = "moat"
  ) -> String {
    let picture = SVGPicture(canvas)
    let margin = SVGCell.margin
    let width = canvas.width * SVGCell.width + 2 * margin
    let height = canvas.height * SVGCell.height + 2 * margin
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" class="moat" role="img" \
      aria-labelledby="\(id)-title \(id)-desc" \
      viewBox="-\(margin) -\(margin) \(width) \(height)" width="\(width)" height="\(height)" \
      font-family="\(SVGCell.fonts)" font-size="\(SVGCell.fontSize)">
      <title id="\(id)-title">\(escaped(title))</title>
      <desc id="\(id)-desc">\(escaped(description))</desc>

      """
    let base = theme.light
    text += styleSheet(picture, base: base, dark: theme.dark)
    text += """
      <rect class="paper" fill="\(base.paper.hex)" x="-\(margin)" y="-\(margin)" \
      width="\(width)" height="\(height)" rx="8"/>

      """
    return text + picture.elements(base) + "</svg>\n"
  }

  /// Colours by class. Every class says its colour twice, plainly and as a custom property, for
  /// readers that know no custom properties. The elements carry it as well, for pages that drop the
  /// style sheet.
  ///
  /// - Parameter more: Roles that are filled beyond those of the picture.
  static func styleSheet(
    _ picture: SVGPicture, base: Palette, dark: Palette, filling more: [Role] = []
  ) -> String {
    let filled = Role.allCases.filter { picture.filled.contains($0) || more.contains($0) }
    let roles = Role.allCases.filter { filled.contains($0) || picture.stroked.contains($0) }
    func properties(_ palette: Palette) -> String {
      let own = roles.reduce("--paper:\(palette.paper.hex)") {
        $0 + ";--\($1.className):\(palette.ink($1).hex)"
      }
      return picture.lettered.reduce(own) {
        $0 + ";--\($1.letteredClass):\(palette.letters(on: $1).hex)"
      }
    }
    func rule(_ name: String, _ colour: RGB, suffix: String = "", property: String = "fill")
      -> String
    {
      ".moat .\(name)\(suffix){\(property):\(colour.hex);\(property):var(--\(name))}\n"
    }
    var text = "<style>\n.moat{\(properties(base))}\n"
    text += "@media (prefers-color-scheme:dark){.moat{\(properties(dark))}}\n"
    text += rule("paper", base.paper)
    for role in filled { text += rule(role.className, base.ink(role)) }
    for role in picture.lettered { text += rule(role.letteredClass, base.letters(on: role)) }
    for role in picture.stroked {
      text += rule(
        role?.className ?? "paper", role.map(base.ink) ?? base.paper, suffix: "-line",
        property: "stroke")
    }
    return text + "</style>\n"
  }

  /// Text as character data or attribute value, with controls made visible.
  public static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in Visible.text(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// The measures of a cell in a picture, in pixels.
enum SVGCell {
  static let width = 9
  /// Odd, so that a thin line in the middle of a cell falls on a row of pixels.
  static let height = 19
  static let margin = 16
  /// At this size a character of most monospaced fonts, 0.6 em, is as wide as a cell.
  static let fontSize = 15
  static let baseline = 14
  static let fonts = """
    ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace
    """

  /// A place in pixels, its coordinates apart by a blank.
  static func point(_ place: Shape.Place) -> String {
    "\(text(place.x * Double(width))) \(text(place.y * Double(height)))"
  }

  /// A length with at most three decimals, without a point where there are none.
  static func text(_ value: Double) -> String {
    let thousandths = Int(value * 1000 + (value < 0 ? -0.5 : 0.5))
    let whole = thousandths.magnitude / 1000
    var fraction = "\(thousandths.magnitude % 1000 + 1000)".dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    let sign = thousandths < 0 ? "-" : ""
    return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
  }
}

extension Role {
  /// The class of letters on a bar of it.
  var letteredClass: String { "on-\(className)" }

  /// Its class in a style sheet.
  var className: String {
    switch self {
    case .plain: "plain"
    case .strong: "strong"
    case .dim: "dim"
    case .rule: "rule"
    case .heading: "heading"
    case .accent: "accent"
    case .target: "target"
    case .possible: "possible"
    case .alarm: "alarm"
    case .good: "good"
    case .series1: "series1"
    case .series2: "series2"
    case .series3: "series3"
    case .series4: "series4"
    case .series5: "series5"
    case .series6: "series6"
    }
  }
}
