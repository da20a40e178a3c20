import Dataset
import Foundation
import TestSupport
import Testing

/// Data Packages of version 1 and of version 2 are read, and written, alike.
@Suite struct DescriptorVersionTests {
  private static let sources = "id,title,publisher,url,published,kind\ns,T,P,https://a.eu,,news\n"
  private static let countries = "code,name,bloc\nFR,France,EU\n"

  private static func package(_ descriptor: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(sources, to: "sources.csv")
    try folder.write(countries, to: "countries.csv")
    try folder.write(descriptor, to: "datapackage.json")
    return folder
  }

  private static let one = """
    {"profile": "tabular-data-package", "title": "T", "version": "1", "updated": "2026-11-21",
     "resources": [
      {"name": "sources", "path": "sources.csv", "profile": "tabular-data-resource", "reach": "2026-10",
       "schema": {"fields": [{"name": "id", "type": "string", "constraints": {"required": true}}],
        "missingValues": [""], "primaryKey": "id"}},
      {"name": "countries", "path": "countries.csv", "schema": "countries.json"}]}
    """

  private static let two = """
    {"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "title": "T", "version": "1",
     "updated": "2026-11-21", "contributors": [{"title": "C", "roles": ["curator"]}],
     "sources": [{"title": "S"}],
     "resources": [
      {"$schema": "https://datapackage.org/profiles/2.0/dataresource.json", "name": "sources",
       "type": "table", "path": ["sources.csv"], "reach": "2026-10",
       "schema": {"$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fieldsMatch": ["subset"],
        "fields": [{"name": "id", "title": "Id", "type": "string", "example": "s", "unit": "none",
         "constraints": {"required": true}},
         {"name": "tags", "type": "list", "delimiter": ";", "itemType": "string", "missingValues": ["-"]}],
        "missingValues": [{"value": "", "label": "not known"}], "primaryKey": ["id"],
        "uniqueKeys": [["id"]]}},
      {"name": "countries", "type": "table", "path": "countries.csv"}]}
    """

  @Test func bothVersionsAreReadAlike() throws {
    for descriptor in [Self.one, Self.two] {
      let folder = try Self.package(descriptor)
      let dataset = try Dataset(folders: [folder.path])
      #expect(dataset.shownProblems == [])
      #expect(dataset.sources.count == 1 && dataset.countries.count == 1)
      #expect(dataset.reach(of: .sources)?.description == "2026-10")
      let described = try PackageDescriptor(folder: folder.path)
      #expect(described.resources[0].schema?.primaryKey == ["id"])
      #expect(described.resources[0].schema?.fields.first?.constraints?.required == true)
    }
  }

  /// An export keeps the words of its version, and reads again.
  @Test func anExportIsOfTheSameVersion() throws {
    for descriptor in [Self.one, Self.two] {
      let folder = try Self.package(descriptor)
      let files = try Dataset(folders: [folder.path]).exported()
      let written = try #require(files.last)
      let object =
        try JSONSerialization.jsonObject(with: Data(written.text.utf8)) as? [String: Any]
      let given =
        try JSONSerialization.jsonObject(with: Data(descriptor.utf8)) as? [String: Any]
      #expect(try NSDictionary(dictionary: #require(object)).isEqual(to: #require(given)))
      let copy = try TemporaryFolder()
      for file in files { try copy.write(file.text, to: file.path) }
      #expect(try Dataset(folders: [copy.path]).sources.count == 1)
    }
  }

  @Test func aTableInSeveralFilesIsRefused() throws {
    let folder = try Self.package(
      Self.two.replacingOccurrences(of: "[\"sources.csv\"]", with: "[\"a.csv\", \"b.csv\"]"))
    let error = #expect(throws: DatasetError.self) { try Dataset(folders: [folder.path]) }
    #expect(error.map { "\($0)" }?.contains("a single path") == true)
  }

  /// The curated package keeps what version 2 asks for: a title for each field, a delimiter for each list.
  @Test func theCuratedPackageIsOfVersionTwo() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: LiveLedger.folder + "/datapackage.json"))
    let package = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let profiles = "https://datapackage.org/profiles/2.0/"
    #expect(package["$schema"] as? String == profiles + "datapackage.json")
    #expect(!(try #require(package["contributors"] as? [Any])).isEmpty)
    for resource in try #require(package["resources"] as? [[String: Any]]) {
      let name = resource["name"] as? String ?? ""
      #expect(resource["type"] as? String == "table", "\(name)")
      let schema = try #require(resource["schema"] as? [String: Any], "\(name)")
      #expect(schema["$schema"] as? String == profiles + "tableschema.json", "\(name)")
      let table = try #require(TableName(name), "\(name)")
      #expect(schema["primaryKey"] as? [String] == table.schema.key, "\(name)")
      let fields = try #require(schema["fields"] as? [[String: Any]])
      #expect(fields.compactMap { $0["name"] as? String } == table.schema.fields.map(\.name))
      for (field, column) in zip(fields, table.schema.fields) {
        let label = "\(name).\(column.name)"
        #expect(field["title"] is String, "\(label)")
        #expect(field["description"] is String, "\(label)")
        if field["type"] as? String == "list" {
          #expect(field["delimiter"] as? String == ";", "\(label)")
        }
        let required = (field["constraints"] as? [String: Any])?["required"] as? Bool ?? false
        #expect(required == column.required, "\(label)")
      }
    }
  }
}
