import Foundation

/// A folder for a test, gone when the test is done with it.
public final class TemporaryFolder {
  /// The folder's path.
  public let path: String

  /// The folder's path as a URL.
  public var url: URL { URL(filePath: path, directoryHint: .isDirectory) }

  /// Makes the folder, under a name of its own unless given.
  public init(name: String = "moat-" + UUID().uuidString) throws {
    path = FileManager.default.temporaryDirectory.path + "/" + name
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes bytes to a file below the folder.
  public func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let place = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: place))
  }

  /// Writes a text to a file below the folder.
  public func write(_ text: String, to name: String) throws { try write(text.utf8, to: name) }
}
