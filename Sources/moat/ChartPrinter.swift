import Canvas
import Dashboard
import Dataset
import Glibc

/// Writes the chart of a view: SVG itself, PNG by `rsvg-convert`.
struct ChartPrinter {
  let options: ViewOptions
  let size: SlideSize

  private static let converter = "rsvg-convert"
  /// No picture of a slide is larger.
  private static let mostBytes = 1 << 28

  func print(_ sheet: Sheet, of page: Page, theme: Theme, sparing files: FileIdentities) throws {
    guard let picture = sheet.slide(size: size, theme: theme) else {
      throw Failure.usage(
        "\(page.kind.command) has no chart of its own as it is asked for; the views with a chart are "
          + "\(ChartCommand.views)")
    }
    guard options.format == .png else {
      return try ViewPrinter(options).emit(picture, sparing: files)
    }
    if options.out == nil, Standard.outputIsTerminal {
      throw Failure.usage("PNG is no text for a terminal; name a file with --out")
    }
    let bytes = try png(of: picture)
    if let path = options.out {
      try FileWriter.write(bytes: bytes, to: path, sparing: files)
    } else {
      try Standard.write(bytes: bytes)
    }
  }

  private func png(of picture: String) throws -> [UInt8] {
    guard Programs.exists(ChartPrinter.converter) else {
      throw Failure.terminal(
        "PNG needs rsvg-convert, which is not installed (Debian: apt-get install librsvg2-bin); without it "
          + "--format svg writes the same picture")
    }
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.path + "/chart.svg"
    try FileWriter.write(picture, to: path)
    let words = [ChartPrinter.converter, "--width", "\(size.width)", path]
    guard let bytes = Programs.output(of: words, most: ChartPrinter.mostBytes), !bytes.isEmpty
    else {
      throw Failure.output(
        "rsvg-convert could not make a PNG of the chart; --format svg writes it as SVG")
    }
    return bytes
  }
}
