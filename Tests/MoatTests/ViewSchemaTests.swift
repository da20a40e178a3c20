import Dataset
import Foundation
import TestSupport
import Testing

/// The JSON of every view is what `moat schema` says of it, whatever is asked and whatever the data holds.
@Suite struct ViewSchemaTests {
  /// A view and the options that change the shape of its document.
  struct View: CustomTestStringConvertible, Sendable {
    let name: String
    var variants: [String] = []

    var testDescription: String { name }
  }

  /// Options of every view: earlier days, and filters that let some and none through.
  private static let common = [
    "", "--as-of 2025-03-31", "--as-of 1999-12-31", "--where layer:models", "--where country:FR",
    "--where amount>99999999",
  ]

  static let views: [View] = [
    View(name: "overview"),
    View(
      name: "capital",
      variants: [
        "--by layer", "--by company", "--by country", "--by quarter", "--by year",
        "--by instrument", "--by investor", "--unit accelerators", "--unit h100e", "--unit mw",
        "--fold --include announced --by country --where layer:models",
      ]),
    View(
      name: "compute",
      variants: [
        "--by operator", "--by customer", "--by country", "--by jurisdiction", "--by vendor",
        "--by chip", "--by status", "--unit h100e", "--unit mw --by country",
        "--unit h100e --by country", "--include announced --fold", "--funnel", "--slips", "--map",
        "--map --unit h100e", "--funnel --where country:FR", "--slips --where country:FR",
      ]),
    View(
      name: "exposure",
      variants: [
        "--dimension capital", "--dimension customers", "--dimension location --to NO",
        "--unit h100e --view list", "--unit mw --view time", "--include announced --fold",
        "--purchases", "--cut nvidia", "--cut microsoft=50", "--cut NO", "--cut nvidia=50,NO",
        "--cut nvidia_vs_NO",
        "--cut nvidia:deliveries", "--cut nvidia:2027", "--view without", "--view chokepoints",
        "--view capacity",
        "--view money", "--view concentration", "--view concentration --unit h100e", "--view law",
        "--cut nvidia --where country:FR",
        "--cut nvidia --unit h100e --view list",
      ]),
    View(
      name: "enforcement",
      variants: ["--basis known", "--since 2025-01-01", "--since 2025-01-01 --basis known"]),
    View(name: "timeline", variants: ["--basis known"]), View(name: "claims"),
    View(name: "sources"),
    View(
      name: "company nscale", variants: ["--unit h100e", "--purchases", "--unit mw --purchases"]),
    View(name: "company nvidia"), View(name: "company microsoft"),
    View(name: "investor nvidia", variants: ["--no-fold"]), View(name: "investor asml"),
    View(name: "country DE", variants: ["--unit h100e"]), View(name: "country US"),
    View(name: "country FR"),
    View(name: "layer models"), View(name: "layer chips"), View(name: "layer infrastructure"),
    View(name: "compare DE FR"), View(name: "compare nscale mistral-ai"),
    View(
      name: "plan",
      variants: [
        "--kind prohibited", "--kind annex-i --country DK", "--kind general-purpose --country GB",
        "--kind transparency", "--kind none --country NO", "--months 3",
      ]),
    View(name: "chips", variants: []), View(name: "benchmarks"), View(name: "valuations"),
    View(
      name: "changes",
      variants: ["--since 2025-01-01", "--since 7d", "--since 2025-01-01 --as-of 2025-12-31"]),
  ]

  /// The sentences that a view answers with; those that it refuses are of no use here.
  private static func answers(_ view: String, _ variants: [String], data: String? = nil) throws
    -> [(words: String, text: String)]
  {
    var environment = Program.environment
    if let data { environment["MOAT_DATA"] = data }
    return try variants.compactMap { variant in
      let words = "\(view) \(variant) --format json"
      let answer = try Program.run(
        Program.path,
        words.split(separator: " ").map { String($0).replacing("_vs_", with: " vs ") },
        environment: environment)
      guard answer.code != 64 else { return nil }
      #expect(answer.code == 0, "\(words): \(answer.errors)")
      return (words, answer.output)
    }
  }

  private static func schema(_ view: String) throws -> JSONSchema {
    let answer = try Program.run(
      Program.path, ["schema"] + view.split(separator: " ").map(String.init),
      environment: Program.environment)
    #expect(answer.code == 0, "\(answer.errors)")
    return try JSONSchema(answer.output)
  }

  @Test(arguments: views) func theDocumentKeepsToTheSchema(_ view: View) throws {
    let schema = try Self.schema(view.name)
    let answers = try Self.answers(view.name, Self.common + view.variants)
    #expect(answers.count > view.variants.count, "every option of the list is one of the view")
    for (words, text) in answers {
      let faults = try schema.faults(in: text)
      #expect(faults.isEmpty, "moat \(words): \(faults.prefix(5))")
    }
  }

