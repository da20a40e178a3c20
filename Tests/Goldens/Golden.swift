import Foundation
import Testing

/// Pictures and reports kept as text files next to the tests, for people to read in a review.
///
/// A golden of `Law/CountryScreenTests.swift` named `country-80x24` is the file
/// `Law/Goldens/country-80x24.txt`. With `MOAT_RECORD=1` in the environment the files are written
/// again. Every test that wrote a file fails, so that a recording cannot pass for a check.
public enum Golden {
  /// Expects a text to be the text kept under a name.
  public static func expect(
    _ picture: String, _ name: String, file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
      .appendingPathComponent("Goldens")
    let path = folder.appendingPathComponent(name + ".txt")
    let picture = trimmed(picture)
    if isRecording {
      record(picture, at: path, sourceLocation)
      return
    }
    guard let kept = try? String(contentsOf: path, encoding: .utf8) else {
      Issue.record(
        "there is no golden \(name); look at the picture and record it with MOAT_RECORD=1:\n\(picture)",
        sourceLocation: sourceLocation)
      return
    }
    guard kept != picture else { return }
    Issue.record(
      "\(name) looks different (− kept, + drawn):\n\(difference(kept, picture))",
      sourceLocation: sourceLocation)
  }

  private static var isRecording: Bool {
    ProcessInfo.processInfo.environment["MOAT_RECORD"].map { !$0.isEmpty } ?? false
  }

  private static func record(_ picture: String, at path: URL, _ sourceLocation: SourceLocation) {
    do {
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try picture.write(to: path, atomically: true, encoding: .utf8)
      Issue.record(
        "recorded \(path.lastPathComponent): read it, then run without MOAT_RECORD",
        sourceLocation: sourceLocation)
    } catch {
      Issue.record("\(path.path) cannot be written: \(error)", sourceLocation: sourceLocation)
    }
  }

  /// Without blanks at the ends of lines and blank lines at the foot, so that editors may strip them.
  private static func trimmed(_ picture: String) -> String {
    var lines = picture.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices {
      while lines[index].last == " " { lines[index].removeLast() }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines that differ, with their numbers, in the order of the file.
  private static func difference(_ kept: String, _ drawn: String) -> String {
    func lines(_ text: String) -> [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false)
    }
    let changes = lines(drawn).difference(from: lines(kept)).map { change in
      switch change {
      case .remove(let line, let text, _): (line, 0, "\(line + 1) − \(text)\n")
      case .insert(let line, let text, _): (line, 1, "\(line + 1) + \(text)\n")
      }
    }
    return changes.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2).joined()
  }
}
