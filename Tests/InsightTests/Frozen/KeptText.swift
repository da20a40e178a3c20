import Foundation
import Testing

/// Reports of the frozen ledger, kept as text files in `Goldens` for people to read in a review.
///
/// With `MOAT_RECORD=1` in the environment the files are written again, and every test that wrote a file
/// fails, so that a recording cannot pass for a check.
enum KeptText {
  /// Expects a report to be the report kept under a name.
  static func expect(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Goldens")
    let path = folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["MOAT_RECORD"]?.isEmpty == false {
      try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let written: Void? = try? text.write(to: path, atomically: true, encoding: .utf8)
      Issue.record(
        written == nil
          ? "\(path.path) cannot be written"
          : "recorded \(name): read it, then run without MOAT_RECORD",
        sourceLocation: sourceLocation)
      return
    }
    let kept = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    guard kept != text else { return }
    let (old, new) = (kept.split(separator: "\n"), text.split(separator: "\n"))
    let changes = new.difference(from: old).map { change in
      switch change {
      case .remove(let line, let text, _): "\(line + 1) − \(text)"
      case .insert(let line, let text, _): "\(line + 1) + \(text)"
      }
    }
    Issue.record(
      "\(name) reads differently (− kept, + now):\n\(changes.prefix(40).joined(separator: "\n"))",
      sourceLocation: sourceLocation)
  }
}
