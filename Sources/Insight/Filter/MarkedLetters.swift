/// The letters without marks that stand for those of the rarer blocks: Romanian, Vietnamese and Welsh ones,
/// Greek with its accents, Cyrillic with breve or dots. It is what their canonical decomposition begins with,
/// or the letter that a stroke or a hook was drawn through.
enum MarkedLetters {
  /// The letter of a code point; `nil` for what bears no mark.
  static func plain(_ value: UInt32) -> String? {
    switch value {
    case 0x1C4...0x1C6, 0x1F1...0x1F3: "dz"
    case 0x1C7...0x1C9: "lj"
    case 0x1CA...0x1CC: "nj"
    case 0x1E2, 0x1E3, 0x1FC, 0x1FD: "ae"
    case 0x1E9E: "ss"
    case 0x1E9B: "s"
    case 0x1EE, 0x1EF: "ʒ"
    case 0x3D3, 0x3D4: "ϒ"
    case 0x180...0x24F: letter(Int(value) - 0x180, of: extendedB)
    case 0x1E00...0x1EFF: letter(Int(value) - 0x1E00, of: additional)
    case 0x386...0x3CE: greek(value)
    case 0x400...0x45E: cyrillic(value)
    default: nil
    }
  }

  private static func letter(_ place: Int, of letters: [UInt8]) -> String? {
    let byte = letters[place]
    return byte == UInt8(ascii: ".") ? nil : String(UnicodeScalar(byte))
  }

  private static func greek(_ value: UInt32) -> String? {
    switch value {
    case 0x386, 0x3AC: "α"
    case 0x388, 0x3AD: "ε"
    case 0x389, 0x3AE: "η"
    case 0x38A, 0x390, 0x3AA, 0x3AF, 0x3CA: "ι"
    case 0x38C, 0x3CC: "ο"
    case 0x38E, 0x3AB, 0x3B0, 0x3CB, 0x3CD: "υ"
    case 0x38F, 0x3CE: "ω"
    case 0x3C2: "σ"
    default: nil
    }
  }

  private static func cyrillic(_ value: UInt32) -> String? {
    switch value {
    case 0x400, 0x401, 0x450, 0x451: "е"
    case 0x403, 0x453: "г"
    case 0x407, 0x457: "і"
    case 0x40C, 0x45C: "к"
    case 0x40D, 0x419, 0x439, 0x45D: "и"
    case 0x40E, 0x45E: "у"
    default: nil
    }
  }

  /// U+0180...U+024F; a point for a letter without a mark.
  private static let extendedB = Array(
    ("bbbb...cc.ddd....ffg...ikkl..n.ooo..pp.....ttttuu.vyyzz........."
      + ".............aaiioouuuuuuuuuu.aaaa..ggggkkoooo..j...gg..nnaa..oo"
      + "aaaaeeeeiiiioooorrrruuuusstt..hh.d..zzaaeeooooooooyylnt...acclts"
      + "z..b..eejj.qrryy").utf8)

  /// U+1E00...U+1EFF.
  private static let additional = Array(
    ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
      + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
      + "wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
      + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......").utf8)
}
