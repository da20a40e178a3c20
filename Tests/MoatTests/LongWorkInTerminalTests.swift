import Foundation
import TestSupport
import Testing

/// Keys that take long, since there are very many rows: the real program with real keys.
@Suite(.serialized) struct LongWorkInTerminalTests {
  /// The frozen ledger with a hundred thousand rounds more.
  private static func manyRounds() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: Program.data, toPath: folder.path + "/data")
    let path = folder.path + "/data/rounds.csv"
    var text = try String(contentsOfFile: path, encoding: .utf8)
    for number in 0..<100_000 {
      let date = "2025-0\(number % 9 + 1)-1\(number / 9 % 10)"
      text += "more-\(number),nscale,\(date),More,equity,closed,1,USD,1,,,,reported,,"
      text += "m-reuters-instadeep\n"
    }
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return folder
  }

  /// The program on the screen of Capital.
  private static func capital(of folder: TemporaryFolder) throws -> Terminal {
    let terminal = try Terminal(Program.path, environment: ["MOAT_DATA": folder.path + "/data"])
    try terminal.wait(for: "1 Overview", seconds: 120)
    try terminal.type("2")
    try terminal.wait(for: "Capital raised", seconds: 60)
    return terminal
  }

  @Test func itIsToldAndCanBeLeft() throws {
    let folder = try Self.manyRounds()
    let terminal = try Self.capital(of: folder)
    try terminal.write("/")
    try terminal.wait(for: "country:FR,DE")

    // A filter: the letters stand there before their answer does, and leaving takes them back.
    var isLeft = false
    for _ in 0..<10 where !isLeft {
      try terminal.write("nscal")
      try terminal.wait(for: "counting", seconds: 60)
      #expect(try terminal.screen().contains("/nscal "))
      try terminal.type("Escape")
      try terminal.wait(without: "counting", seconds: 60)
      isLeft = try terminal.screen().contains("country:FR,DE")
      if !isLeft { try terminal.write("/") }
    }
    #expect(isLeft)
    try terminal.type("Enter")

    // A key that is not left comes to what it asks for.
    try terminal.wait(for: "as of 22 Nov 2026", seconds: 60)
    try terminal.write("[")
    try terminal.wait(for: "as of 22 Oct 2026", seconds: 60)
    try terminal.type("q")
    try terminal.wait(for: "[ended 0]", seconds: 60)
  }

  /// What the clipboard cannot hold is not sent in part, and the words name the way out.
  @Test func aListTooLongForTheClipboardIsNamed() throws {
    let folder = try Self.manyRounds()
    let terminal = try Self.capital(of: folder)
    try terminal.type("Tab", "y")
    try terminal.wait(for: " rows as CSV")
    try terminal.type("t")
    try terminal.wait(for: "more than a terminal's clipboard takes; x writes it to a file")
  }
}
