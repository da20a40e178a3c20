import Canvas
import Testing

@Suite("Rectangles")
struct GeometryTests {
  @Test("never negative")
  func negative() {
    let rect = Rect(x: 3, y: 4, width: -2, height: -1)
    #expect(rect.width == 0 && rect.height == 0 && rect.isEmpty)
    #expect(Rect(x: 0, y: 0, width: 4, height: 4).inset(left: 3, right: 3).width == 0)
    #expect(Size(width: -1, height: 2) == Size(width: 0, height: 2))
    #expect(Rect(x: 0, y: 0, width: 3, height: 2).row(2).isEmpty)
    #expect(Rect(x: 0, y: 0, width: 3, height: 2).column(-1).isEmpty)
  }

  @Test("intersection and containment")
  func intersection() {
    let a = Rect(x: 0, y: 0, width: 10, height: 5)
    let b = Rect(x: 7, y: -2, width: 10, height: 4)
    #expect(a.intersection(b) == Rect(x: 7, y: 0, width: 3, height: 2))
    #expect(a.intersection(Rect(x: 20, y: 20, width: 1, height: 1)).isEmpty)
    #expect(a.contains(9, 4) && !a.contains(10, 4) && !a.contains(Point(x: 0, y: 5)))
  }

  /// The widths of the parts, as a picture.
  func picture(_ width: Int, _ lengths: [Length], gap: Int = 0) -> String {
    var canvas = Canvas(width: width, height: 1)
    let parts = Rect(x: 0, y: 0, width: width, height: 1).columns(lengths, gap: gap)
    for (index, part) in parts.enumerated() {
      canvas.fill(part, with: Unicode.Scalar(UInt8(65 + index)), style: .plain)
    }
    return PlainText.write(canvas)
  }

  @Test("columns")
  func columns() {
    #expect(picture(12, [.fixed(3), .share(1), .fixed(2)]) == "AAABBBBBBBCC\n")
    #expect(picture(12, [.share(1), .share(2)]) == "AAAABBBBBBBB\n")
    #expect(picture(12, [.share(1), .share(1), .share(1)], gap: 1) == "AAA BBB CCCC\n")
    #expect(picture(12, [.atLeast(6, share: 1), .share(1), .share(1)]) == "AAAAAABBBCCC\n")
    #expect(picture(8, [.fixed(6), .fixed(6), .fixed(6)]) == "AAAAAABB\n")
    #expect(picture(4, [.share(1), .atLeast(3, share: 1), .fixed(2)]) == "BBBC\n")
    #expect(picture(9, [.fixed(2), .fixed(2)], gap: 2) == "AA  BB\n")
    #expect(picture(0, [.share(1), .fixed(1)]) == "\n")
  }

  @Test("parts are in order, apart, inside, and a share fills the room")
  func properties() {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<2000 {
      let total = Int.random(in: 0...60, using: &generator)
      let gap = Int.random(in: 0...3, using: &generator)
      let lengths = (0..<Int.random(in: 1...6, using: &generator)).map { _ -> Length in
        let cells = Int.random(in: 0...20, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: return .fixed(cells)
        case 1: return .share(1 + cells % 4)
        default: return .atLeast(cells, share: 1 + cells % 3)
        }
      }
      let parts = Rect(x: 2, y: 0, width: total, height: 1).columns(lengths, gap: gap)
      #expect(parts.count == lengths.count)
      #expect(parts.allSatisfy { $0.minX >= 2 && $0.maxX <= 2 + total })
      #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.maxX <= $1.minX })
      let shares = lengths.contains { if case .fixed = $0 { false } else { true } }
      let room = max(0, total - gap * (lengths.count - 1))
      if shares { #expect(parts.reduce(0) { $0 + $1.width } == room) }
    }
  }
}
