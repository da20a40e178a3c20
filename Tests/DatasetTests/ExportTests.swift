import Foundation
import Testing

@testable import Dataset

@Suite struct ExportTests {
  @Test func thePackageComesOutAsItWentIn() throws {
    let files = try FrozenLedger.dataset().exported()
    #expect(files.count == 18)
    #expect(files.last?.path == "datapackage.json")
    for file in files {
      let bytes = try Data(contentsOf: URL(filePath: FrozenLedger.folder + "/" + file.path))
      let isSame = Array(file.text.utf8) == Array(bytes)
      #expect(isSame, "\(file.path)")
    }
  }

  private func write(_ files: [PackageFile]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file.text, to: file.path) }
    return folder
  }

  @Test func packagesLaidOverEachOtherComeOutAsOne() throws {
    let base = try TemporaryFolder()
    try base.write(
      #"""
      {"title": "Base \"é\"", "extra": [1, {"updated": "1999-01-01"}],
       "resources": [
         {"name": "sources", "path": "s.csv", "reach": "2025", "title": "Sources"},
         {"path": "places.csv", "name": "countries", "reach": "2026-11"}
       ], "updated" : "2026-01-01", "version": "7"}
      """#, to: "datapackage.json")
    try base.write("id,title,publisher,kind,mine\ns,T,P,news,x\n", to: "s.csv")
    try base.write("code,name,bloc\nFR,France,EU\n", to: "places.csv")
    let overlay = try TemporaryFolder()
    try overlay.write(
      #"""
      {"title":"Mine","version":"1","updated":"2026-05-05","resources":[
      {"name":"places","path":"places.csv","reach":"2026"},
      {"name":"sources","path":"own.csv","reach":"2026-04-01"},
      {"name":"unheard-of","path":"u.csv"},
      {"name":"organisations","path":"own/orgs.csv","description":"Mine"}]}
      """#, to: "datapackage.json")
    try overlay.write(
      "city,country,latitude,longitude,source\nParis,FR,48.9,2.4,t\n", to: "places.csv")
    try overlay.write("id,title,publisher,kind\nt,T,P,news\ns,New,P,news\n", to: "own.csv")
    try overlay.write("id,name,kind,layer,source\na,A,company,models,s\n", to: "own/orgs.csv")
    let dataset = try Dataset(folders: [base.path, overlay.path])
    let files = dataset.exported()
    #expect(
      files.map(\.path)
        == ["s.csv", "places.csv", "own/orgs.csv", "places-2.csv", "datapackage.json"])
    #expect(
      files.last?.text == #"""
        {"title": "Base \"é\"", "extra": [1, {"updated": "1999-01-01"}],
         "resources": [
           {"name": "sources", "path": "s.csv", "reach": "2026-04-01", "title": "Sources"},
           {"path": "places.csv", "name": "countries", "reach": "2026-11"},
            {"name":"organisations","path":"own/orgs.csv","description":"Mine"},
            {"name":"places","path":"places-2.csv","reach":"2026"}
         ], "updated" : "2026-05-05", "version": "7"}
        """#)
    let folder = try write(files)
    let again = try Dataset(folders: [folder.path])
    #expect(again.shownProblems == [])
    #expect(again.updated == dataset.updated)
    for table in TableName.allCases { #expect(again.csv(table) == dataset.csv(table)) }
    #expect(again.exported() == files)
  }

  @Test(arguments: 1...4)
  func whatIsWrittenIsAPackage(_ seed: Int) throws {
    let base = try TemporaryPackage(RandomTables(seed: UInt64(seed)).files)
    let overlay = try TemporaryPackage(TemporaryPackage.foundations, updated: "2026-12-01")
    let dataset = try Dataset(folders: [overlay.folder.path, base.folder.path])
    let folder = try write(dataset.exported())
    let again = try Dataset(folders: [folder.path])
    #expect(again.shownProblems == dataset.shownProblems)
    #expect(again.updated == Day("2026-12-01"))
    for table in TableName.allCases { #expect(again.csv(table) == dataset.csv(table)) }
  }

  @Test func nothingIsAddedWhereNothingIs() throws {
    let base = try TemporaryFolder()
    try base.write(
      #"{"title":"","version":"1","updated":"2026-01-01","resources":[ ]}"#, to: "datapackage.json")
    let overlay = try TemporaryPackage([.sources: "id,title,publisher,kind\ns,T,P,news\n"])
    let dataset = try Dataset(folders: [base.path, overlay.folder.path])
    let folder = try write(dataset.exported())
    #expect(try Dataset(folders: [folder.path]).sources.count == 1)
    #expect(try Dataset(folders: [base.path]).exported().count == 1)
  }
}
