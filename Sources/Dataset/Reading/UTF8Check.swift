/// The offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), if any.
func invalidUTF8(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  var index = 0
  func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
    index + offset < bytes.count && range.contains(bytes[index + offset])
  }
  while index < bytes.count {
    let lead = bytes[index]
    switch lead {
    case 0x00...0x7F: index += 1
    case 0xC2...0xDF:
      guard continues(1) else { return index }
      index += 2
    case 0xE0...0xEF:
      let second: ClosedRange<UInt8> =
        lead == 0xE0 ? 0xA0...0xBF : lead == 0xED ? 0x80...0x9F : 0x80...0xBF
      guard continues(1, second), continues(2) else { return index }
      index += 3
    case 0xF0...0xF4:
      let second: ClosedRange<UInt8> =
        lead == 0xF0 ? 0x90...0xBF : lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF
      guard continues(1, second), continues(2), continues(3) else { return index }
      index += 4
    default: return index
    }
  }
  return nil
}
