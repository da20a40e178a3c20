import Foundation

/// Takes an input of libFuzzer, whose main function calls it; the program ends where a promise is broken.
@_cdecl("LLVMFuzzerTestOneInput")
public func takeFuzzInput(_ bytes: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: size))
  do {
    try FuzzedTarget.chosen.get().run(input)
  } catch {
    FileHandle.standardError.write(Data("moat-fuzz: \(error)\n".utf8))
    abort()
  }
  return 0
}
