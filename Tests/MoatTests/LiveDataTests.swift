import Dataset
import Foundation
import Insight
import Testing

/// Rules that hold of the live ledger, whatever its facts are: no figure of it is named here.
@Suite struct LiveDataTests {
  private let dataset: Dataset
  private let snapshot: Snapshot

  init() throws {
    dataset = try LiveLedger.dataset()
    snapshot = dataset.asOf(dataset.updated)
  }

  @Test func everyRowIsRead() { #expect(dataset.problems.map(\.description) == []) }

  @Test func thePackageComesOutAsItWentIn() throws {
    for file in dataset.exported() {
      let bytes = try Data(contentsOf: URL(filePath: LiveLedger.folder + "/" + file.path))
      let isSame = Data(file.text.utf8) == bytes
      #expect(isSame, "\(file.path)")
    }
  }

  @Test func theDescriptorAndTheTypesAgree() throws {
    let descriptor = try PackageDescriptor(folder: LiveLedger.folder)
    for table in TableName.allCases {
      let resource = try #require(
        descriptor.resources.first { $0.name == table.word }, "\(table.word)")
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

  @Test func everyFactIsSourced() {
    func expect<Row: Record>(_ rows: [Row], _ sources: (Row) -> IDList<Source>) {
      #expect(!rows.isEmpty)
      for row in rows where dataset.ids(sources(row)).isEmpty {
        Issue.record("\(row.origin.table.word), line \(row.origin.line) names no source")
      }
    }
    expect(dataset.organisations, \.sources)
    expect(dataset.rounds, \.sources)
    expect(dataset.investments, \.sources)
    expect(dataset.valuations, \.sources)
    expect(dataset.compute, \.sources)
    expect(dataset.relations, \.sources)
    expect(dataset.authorities, \.sources)
    expect(dataset.enforcement, \.sources)
    expect(dataset.milestones, \.sources)
    expect(dataset.models, \.sources)
    expect(dataset.signatories, \.sources)
  }

  @Test(arguments: CapitalGrouping.allCases, Announced.allCases)
  func moneyAddsUp(_ grouping: CapitalGrouping, _ announced: Announced) {
    for folding in Folding.allCases {
      let totals = Capital.totals(
        of: snapshot, by: grouping, folding: folding, announced: announced)
      #expect(totals.total.usdMillions > 0)
      guard totals.isAdditive else { continue }
      let sum = totals.groups.reduce(0) { $0 + $1.tally.usdMillions }
      #expect(abs(sum - totals.total.usdMillions) < 1e-3, "\(grouping)")
      let later = totals.groups.reduce(0) { $0 + $1.tally.announcedUSDMillions }
      #expect(abs(later - totals.total.announcedUSDMillions) < 1e-3, "\(grouping)")
      let rounds = totals.groups.reduce(0) { $0 + $1.tally.rounds.count }
      #expect(rounds == totals.total.rounds.count, "\(grouping)")
    }
  }

  @Test(arguments: ComputeGrouping.allCases, Announced.allCases)
  func acceleratorsAddUp(_ grouping: ComputeGrouping, _ announced: Announced) {
    for folding in Folding.allCases {
      let totals = Compute.totals(
        of: snapshot, by: grouping, folding: folding, announced: announced)
      #expect(totals.total.accelerators > 0)
      let sum = totals.groups.reduce(0) { $0 + $1.tally.accelerators }
      #expect(sum == totals.total.accelerators, "\(grouping)")
      let later = totals.groups.reduce(0) { $0 + $1.tally.announced }
      #expect(later == totals.total.announced, "\(grouping)")
      let sites = totals.groups.reduce(0) { $0 + $1.tally.commitments.count }
      #expect(sites == totals.total.commitments.count, "\(grouping)")
    }
  }

  /// Who is on every way, and who may be: the same as taking each of them away.
  @Test(arguments: Announced.allCases)
  func chokepointsAreWhatACutTakes(_ announced: Announced) {
    let options = ExposureOptions(announced: announced)
    let report = ChokepointReport(of: snapshot, options)
    #expect(!report.chokepoints.isEmpty)
    for point in report.chokepoints {
      let cut = CutReport(of: snapshot, cutting: Scenario(.organisation(point.id)), options)
        .accelerators
        .total
      let name = dataset.slug(point.id)
      #expect(abs(cut.documented - Double(point.accelerators)) < 1e-3, "\(name)")
      #expect(abs(cut.possible - Double(point.possible)) < 1e-3, "\(name)")
    }
  }

  @Test func everyEventOfTheTimelineIsInOrderAndSourced() {
    for basis in TimelineBasis.allCases {
      let timeline = Timeline(snapshot, basis: basis)
      #expect(!timeline.events.isEmpty)
      for (first, second) in zip(timeline.events, timeline.events.dropFirst()) {
        #expect(first.day <= second.day)
      }
      for event in timeline.events {
        #expect(!timeline.evidence(event).sources.isEmpty)
        #expect(!timeline.title(event).isEmpty)
      }
    }
  }

  /// Every view of every command, with each of its groupings and views.
  private static let views: [[String]] =
    [
      ["overview"], ["claims"], ["sources"], ["timeline"], ["timeline", "--basis", "known"],
      ["enforcement"], ["enforcement", "--basis", "known"], ["changes"],
      ["changes", "--since", "2026-01-01"], ["compute", "--map"], ["compute", "--funnel"],
      ["compute", "--slips"], ["plan"], ["compare", "nscale", "mistral-ai"],
      ["compare", "DE", "FR"],
      ["investor", "nvidia"],
    ]
    + CapitalGrouping.allCases.map { ["capital", "--by", $0.rawValue, "--include", "announced"] }
    + ComputeGrouping.allCases.map { ["compute", "--by", $0.rawValue, "--include", "announced"] }
    + ["graph", "list", "without", "chokepoints", "capacity", "money", "concentration"]
    .map { ["exposure", "--view", $0] }
    + ["compute", "capital", "customers"].map { ["exposure", "--dimension", $0] }
    + [["exposure", "--dimension", "location"]] + Layer.words.map { ["layer", $0] }
    + SystemKind.allCases.map { ["plan", "--kind", $0.rawValue] }

  private func run(_ arguments: [String]) throws -> Program.Answer {
    var environment = Program.environment
    environment["MOAT_DATA"] = LiveLedger.folder
    environment["MOAT_TODAY"] = dataset.updated.description
    return try Program.run(Program.path, arguments, environment: environment)
  }

  @Test(arguments: views)
  func everyViewIsPrinted(_ view: [String]) throws {
    for format in ["text", "json", "csv", "svg"] {
      let answer = try run(view + ["--format", format])
      #expect(answer.code == 0, "\(view) as \(format): \(answer.errors)")
      #expect(answer.errors.isEmpty, "\(view) as \(format)")
      #expect(!answer.output.isEmpty, "\(view) as \(format)")
    }
  }

  @Test func everyStateHasAPage() throws {
    for country in dataset.countries {
      let answer = try run(["country", dataset.code(country.id), "--format", "text"])
      #expect(answer.code == 0, "\(dataset.code(country.id)): \(answer.errors)")
    }
  }

  @Test func theCheckFindsNothing() throws {
    let answer = try run(["check", LiveLedger.folder])
    #expect(answer.code == 0, "\(answer.output)\(answer.errors)")
  }
}
