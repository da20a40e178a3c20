import Foundation
import Testing

@testable import Dataset

@Suite struct DescriptorTests {
  private func error(_ descriptor: String) throws -> String? {
    let folder = try TemporaryFolder()
    try folder.write(descriptor, to: "datapackage.json")
    do {
      _ = try Dataset(folders: [folder.path])
      return nil
    } catch {
      return String(describing: error).replacing(folder.path + "/", with: "")
    }
  }

  @Test func saysWhatIsWrongAndWhere() throws {
    let next = "; a Moat package needs title, version, updated and one resource per table"
    #expect(
      try error("") == "datapackage.json: line 1, column 1: expected an object" + next)
    #expect(
      try error("{\n \"title\": 5}")
        == "datapackage.json: line 2, column 11: expected a string" + next)
    #expect(
      try error(#"{"title":"é","version":"1","resources":[]}"#)
        == "datapackage.json: line 1, column 43: expected a member \"updated\"" + next)
    #expect(
      try error(#"{"title":"","version":"1","updated":"soon","resources":[]}"#)
        == "datapackage.json: line 1, column 37: expected a day such as \"2026-03-21\"" + next)
    #expect(
      try error(
        #"{"title":"","version":"1","updated":"2026-01-01","resources":[{"name":"a"}]}"#)
        == "datapackage.json: line 1, column 63: expected a resource with a \"path\"" + next)
    for path in ["../a.csv", "/etc/passwd", "", "a/../../b.csv", "a\\u001b[2J.csv"] {
      #expect(
        try error(
          #"{"title":"","version":"1","updated":"2026-01-01","resources":[{"name":"claims","path":"\#(path)"}]}"#
        )
          == "datapackage.json: line 1, column 87: expected a path inside the package" + next)
    }
    #expect(
      try error(
        """
        {"title":"","version":"1","updated":"2026-01-01","resources":[
        {"name":"claims","path":"a.csv"},
          {"name":"claims","path":"b.csv"}]}
        """) == "datapackage.json: line 3, column 3: expected one resource named claims" + next)
  }

  @Test func warnsOfWhatItCanLiveWith() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"title":"","version":"1","updated":"2026-01-01","resources":[
      {"name":"organizations","path":"a.csv"},
      {"name":"claims","path":"claims.csv","reach":"yesterday"}]}
      """, to: "datapackage.json")
    try folder.write("id,briefing,claim,unit,how_to_check\n", to: "claims.csv")
    let dataset = try Dataset(folders: [folder.path + "//"])
    #expect(
      dataset.shownProblems == [
        "datapackage.json:2:1: warning: \"organizations\" is not a table of Moat and is not read; "
          + "did you mean \"organisations\"?",
        "datapackage.json:3:1: warning: found the reach \"yesterday\", expected a date such as 2026-03",
      ])
    #expect(dataset.reach(of: .claims) == nil)
    #expect(dataset.packages.last?.files[.claims] == "claims.csv")
  }

  @Test func readsWhatOtherToolsWrite() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      \u{FEFF}{"version":"1","title":"T","extra":{"deep":[null,1.5e3]},"updated":"2026-01-01",
       "resources":[{"schema":{"primaryKey":"id","fields":[{"name":"id","constraints":
       {"required":true,"enum":["a",1]}}]},"path":"a.csv","name":"sources"}]}
      """, to: "datapackage.json")
    let descriptor = try PackageDescriptor(folder: folder.path)
    let schema = try #require(descriptor.resources.first?.schema)
    #expect(schema.primaryKey == ["id"])
    #expect(schema.fields.map(\.type) == ["string"])
    #expect(schema.fields.first?.constraints?.enum == ["a"])
  }

  @Test func refusesWhatIsNoFile() throws {
    let folder = try TemporaryFolder()
    let missing = folder.path + "/nowhere"
    #expect(
      throws: DatasetError.unreadable(
        path: missing + "/datapackage.json", reason: "no such file or directory")
    ) { try Dataset(folders: [missing]) }
    #expect(throws: DatasetError.noPackage) { try Dataset(folders: []) }

    func reason(_ prepare: (String) throws -> Void) throws -> String? {
      let folder = try TemporaryFolder()
      try folder.write(
        #"{"title":"","version":"1","updated":"2026-01-01","resources":[{"name":"sources","path":"s"}]}"#,
        to: "datapackage.json")
      try prepare(folder.path + "/s")
      do {
        _ = try Dataset(folders: [folder.path])
        return nil
      } catch {
        return String(describing: error).replacing(folder.path + "/", with: "")
      }
    }
    let next =
      "; the package's datapackage.json names this file: put it there or take it out of the list"
    #expect(try reason { _ in } == "s: cannot be read (no such file or directory)" + next)
    #expect(try reason { mkdir($0, 0o755) } == "s: cannot be read (not a regular file)" + next)
    // A pipe that nobody writes to must not hold Moat up.
    #expect(try reason { mkfifo($0, 0o644) } == "s: cannot be read (not a regular file)" + next)
    #expect(
      try reason {
        let file = open($0, O_CREAT | O_WRONLY, 0o644)
        ftruncate(file, 1 << 41)
        close(file)
      } == "s: cannot be read (too large for the memory)" + next)
  }
}
