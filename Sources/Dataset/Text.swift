import Glibc

/// A piece of text in a dataset: where it lies, not the bytes themselves.
///
/// A million rows hold several million pieces of text; eight bytes each and no copy keep them small.
/// `Dataset.string(_:)` gives the text itself. Two values are equal when they lie in the same place.
/// `Dataset.isSame(_:_:)` says if they read the same.
public struct Text: Hashable, Sendable {
  // 40 bits of position and 24 of length: a terabyte of tables, cells of up to 16 MiB.
  let packed: UInt64

  init(position: Int, length: Int) {
    packed = UInt64(truncatingIfNeeded: position) << 24 | UInt64(truncatingIfNeeded: length)
  }

  /// The text without a character.
  public static let empty = Text(position: 0, length: 0)

  public var isEmpty: Bool { length == 0 }

  /// The length in bytes of UTF-8.
  public var length: Int { Int(packed & 0xFF_FFFF) }

  /// The most bytes a text may have.
  static let longest = 0xFF_FFFF
  /// The most bytes all files may have together.
  static let farthest = 1 << 40

  var position: Int { Int(packed >> 24) }
}

/// The bytes behind every `Text` of a dataset. Written while the dataset is read, never after.
final class TextStore: @unchecked Sendable {
  private struct Segment {
    let base: Int
    let memory: UnsafeMutablePointer<UInt8>
    var isFile = true
  }

  private var segments: [Segment] = []
  private var end = 0
  // Cells whose bytes differ from the file's (a doubled quote inside quotes) are written out here.
  private var loose: Segment?
  private var looseUsed = 0
  private var looseSize = 0

  /// The number of readable bytes behind each file, and behind the kept texts.
  static let padding = MarkFinder.padding

  /// Memory for so many bytes and the padding, and the position of its first byte.
  ///
  /// `nil` where there is not as much memory, or more than a terabyte would be held.
  func allocate(_ count: Int) -> (memory: UnsafeMutablePointer<UInt8>, position: Int)? {
    guard count >= 0, end + count < Text.farthest else { return nil }
    // Pages of the usual size: large pages saved a quarter of the reading on a machine whose memory stands ready, and
    // cost four times as much on a virtual machine whose host gives large pages out when they are first touched.
    let memory = malloc(count + TextStore.padding)
    guard let bytes = memory?.assumingMemoryBound(to: UInt8.self) else { return nil }
    let position = end
    segments.append(Segment(base: position, memory: bytes))
    end += max(count, 1)
    return (bytes, position)
  }

  /// Keeps a copy of bytes that stand in no file as they are; empty where they are too many.
  func keep(_ bytes: [UInt8]) -> Text {
    if bytes.isEmpty || bytes.count > Text.longest { return .empty }
    if looseUsed + bytes.count > looseSize {
      looseSize = max(1 << 16, bytes.count)
      looseUsed = 0
      loose = allocate(looseSize).map { Segment(base: $0.position, memory: $0.memory) }
      if loose != nil { segments[segments.count - 1].isFile = false }
    }
    guard let loose else { return .empty }
    (loose.memory + looseUsed).initialize(from: bytes, count: bytes.count)
    defer { looseUsed += bytes.count }
    return Text(position: loose.base + looseUsed, length: bytes.count)
  }

  func bytes(_ text: Text) -> UnsafeBufferPointer<UInt8> {
    if text.isEmpty { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: pointer(to: text.position), count: text.length)
  }

  /// The byte at a position; `nil` where nothing is held.
  func pointer(to position: Int) -> UnsafePointer<UInt8>? {
    place(at: position).map { UnsafePointer($0.segment.memory + $0.offset) }
  }

  /// Line and column (in characters, from 1) of a text's first byte in its file. `nil` for an empty
  /// text or a text that stands in no file as it is.
  func lineAndColumn(of text: Text) -> (line: Int, column: Int)? {
    guard !text.isEmpty, let (segment, offset) = place(at: text.position), segment.isFile else {
      return nil
    }
    let before = UnsafeBufferPointer(start: segment.memory, count: offset)
    var (line, column) = (1, before.starts(with: [0xEF, 0xBB, 0xBF]) ? 0 : 1)
    for byte in before {
      if byte == 10 {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  private func place(at position: Int) -> (segment: Segment, offset: Int)? {
    guard !segments.isEmpty else { return nil }
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].base <= position { low = middle } else { high = middle }
    }
    return (segments[low], position - segments[low].base)
  }

  func string(_ text: Text) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }

  deinit {
    for segment in segments { free(segment.memory) }
  }
}
