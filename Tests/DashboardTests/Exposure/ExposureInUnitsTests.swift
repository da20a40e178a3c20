import Canvas
import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// Every view of Exposure is told in the unit that its title names, with what its sums leave out.
@Suite struct ExposureInUnitsTests {
  /// Two chips of one maker, the second twice as fast; a site that names both, a site without a chip,
  /// a campus whose power stands in a row of its own, and a customer.
  private static let tables: [TableName: String] = [
    .organisations: """
    id,name,kind,layer,country
    acme,Acme,company,infrastructure,DE
    tenant,Tenant,company,models,US
    nvidia,NVIDIA,public-company,chips,US
    """,
    .countries: "code,name,bloc\nDE,Germany,EU\nUS,United States,other",
    .chips: """
    id,name,vendor,bf16_tflops
    small,Small,nvidia,989.4
    large,Large,nvidia,1978.8
    """,
    .compute: """
    id,date,name,scope,operator,customer,country,city,accelerators,chip_vendor,chips,mw,status
    sure,2026-01-10,Sure,site,acme,tenant,DE,Bonn,1000,nvidia,small,,operational
    vague,2026-01-10,Vague,site,acme,,DE,Ulm,1000,nvidia,small;large,3.5,contracted
    dark,2026-01-10,Dark,site,acme,,DE,Kiel,500,nvidia,,20,contracted
    campus,2026-01-10,Campus,site,acme,,DE,Bonn,0,,,40,contracted
    plan,2026-01-10,Plan,site,acme,tenant,DE,Trier,4000,nvidia,large,,announced
    """,
    .relations: """
    from,to,kind,date,status
    nvidia,acme,invests-in,2026-01,active
    """,
  ]

  private static func world() throws -> World {
    World(
      dataset: try SyntheticPackage.dataset(tables, focus: ["nvidia"]),
      today: try day("2026-11-21"))
  }

  private static func picture(
    _ unit: ComputeUnit, _ view: ExposureView, cut: String? = nil
  ) throws -> String {
    var settings = Settings()
    settings[ExposureChoices.unit] = unit
    settings[ExposureChoices.view] = view
    settings.subjects[.cut] = cut
    settings.subjects[.target] = view == .capacity ? "acme" : nil
    let canvas = Sheet(page: .exposure, world: try world(), settings: settings)
      .canvas(width: 160, height: 60)
    return PlainText.write(canvas, ascii: false)
  }

  private static func graph(_ unit: ComputeUnit) throws -> (ReachGraph, Dataset) {
    let world = try world()
    return (ReachGraph(of: world, .flows, ExposureOptions(unit: unit)), world.dataset)
  }

