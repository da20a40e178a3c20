import Dataset
import Insight
import Testing

@testable import Dashboard

@Suite struct EntityTests {
  private static func world() throws -> World { try PagesWorld.make() }

  /// Rows that say nothing by themselves: rates, towns, coasts.
  private static let silent: Set<TableName> = [.exchangeRates, .places, .outlines]

  @Test func everyTableHasItsKindOfRow() {
    let described = Entity.all.map(\.table)
    #expect(Set(described).count == described.count)
    for table in TableName.allCases where !Self.silent.contains(table) {
      #expect(Entity.of(table)?.table == table, "\(table.word)")
    }
  }

  /// They stand in the watchlists and sessions that people keep.
  @Test func theWordsOfNamesAreFixed() {
    #expect(
      Entity.all.compactMap(\.word).sorted() == [
        "chip", "claim", "company", "country", "milestone", "model", "round", "site", "source",
        "step",
      ])
    #expect(Fact.commitment("ldgr").name == "site:ldgr")
    #expect(Fact(name: "site:ldgr") == .commitment("ldgr"))
    #expect(Fact.step(country: "DE", .law).name == "step:DE:law")
    #expect(Fact(name: "step:DE:law") == .step(country: "DE", .law))
    #expect(Fact.layer(.models).name == "layer:models")
    #expect(Fact(name: "layer:models") == .layer(.models))
    #expect(Fact.row(.investments, .number(3)).name == nil)
    for name in ["", "company:", "step:DE", "step:DE:nothing", "layer:nothing", "rounds:x", "x"] {
      #expect(Fact(name: name) == nil, "\(name)")
    }
  }

  /// Every row of every table is a fact that says its name, its place, its kind and its sources. It is
  /// found again by its name.
  @Test func everyRowIsAFact() throws {
    let world = try Self.world()
    for entity in Entity.all {
      let origins = try Self.origins(of: entity, in: world)
      #expect(!origins.isEmpty, "\(entity.kind)")
      let facts = world.facts(at: origins)
      #expect(!facts.isEmpty, "\(entity.kind)")
      for fact in facts.prefix(40) where world.knows(fact) {
        #expect(!world.title(of: fact).isEmpty, "\(fact)")
        #expect(world.page(of: fact) != nil, "\(fact)")
        #expect(world.subject(of: fact) != nil, "\(fact)")
        #expect(world.passes(fact, .everything), "\(fact)")
        let details = FactDetails(of: fact, in: world)
        #expect(details.kind == entity.kind)
        #expect(details.rows.contains { $0.name == "row" }, "\(fact)")
        #expect((fact.name == nil) == (entity.word == nil), "\(fact)")
        if let name = fact.name { #expect(Fact(name: name) == fact) }
      }
    }
  }

  /// The places of the rows of a table: those that its facts are found at.
  private static func origins(of entity: Entity, in world: World) throws -> [Origin] {
    let dataset = world.dataset
    let tables: [[any Record]] = [
      dataset.organisations, dataset.countries, dataset.rounds, dataset.compute,
      dataset.milestones, dataset.claims, dataset.sources, dataset.models, dataset.enforcement,
      dataset.investments, dataset.valuations, dataset.relations, dataset.authorities,
      dataset.signatories, dataset.chips, dataset.statistics, dataset.annexes,
      dataset.benchmarks, dataset.expected, dataset.reviewed,
    ]
    return tables.joined().map(\.origin).filter { $0.table == entity.table }
  }

  @Test func aRowThatIsNotThereHasItsIdForAName() throws {
    let world = try Self.world()
    for fact: Fact in [
      .organisation("none"), .round("none"), .commitment("none"), .claim("none"), .source("none"),
    ] {
      #expect(world.title(of: fact) == "none")
      #expect(world.origin(of: fact) == nil)
      #expect(world.sources(of: fact).isEmpty)
      #expect(!world.passes(fact, .everything))
    }
    #expect(world.title(of: .row(.investments, .number(-1))) == "investment")
    #expect(world.title(of: .step(country: "US", .law)).hasSuffix(" · law"))
    #expect(world.page(of: .organisation("none")) == nil)
    #expect(world.page(of: .round("none")) == .fact(.round("none")))
  }

  @Test func aSiteIsComparedByItsOperatorAndAModelByItsDeveloper() throws {
    let world = try Self.world()
    let site = try #require(world.snapshot.compute.first { $0.operatedBy != nil })
    let company = try #require(site.operatedBy)
    #expect(
      world.comparable(.commitment(world.dataset.slug(site.id)))
        == .organisation(world.dataset.slug(company)))
    let model = try #require(world.snapshot.models.first)
    #expect(
      world.comparable(.model(world.dataset.slug(model.id)))
        == .organisation(world.dataset.slug(model.developer)))
    #expect(world.comparable(.milestone("none")) == nil)
  }
}

@Suite struct SourceUseTests {
  /// Every row with a column of sources counts, whatever its table.
  @Test func everyRowThatNamesASourceCounts() throws {
    let dataset = try PagesWorld.make().dataset
    let tables: [[any Record]] = [
      dataset.organisations, dataset.rounds, dataset.investments, dataset.valuations,
      dataset.compute, dataset.relations, dataset.authorities, dataset.enforcement,
      dataset.milestones, dataset.exchangeRates, dataset.places, dataset.models,
      dataset.signatories, dataset.chips, dataset.statistics, dataset.annexes,
      dataset.benchmarks, dataset.expected,
    ]
    let named = tables.joined().reduce(0) { sum, row in
      let cell = dataset.cells(of: row).first { $0.column == "source" }?.text ?? ""
      return sum + cell.split(separator: ";").count
    }
    #expect(named > tables.count)
    #expect(SourceUse.count(in: dataset).reduce(0, +) == named)
  }
}
