extension Canvas {
  /// Draws text from a cell to the right.
  ///
  /// Control characters are made visible, combining marks stay on their letter, wide characters
  /// take two cells. Nothing wraps.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - x: The column of its first cell.
  ///   - y: The row.
  ///   - style: What it is.
  ///   - width: The most cells it may take; longer text ends in an ellipsis.
  /// - Returns: The cells it took, those outside of the clip included.
  @discardableResult
  public mutating func put(
    _ text: String, x: Int, y: Int, style: Style = .plain, width: Int? = nil
  ) -> Int {
    text.withUTF8Bytes { put($0, x: x, y: y, style: style, width: width) }
  }

  /// Draws text in the first line of a rectangle, cut with an ellipsis if it is too long for it.
  public mutating func put(
    _ text: String, in row: Rect, align: Alignment = .leading, style: Style = .plain
  ) {
    guard !row.isEmpty else { return }
    text.withUTF8Bytes { bytes in
      let free: Int
      switch align {
      case .leading: free = 0
      case .centre: free = (row.width - TextWidth.of(bytes: bytes, limit: row.width)) / 2
      case .trailing: free = row.width - TextWidth.of(bytes: bytes, limit: row.width)
      }
      put(bytes, x: row.x + max(0, free), y: row.y, style: style, width: row.width)
    }
  }

  /// Draws pieces of text one after the other.
  ///
  /// - Returns: The cells they took. With a `width`, what does not fit ends in an ellipsis.
  @discardableResult
  public mutating func put(_ spans: [Span], x: Int, y: Int, width: Int? = nil) -> Int {
    guard let width else {
      if spans.last == .cut { noteLack(columns: TextWidth.of(spans.map(\.text).joined())) }
      return spans.reduce(0) { $0 + put($1.text, x: x + $0, y: y, style: $1.style) }
    }
    let whole = spans.reduce(0) { $0 + TextWidth.of($1.text) }
    if spans.last == .cut { noteLack(columns: width) }
    guard whole > width else { return put(spans, x: x, y: y) }
    noteLack(columns: whole - width)
    var used = 0
    for span in spans {
      // The span that reaches the last cell is the span that has to end in the ellipsis.
      let room = width - used
      let needed = TextWidth.of(span.text)
      guard needed < room else {
        let text = needed == room ? span.text + "…" : span.text
        used += put(text, x: x + used, y: y, style: span.style, width: room)
        break
      }
      used += put(span.text, x: x + used, y: y, style: span.style)
    }
    return used
  }

  /// Draws a character; a wide character takes two cells, a mark gets a dotted circle.
  public mutating func set(_ scalar: Unicode.Scalar, x: Int, y: Int, style: Style = .plain) {
    switch ScalarClass.of(scalar.value) {
    case .narrow: place(scalar.value, width: 1, x: x, y: y, style: style)
    case .wide: place(scalar.value, width: 2, x: x, y: y, style: style)
    case .hidden:
      place(Visible.standIn(scalar.value), width: 1, x: x, y: y, style: style)
    case .zero: put(String(Character(scalar)), x: x, y: y, style: style)
    }
  }

  /// Fills a rectangle with a character; the last column stays blank where a wide character does
  /// not fit.
  public mutating func fill(
    _ rect: Rect, with scalar: Unicode.Scalar = " ", style: Style = .plain
  ) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    let step = max(1, TextWidth.of(scalar))
    for y in area.minY..<area.maxY {
      for x in stride(from: area.minX, through: area.maxX - step, by: step) {
        set(scalar, x: x, y: y, style: style)
      }
      if area.width % step != 0 { set(" ", x: area.maxX - 1, y: y, style: style) }
    }
  }

  @discardableResult
  private mutating func put(
    _ bytes: UnsafeBufferPointer<UInt8>, x: Int, y: Int, style: Style, width: Int?
  ) -> Int {
    let cut = width.flatMap { TextWidth.cut(bytes, to: $0, ellipsis: true) }
    let end = cut?.end ?? bytes.count
    if cut?.ellipsis == true, let width {
      noteLack(columns: TextWidth.of(bytes: bytes, limit: Int.max) - width)
    }
    guard y >= clip.minY && y < clip.maxY else {
      return TextWidth.of(bytes: UnsafeBufferPointer(rebasing: bytes[..<end]), limit: Int.max)
        + (cut?.ellipsis == true ? 1 : 0)
    }
    var pieces = TextPieces(bytes)
    var column = x
    while pieces.index < end, let piece = pieces.next() {
      let content = piece.isSingle ? piece.first : intern(pieces.text(of: piece))
      place(content, width: piece.width, x: column, y: y, style: style)
      column += piece.width
    }
    if cut?.ellipsis == true {
      place(Glyph.ellipsis.value, width: 1, x: column, y: y, style: style)
      column += 1
    }
    return column - x
  }
}
