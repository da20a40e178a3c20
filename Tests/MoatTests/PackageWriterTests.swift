import Foundation
import TestSupport
import Testing

@testable import moat

/// A package that is written whole or not at all, whatever goes wrong at whichever step.
@Suite struct PackageWriterTests {
  private struct Fault: Error {}

  private static let before = ["a.csv": "one\n", "b.csv": "two\n"]
  private static let after = ["a.csv": "one\nmore\n", "b.csv": "two\nmore\n", "c.csv": "new\n"]

  private func package() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in Self.before {
      try text.write(toFile: folder.path + "/" + name, atomically: true, encoding: .utf8)
    }
    return folder
  }

  private func contents(_ folder: TemporaryFolder) throws -> [String: String] {
    var contents: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      contents[name] = try? String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
    }
    return contents
  }

  private var files: [(path: String, bytes: [UInt8])] {
    Self.after.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
  }

  /// The steps of a write that goes well.
  private func steps() throws -> [PackageWriter.Step] {
    var steps: [PackageWriter.Step] = []
    let folder = try package()
    try PackageWriter(folder.path) { steps.append($0) }.write(files)
    #expect(try contents(folder) == Self.after)
    return steps
  }

  @Test func aProgramThatEndsAtAnyStepLeavesTheOldOrTheNew() throws {
    let steps = try steps()
    #expect(steps.count > 8)
    var outcomes: Set<Bool> = []
    for last in steps.indices {
      let folder = try package()
      var count = 0
      // From this step on nothing reaches the disk, as if the program had been killed there.
      do {
        try PackageWriter(folder.path) { _ in
          count += 1
          if count > last { throw Fault() }
        }.write(files)
      } catch is Fault {}
      // Whoever writes next finds it whole.
      withExtendedLifetime(try PackageWriter(folder.path)) {}
      let found = try contents(folder)
      #expect(found == Self.before || found == Self.after, "ended before \(steps[last]): \(found)")
      outcomes.insert(found == Self.after)
    }
    #expect(outcomes == [true, false], "both ends are seen")
  }

  @Test func aStepThatFailsIsToldAndLeavesThePackageWhole() throws {
    let steps = try steps()
    for failing in steps.indices where steps[failing] != .sweep {
      let folder = try package()
      var count = 0
      #expect(throws: Fault.self, "\(steps[failing])") {
        try PackageWriter(folder.path) { _ in
          count += 1
          if count == failing + 1 { throw Fault() }
        }.write(files)
      }
      withExtendedLifetime(try PackageWriter(folder.path)) {}
      let found = try contents(folder)
      let isListed = failing > (steps.firstIndex(of: .list) ?? 0)
      #expect(found == (isListed ? Self.after : Self.before), "\(steps[failing])")
    }
  }
}
