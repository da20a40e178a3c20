import Dataset
import FoundationEssentials
import Testing

@Suite struct CuratedDataTests {
  let dataset: Dataset

  init() throws { dataset = try CuratedData.load() }

  @Test func everyRowIsRead() {
    #expect(dataset.problems.map(\.description) == [])
  }

  @Test(arguments: TableName.allCases)
  func everyTableComesOutAsItWentIn(_ table: TableName) throws {
    let path = try #require(dataset.path(of: table))
    let bytes = try Data(contentsOf: URL(filePath: path))
    #expect(dataset.csv(table) == String(decoding: bytes, as: UTF8.self))
  }

  @Test func theDescriptorAndTheTypesAgree() throws {
    let descriptor = try PackageDescriptor(folder: CuratedData.folder)
    for table in TableName.allCases {
      let resource = try #require(descriptor.resources.first { $0.name == table.word })
      let schema = try #require(resource.schema)
      #expect(schema.fields.map(\.name) == table.schema.fields.map(\.name), "\(table.word)")
      #expect(schema.primaryKey == table.schema.key, "\(table.word)")
      for (column, field) in zip(schema.fields, table.schema.fields) {
        let name = "\(table.word).\(field.name)"
        #expect((column.constraints?.required ?? false) == field.required, "\(name)")
        if case .word(let words) = field.type {
          #expect(Set(column.constraints?.enum ?? []) == Set(words), "\(name)")
        }
      }
    }
  }

  @Test func aDayIsOneQuestion() throws {
    let march = dataset.asOf(try #require(Day("2026-03-21")))
    let today = dataset.asOf(try #require(Day("2026-11-22")))
    #expect(march.rounds.count < today.rounds.count)
    #expect(march.compute.count < today.compute.count)
  }
}
