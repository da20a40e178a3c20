import Foundation
import TestSupport
import Testing

/// Output to files: links, modes, the package's own files, full disks.
@Suite struct OutputFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { folder.path + "/" + name }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  private func shell(_ script: String) throws -> Program.Answer {
    try Program.run(
      "/bin/sh", ["-c", "cd '\(folder.path)'; M='\(Program.path)'; \(script)"],
      environment: Program.environment)
  }

  @Test func aLinkIsFollowedAndStays() throws {
    try folder.write("old", to: "real/target")
    let answer = try shell(
      "ln -s real/target link; ln -s real/new dangling; $M claims --out link && $M claims --out dangling"
    )
    #expect(answer.code == 0, "\(answer.errors)")
    for (link, target) in [("link", "real/target"), ("dangling", "real/new")] {
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path(link)) == target)
      #expect(try text(target).contains("Claims"))
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: path("real")).sorted() == [
        "new", "target",
      ])
  }

  @Test(arguments: ["600", "640", "755"])
  func aFileKeepsItsMode(_ mode: String) throws {
    let answer = try shell("echo x > f; chmod \(mode) f; $M claims --out f; stat -c %a f")
    #expect(answer.output == "\(mode)\n", "\(answer.errors)")
    #expect(try text("f").contains("Claims"))
  }

  @Test(arguments: ["p/rounds.csv", "./p/../p/rounds.csv", "link", "hard", "p/datapackage.json"])
  func aTableThatIsReadIsNotWritten(_ out: String) throws {
    let answer = try shell(
      """
      cp -r '\(Program.data)' p; ln -s p/rounds.csv link; ln p/rounds.csv hard
      $M capital --data p --format csv --out \(out); echo $?
      cmp p/rounds.csv '\(Program.data)/rounds.csv' && cmp p/datapackage.json '\(Program.data)/datapackage.json' && echo same
      """)
    #expect(answer.output == "73\nsame\n")
    #expect(answer.errors.contains("file of the package that is read"))
  }

  @Test(arguments: [
    ("a.svg", "<svg"), ("a.JSON", "{"), ("a.csv", "id,"), ("a.txt", " Claims"), ("a", " Claims"),
  ])
  func theEndingSaysTheFormat(_ name: String, _ beginning: String) throws {
    #expect(try shell("$M claims --out \(name)").code == 0)
    let written = try text(name)
    #expect(written.hasPrefix(beginning) || name == "a.csv", "\(written.prefix(40))")
    if name == "a.csv" { #expect(written.prefix { $0 != "\n" }.contains(",")) }
    #expect(try shell("$M claims --format json --out b.svg").code == 0)
    #expect(try text("b.svg").hasPrefix("{"))
  }

  @Test(arguments: ["--help", "capital --help", "--version", "keys", "check --data p", "claims"])
  func aFullDiskIsTold(_ command: String) throws {
    try folder.write(
      "{\"title\":\"T\",\"version\":\"1\",\"updated\":\"2026-01-01\",\"resources\":[]}",
      to: "p/datapackage.json")
    let answer = try shell("$M \(command) > /dev/full; echo $?")
    #expect(answer.output == "74\n")
    #expect(answer.errors.contains("no space left on device"), "\(answer.errors)")
  }

  @Test func aLimitOfFileSizeIsToldAndLeavesNothing() throws {
    let answer = try shell(
      "echo old > f; said=$( (ulimit -f 0; exec \"$M\" claims --out f) 2>&1); echo $? $said; ls -A")
    #expect(answer.output.hasPrefix("74 moat: f: cannot be written: file too large\n"))
    #expect(answer.output.hasSuffix("\nf\n"))
    #expect(try text("f") == "old\n")
  }

  @Test func aReaderThatIsGoneIsNoError() throws {
    let answer = try shell("$M timeline --format csv | head -1 | wc -l")
    #expect(answer.output.trimmingCharacters(in: .whitespacesAndNewlines) == "1")
    #expect(answer.errors.isEmpty)
  }

  @Test func standardOutputThatIsClosedGetsNoFile() throws {
    let answer = try shell("$M claims >&-; echo $? >&2; ls -A")
    #expect(answer.errors.hasSuffix("74\n"), "\(answer.errors)")
    #expect(answer.output.isEmpty)
  }

  // MARK: export

  @Test func exportReplacesNothing() throws {
    let answer = try shell(
      "mkdir mine; echo precious > mine/rounds.csv; $M export mine; echo $?; cat mine/*; ls -A mine"
    )
    #expect(answer.output == "73\nprecious\nrounds.csv\n")
    #expect(answer.errors.contains("mine/rounds.csv: is there already"))
  }

  @Test func exportLosesNoRowInSilence() throws {
    let answer = try shell(
      """
      cp -r '\(Program.data)' bad; sed -i '5s/closed/xxx/' bad/rounds.csv
      $M export out --data bad; echo $?; ls
      $M export out --data bad --force; echo $?
      """)
    #expect(answer.output.hasPrefix("65\nbad\nout: "))
    #expect(answer.output.hasSuffix("\n0\n"))
    #expect(answer.errors.contains("bad/rounds.csv:5:"))
    #expect(answer.errors.contains("--force exports the rest"))
  }

  @Test func exportWritesNoTwoTablesToOneFile() throws {
    try folder.write("id,title,publisher,kind\ns,T,P,news\n", to: "two/sources.csv")
    try folder.write(
      """
      {"title":"T","version":"1","updated":"2026-01-01","resources":[
       {"name":"sources","path":"sources.csv"},{"name":"rounds","path":"./sources.csv"}]}
      """, to: "two/datapackage.json")
    let answer = try shell("$M export out --data two --force; echo $?; ls")
    #expect(answer.output == "65\ntwo\n")
    #expect(answer.errors.contains("two tables have the path"))
  }
}