  @Test func theGraphWeighsInTheUnit() throws {
    for (unit, operated, rented, leftOut) in [
      (ComputeUnit.accelerators, 2500.0...2500.0, 1000.0...1000.0, 0),
      (.h100e, 2000...3000, 1000...1000, 1), (.mw, 63.5...63.5, 0...0, 0),
    ] {
      let (graph, dataset) = try Self.graph(unit)
      func weight(_ slug: String) throws -> ClosedRange<Double> {
        let id = try #require(dataset.organisation(slug))
        return try #require(graph.weights[.organisation(id)]).size
      }
      for (slug, size) in [("acme", operated), ("tenant", rented)] {
        let found = try weight(slug)
        #expect(abs(found.lowerBound - size.lowerBound) < 1e-6, "\(unit) \(slug)")
        #expect(abs(found.upperBound - size.upperBound) < 1e-6, "\(unit) \(slug)")
      }
      #expect(graph.leftOut == leftOut, "\(unit)")
      #expect(graph.caption.contains("figures are \(unit.title)"))
      #expect(
        graph.caption.contains("1 site of unknown number or chip left out") == (leftOut == 1))
    }
    #expect(try Self.graph(.mw).0.legend.contains("20 MW or more"))
  }

  @Test func boxesShowBothEnds() throws {
    let picture = try Self.picture(.h100e, .graph)
    #expect(picture.contains("2,000–3,000"))
    #expect(
      picture.contains("running           1,000 of its 2,000–3,000 firm H100-equivalents, 33–50 %"))
    #expect(picture.contains("1 firm site of unknown number or chip left out"))
    #expect(picture.contains("10,000 H100-equivalents or more"))
    #expect(try Self.picture(.mw, .graph).contains("0 of its 23.5 firm MW, 0 %"))
  }

  /// NVIDIA's chips are all there is here but for a site of a fixed size: that much is left, whatever the
  /// others turn out to be.
  @Test func whatIsLeftOfAnIntervalIsNoDifferenceOfSums() throws {
    var tables = Self.tables
    tables[.organisations]? += "\namd,AMD,public-company,chips,US"
    tables[.chips]? += "\ntwin,Twin,amd,989.4"
    tables[.compute]? += "\nother,2026-01-10,Other,site,acme,,DE,Jena,50,amd,twin,,operational"
    let world = World(
      dataset: try SyntheticPackage.dataset(tables, focus: ["nvidia"]), today: try day("2026-11-21")
    )
    let cut = CutReport(
      of: world.snapshot, cutting: try world.scenarios("nvidia").0, ExposureOptions(unit: .h100e))
    #expect(cut.accelerators.total.left == 50...50)
  }

  @Test func capacityFollowsTheUnit() throws {
    let fast = try Self.picture(.h100e, .capacity)
    #expect(
      fast.contains("Acme  2,000–3,000 H100-equivalents, 1 site of unknown number or chip left out")
    )
    #expect(fast.contains("33–50 %"), "the tenant's share")
    #expect(fast.contains("Plan 8,000 H100-equivalents, announced"))
    let power = try Self.picture(.mw, .capacity)
    #expect(power.contains("Acme  63.5 MW"))
    let plain = try Self.picture(.accelerators, .capacity)
    #expect(plain.contains("Acme  2,500 accelerators"))
  }

  @Test func circlesTellWhatIsBoughtInTheUnit() throws {
    func words(_ unit: ComputeUnit) throws -> String {
      var state = State.opened(.exposure, try Self.world(), size: Size(width: 140, height: 40))
      state.type("$")
      for _ in 0..<(ComputeUnit.allCases.firstIndex(of: unit) ?? 0) { state.type("u") }
      return state.picture()
    }
    #expect(try words(.accelerators).contains("Acme buys 2,500 accelerators from NVIDIA"))
    let fast = try words(.h100e)
    #expect(fast.contains("Acme buys 2,000–3,000 H100-equivalents from NVIDIA"))
    #expect(fast.contains("and 1 site of unknown number or chip"))
    #expect(!fast.contains("pays NVIDIA"))
  }

  @Test(arguments: [ComputeUnit.h100e, .mw])
  func noViewCountsAcceleratorsUnderAnotherUnit(_ unit: ComputeUnit) throws {
    for view in ExposureView.allCases {
      let text = try Self.picture(unit, view)
      #expect(text.contains(unit.title), "\(view)")
      #expect(!text.contains("ccelerators"), "\(view)")
    }
  }

  @Test func dataHasTheUnit() throws {
    let world = try Self.world()
    let options = ExposureOptions(unit: .mw)
    let capacity = String(describing: CapacityReport(of: world.snapshot, options).json)
    #expect(capacity.contains("63.5") && capacity.contains("mw"))
    let money = String(describing: CircularMoney(of: world.snapshot, options).json)
    #expect(money.contains("23.5") && money.contains("mw"))
  }

  /// The sum that is lost stands next to what is left, and who loses nothing of known size stands apart.
  @Test func aCutTellsTheSumThatIsLost() throws {
    let text = try Self.picture(.h100e, .graph, cut: "nvidia")
    #expect(
      text.contains(
        "2,000–3,000 → 0  −100 %, lost 2,000–3,000, and 1 site of unknown number or chip"))
    #expect(text.contains("by customer"))
    let parts = try Self.picture(.h100e, .graph, cut: "dark")
    #expect(parts.contains("unknown size: Acme") || parts.contains("of unknown size"))
  }
}
