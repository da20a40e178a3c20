import Glibc

/// A file's bytes in memory, followed by eight zero bytes so that words can be read past the end.
///
/// Read, not mapped: a file that an editor cuts short while it is mapped would end the program.
struct LoadedFile {
  let path: String
  let package: UInt8
  /// Where its first byte lies in the text store.
  let position: Int
  let bytes: UnsafeBufferPointer<UInt8>

  init(path: String, package: UInt8, store: TextStore) throws(DatasetError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: reason(errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path: path, reason: "not a regular file")
    }
    var capacity = Int(status.st_size)
    var memory = UnsafeMutableRawPointer.allocate(byteCount: capacity + 8, alignment: 8)
    var count = 0
    while true {
      if count == capacity {
        // The file may have grown since its size was asked; one more byte than that tells.
        var probe: UInt8 = 0
        if Glibc.read(descriptor, &probe, 1) <= 0 { break }
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity * 2 + 72, alignment: 8)
        larger.copyMemory(from: memory, byteCount: count)
        larger.storeBytes(of: probe, toByteOffset: count, as: UInt8.self)
        memory.deallocate()
        memory = larger
        capacity = capacity * 2 + 64
        count += 1
      }
      let read = Glibc.read(descriptor, memory + count, capacity - count)
      if read < 0 {
        let failure = errno
        memory.deallocate()
        throw .unreadable(path: path, reason: reason(failure))
      }
      if read == 0 { break }
      count += read
    }
    (memory + count).initializeMemory(as: UInt8.self, repeating: 0, count: 8)
    self.path = path
    self.package = package
    position = store.adopt(memory, count: count)
    bytes = UnsafeBufferPointer(start: memory.assumingMemoryBound(to: UInt8.self), count: count)
  }
}

private func reason(_ code: Int32) -> String {
  guard let text = strerror(code) else { return "error \(code)" }
  return String(cString: text).lowercased()
}
