/// A piece of text in a dataset: where it lies, not the bytes themselves.
///
/// A million rows hold several million pieces of text; eight bytes each and no copy keep them small.
/// `Dataset.string(_:)` gives the text itself.
public struct Text: Hashable, Sendable {
  // 40 bits of position and 24 of length: a terabyte of tables, cells of up to 16 MiB.
  let packed: UInt64

  init(position: Int, length: Int) {
    packed = UInt64(position) << 24 | UInt64(length)
  }

  /// The text without a character.
  public static let empty = Text(position: 0, length: 0)

  /// Whether there is no character in it.
  public var isEmpty: Bool { length == 0 }

  /// The length in bytes of UTF-8.
  public var length: Int { Int(packed & 0xFF_FFFF) }

  static let longest = 0xFF_FFFF

  var position: Int { Int(packed >> 24) }
}

/// The bytes behind every `Text` of a dataset. Written while the dataset is read, never after.
final class TextStore: @unchecked Sendable {
  private struct Segment {
    let base: Int
    let bytes: UnsafeBufferPointer<UInt8>
    let owned: UnsafeMutableRawPointer
  }

  private var segments: [Segment] = []
  private var end = 0
  // Cells whose bytes differ from the file's (a doubled quote inside quotes) are written out here.
  private var loose: UnsafeMutablePointer<UInt8>?
  private var looseUsed = 0
  private var looseSize = 0

  /// Takes over memory that `malloc` gave; returns the position of its first byte.
  func adopt(_ memory: UnsafeMutableRawPointer, count: Int) -> Int {
    let base = end
    segments.append(
      Segment(
        base: base,
        bytes: UnsafeBufferPointer(
          start: memory.assumingMemoryBound(to: UInt8.self), count: count),
        owned: memory))
    end += max(count, 1)
    return base
  }

  /// Keeps a copy of bytes that stand in no file as they are.
  func keep(_ bytes: [UInt8]) -> Text {
    if bytes.isEmpty { return .empty }
    if loose == nil || looseUsed + bytes.count > looseSize {
      looseSize = max(1 << 16, bytes.count)
      looseUsed = 0
      let memory = UnsafeMutableRawPointer.allocate(byteCount: looseSize, alignment: 8)
      _ = adopt(memory, count: looseSize)
      loose = memory.assumingMemoryBound(to: UInt8.self)
    }
    guard let loose,
      let segment = segments.last(where: { $0.owned == UnsafeMutableRawPointer(loose) })
    else { return .empty }
    for (offset, byte) in bytes.enumerated() { loose[looseUsed + offset] = byte }
    let text = Text(position: segment.base + looseUsed, length: bytes.count)
    looseUsed += bytes.count
    return text
  }

  /// The bytes of a text.
  func bytes(_ text: Text) -> UnsafeBufferPointer<UInt8> {
    if text.length == 0 { return UnsafeBufferPointer(start: nil, count: 0) }
    let position = text.position
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].base <= position { low = middle } else { high = middle }
    }
    let segment = segments[low]
    return UnsafeBufferPointer(
      rebasing: segment.bytes[(position - segment.base)..<(position - segment.base + text.length)])
  }

  /// The text as a string.
  func string(_ text: Text) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }

  deinit {
    for segment in segments { segment.owned.deallocate() }
  }
}