  /// Rows of the tables that the frozen ledger lacks.
  private static let further: [TableName: String] = [
    .sources: "id,title,publisher,url,published,kind\nfurther,Title,Publisher,,,news\n",
    .statistics: "country,year,population,gdp_eur_m,source\nFR,2024,68000000,2900000,further\n",
    .benchmarks: """
    measure,scope,period,value,unit,basis,source
    accelerators,Europe,2026,500000,count,,further

    """,
    .chips: """
    id,name,vendor,family,year,power_w,memory_gb,bf16_tflops,fp8_tflops,note,source
    new-chip,New Chip,nvidia,New,2026,1000,192,2000,4000,,further

    """,
    .annexes: """
    kind,article,title,what,by,source
    annex-iii,9,Risk management,A system of risk management,,further

    """,
  ]

  /// A key that no document ever has would be a promise that nobody keeps.
  @Test func everyKeyOfASchemaIsInADocument() throws {
    let package = try TemporaryPackage(Self.further)
    let other = try TemporaryPackage(TemporaryPackage.foundations)
    let data = "--data \(Program.data) --data \(package.folder.path)"
    var (described, seen): (Set<String>, Set<String>) = ([], [])
    for view in Self.views {
      let schema = try Self.schema(view.name)
      let own = view.name == "changes" ? ["--against \(other.folder.path)"] : []
      let answers = try Self.answers("\(view.name) \(data)", [""] + view.variants + own)
      described.formUnion(try schema.unseen(in: []).compactMap(Self.name))
      seen.formUnion(
        try Set(schema.unseen(in: []))
          .subtracting(schema.unseen(in: answers.map(\.text))).compactMap(Self.name))
    }
    // A size that is open between two ends stands in no row of the frozen ledger.
    #expect(described.subtracting(seen) == ["before_most", "total_most"])
  }

  /// The name of a key at the end of its place.
  private static func name(_ place: String) -> String? {
    place.split(separator: ".").last.map { String($0).replacing("[]", with: "") }
  }

  /// Nothing known of anything is null or an empty list, in the same keys.
  @Test(arguments: [
    "overview", "capital", "compute", "exposure", "enforcement", "timeline", "claims", "sources",
    "country FR", "layer models", "compare DE FR", "plan", "chips", "benchmarks", "valuations",
    "changes --since 2026-01-01",
  ])
  func anEmptyPackageKeepsToTheSchema(_ view: String) throws {
    let package = try TemporaryPackage([
      .sources: "id,title,publisher,url,published,kind\n",
      .countries: "code,name,bloc\nFR,France,EU\nDE,Germany,EU\n",
    ])
    let schema = try Self.schema(view.split(separator: " --")[0].description)
    for (words, text) in try Self.answers(view, [""], data: package.folder.path) {
      let faults = try schema.faults(in: text)
      #expect(faults.isEmpty, "moat \(words): \(faults.prefix(5))")
    }
  }

  @Test func changesAgainstAnotherPackageKeepToTheSchema() throws {
    let schema = try Self.schema("changes")
    let package = try TemporaryPackage(TemporaryPackage.foundations)
    let texts = try Self.answers("changes", ["--against \(package.folder.path)"]).map(\.text)
    #expect(texts.count == 1)
    for text in texts {
      let faults = try schema.faults(in: text)
      #expect(faults.isEmpty, "\(faults.prefix(5))")
    }
  }

  /// `check` exits with 1 where it finds errors, and says them in the same document.
  @Test func theDocumentOfCheckKeepsToTheSchema() throws {
    let schema = try Self.schema("check")
    let faulty = try TemporaryPackage(
      TemporaryPackage.foundations.merging([
        .rounds:
          "id,company,date,series,instrument,status,source\nx,nobody,soon,A,equity,closed,s\n"
      ]) { _, given in given })
    for folder in [Program.data, faulty.folder.path] {
      let answer = try Program.moat("check", folder, "--format", "json")
      let faults = try schema.faults(in: answer.output)
      #expect(faults.isEmpty, "\(faults.prefix(5))")
    }
  }

  /// A key more, a key less, another type, another word and a number out of its bounds are all told.
  @Test func aDocumentOfAnotherShapeIsTold() throws {
    let schema = try Self.schema("enforcement")
    let text = try #require(try Self.answers("enforcement", [""]).first?.text)
    #expect(try schema.faults(in: text).isEmpty)
    for (old, new) in [
      ("\"as_of\"", "\"as_off\""), ("\"members\" : 27", "\"members\" : \"27\""),
      ("\"members\" : 27", "\"members\" : -1"), ("\"members\" : 27", "\"members\" : null"),
      ("\"members\" : 27", "\"members\" : 27.5"), ("\"bloc\" : \"EU\"", "\"bloc\" : \"EUU\""),
      ("\"members\" : 27,", "\"members\" : 27, \"more\" : 1,"), ("\"members\" : 27,", ""),
    ] {
      let changed = text.replacing(old, with: new, maxReplacements: 1)
      #expect(changed != text)
      #expect(try !schema.faults(in: changed).isEmpty, "\(old) as \(new)")
    }
  }
}
