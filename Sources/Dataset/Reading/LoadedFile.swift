import Glibc

/// A file that is read into memory piece by piece.
///
/// Read, not mapped: a file that an editor cuts short while it is mapped would end the program. It is
/// read as long as it was when it was opened. The next reading takes the bytes added meanwhile.
struct LoadedFile {
  let path: String
  let package: UInt8
  /// The place of its first byte in the text store.
  let position: Int
  /// Its bytes; behind them `TextStore.padding` zeros, so that words can be read past the end.
  let base: UnsafePointer<UInt8>
  /// The number of its bytes when it was opened.
  let size: Int
  /// The number of its bytes that have been read.
  var count: Int { handle.count }
  private let memory: UnsafeMutablePointer<UInt8>
  private let handle: Handle

  /// Used by one thread at a time: the reading thread first, and the others when it is done.
  private final class Handle: @unchecked Sendable {
    let descriptor: Int32
    var count = 0
    init(_ descriptor: Int32) { self.descriptor = descriptor }
    deinit { close(descriptor) }
  }

  init(path: String, package: UInt8, store: TextStore) throws(DatasetError) {
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: reason(errno)) }
    handle = Handle(descriptor)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: reason(errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path: path, reason: "not a regular file")
    }
    guard let room = store.allocate(Int(status.st_size)) else {
      throw .unreadable(path: path, reason: "too large for the memory")
    }
    self.path = path
    self.package = package
    size = Int(status.st_size)
    position = room.position
    memory = room.memory
    base = UnsafePointer(room.memory)
    (memory + size).initialize(repeating: 0, count: TextStore.padding)
  }

  /// Reads at most `most` bytes behind those read so far; 0 at the end.
  func read(_ most: Int) throws(DatasetError) -> Int {
    while true {
      let got =
        count == size
        ? 0 : Glibc.read(handle.descriptor, memory + count, min(most, size - count))
      if got > 0 {
        handle.count += got
        return got
      }
      if got == 0 {
        (memory + count).initialize(repeating: 0, count: TextStore.padding)
        return 0
      }
      if errno != EINTR { throw .unreadable(path: path, reason: reason(errno)) }
    }
  }

  func readAll() throws(DatasetError) -> UnsafeBufferPointer<UInt8> {
    while try read(size) > 0 {}
    return UnsafeBufferPointer(start: base, count: count)
  }
}

private func reason(_ code: Int32) -> String {
  guard let text = strerror(code) else { return "error \(code)" }
  return String(cString: text).lowercased()
}
