import Foundation
import TestSupport
import Testing

@testable import moat

/// An export never overwrites what the session did not write.
@Suite struct ExportNamesTests {
  private let folder: TemporaryFolder
  private var base: String { folder.path + "/capital" }

  init() throws { folder = try TemporaryFolder() }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func aFileOfAnotherHandStays() throws {
    try folder.write("mine", to: "capital.csv")
    var names = ExportNames()
    #expect(try names.write("one", as: base, "csv", of: "capital") == base + "-2.csv")
    #expect(try text(base + ".csv") == "mine")
    #expect(try text(base + "-2.csv") == "one")
  }

  @Test func theFileOfTheSessionIsWrittenAgain() throws {
    var names = ExportNames()
    #expect(try names.write("one", as: base, "csv", of: "capital") == base + ".csv")
    #expect(try names.write("two", as: base, "csv", of: "capital") == base + ".csv")
    #expect(try text(base + ".csv") == "two")
  }

  @Test func anotherSessionAndAnotherViewTakeTheNextName() throws {
    var names = ExportNames()
    _ = try names.write("one", as: base, "csv", of: "capital")
    #expect(try names.write("two", as: base, "csv", of: "capital FR") == base + "-2.csv")
    var later = ExportNames()
    #expect(try later.write("three", as: base, "csv", of: "capital") == base + "-3.csv")
    #expect(try text(base + ".csv") == "one")
  }

  @Test func aFileChangedSinceStays() throws {
    var names = ExportNames()
    _ = try names.write("one", as: base, "csv", of: "capital")
    try folder.write("edited by hand", to: "capital.csv")
    #expect(try names.write("two", as: base, "csv", of: "capital") == base + "-2.csv")
    #expect(try text(base + ".csv") == "edited by hand")
  }

  @Test func aLinkIsNoFileOfTheSession() throws {
    try folder.write("far", to: "elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: base + ".csv", withDestinationPath: folder.path + "/elsewhere")
    var names = ExportNames()
    #expect(try names.write("one", as: base, "csv", of: "capital") == base + "-2.csv")
    #expect(try text(folder.path + "/elsewhere") == "far")
  }

  @Test func aFolderOfTheNameStays() throws {
    try folder.write("inside", to: "capital.csv/x")
    var names = ExportNames()
    #expect(try names.write("one", as: base, "csv", of: "capital") == base + "-2.csv")
  }

  @Test func whatFailsHalfWayLeavesNothing() throws {
    struct Left: Error {}
    var names = ExportNames()
    #expect(throws: Left.self) {
      _ = try names.write(as: base, "csv", of: "capital") { sink in
        try sink("half")
        throw Left()
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    _ = try names.write("one", as: base, "csv", of: "capital")
    #expect(throws: Left.self) {
      _ = try names.write(as: base, "csv", of: "capital") { _ in throw Left() }
    }
    #expect(try text(base + ".csv") == "one", "the file of the session stays as it was")
  }
}

extension ExportNames {
  /// Writes a text in a single piece.
  fileprivate mutating func write(
    _ text: String, as base: String, _ ending: String, of view: String
  ) throws -> String {
    try write(as: base, ending, of: view) { try $0(text) }
  }
}
