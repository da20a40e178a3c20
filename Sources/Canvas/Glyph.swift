/// The characters of pictures, by their purpose.
///
/// Views name these and write no picture character themselves. So the ASCII stand-ins (``ASCII``)
/// and the shapes of the SVG writer cover everything.
public enum Glyph {
  /// A documented part of a bar.
  public static let full: Unicode.Scalar = "█"
  /// An announced or merely possible part of a bar.
  public static let hollow: Unicode.Scalar = "░"
  /// A full block that lets some of the paper through, for a bar in a row in reverse video.
  public static let dark: Unicode.Scalar = "▓"
  /// Bars that end within a cell, from one eighth of its width to all of it.
  public static let eighths: [Unicode.Scalar] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
  /// Columns that end within a cell, from one eighth of its height to all of it.
  public static let columnEighths: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A mark for: all of it, in force.
  public static let markFull: Unicode.Scalar = "●"
  /// A mark for: possibly all of it.
  public static let markHalf: Unicode.Scalar = "◐"
  public static let markSome: Unicode.Scalar = "◔"
  public static let markNone: Unicode.Scalar = "○"

  /// In place of a figure that is not known; never zero. Also between parts of a title.
  public static let unknown: Unicode.Scalar = "·"
  /// Between the parts of a title or a list in a line.
  public static let separator: Unicode.Scalar = "·"
  /// In place of a figure that does not apply.
  public static let none: Unicode.Scalar = "—"
  /// Between the ends of an interval.
  public static let interval: Unicode.Scalar = "–"
  /// The mark of cut text.
  public static let ellipsis: Unicode.Scalar = "…"
  /// The mark of the selected row, so that it is not told by colour alone.
  public static let selected: Unicode.Scalar = "▌"
  /// The mark of the selected row in a list that keys do not go to.
  public static let selectedElsewhere: Unicode.Scalar = "▏"
  /// The mark at the right edge of a selection.
  public static let selectedEnd: Unicode.Scalar = "▐"
  public static let folded: Unicode.Scalar = "▸"
  /// A known event on a time axis.
  public static let event: Unicode.Scalar = "◆"
  /// A planned or postponed event on a time axis.
  public static let eventHollow: Unicode.Scalar = "◇"
  /// Several events at one place of a time axis; their number follows.
  public static let cluster: Unicode.Scalar = "⊕"
  /// A rise, or sorted upwards.
  public static let rise: Unicode.Scalar = "▲"
  /// A fall, or sorted downwards.
  public static let fall: Unicode.Scalar = "▼"
  public static let moreLeft: Unicode.Scalar = "◂"
  /// More to the right; also the head of an edge.
  public static let moreRight: Unicode.Scalar = "▸"
  public static let moreUp: Unicode.Scalar = "▴"
  public static let moreDown: Unicode.Scalar = "▾"
  /// Leads back to where it came from.
  public static let loop: Unicode.Scalar = "↺"
  public static let arrowUp: Unicode.Scalar = "↑"
  public static let arrowRight: Unicode.Scalar = "→"
  public static let arrowDown: Unicode.Scalar = "↓"
  public static let enter: Unicode.Scalar = "↵"
  public static let check: Unicode.Scalar = "✓"
  /// Does not hold, broken.
  public static let cross: Unicode.Scalar = "✗"
  public static let minus: Unicode.Scalar = "−"
  public static let times: Unicode.Scalar = "×"

  /// A thin line from left to right.
  public static let horizontal: Unicode.Scalar = "─"
  /// A thin line from top to bottom.
  public static let vertical: Unicode.Scalar = "│"
  /// A thick line from left to right.
  public static let heavyHorizontal: Unicode.Scalar = "━"
  /// A dashed line from left to right, for what is announced or possible.
  public static let dashedHorizontal: Unicode.Scalar = "┄"
  /// A dashed line from top to bottom.
  public static let dashedVertical: Unicode.Scalar = "┆"

  /// The Braille pattern of eight dots (Unicode, block U+2800). Bits 0...2 are the left column from
  /// the top, 3...5 the right column, 6 and 7 the bottom row.
  public static func braille(_ dots: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(0x2800 + UInt32(dots)) ?? " "
  }
}
