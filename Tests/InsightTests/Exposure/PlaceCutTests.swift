import Dataset
import Insight
import Testing

/// A place as a cut: what stands there, or whoever is at home there.
@Suite struct PlaceCutTests {
  private func world() throws -> ExposureWorld {
    try ExposureWorld(
      compute: """
        oslo,nscale,microsoft,NO,100,nvidia,building,s1
        somewhere,nebius,,EU,10,amd,building,s1
        paris,nebius,openai,FR,1000,amd,building,s2
        lab,csc,,GB,5,nvidia,building,s2
        """,
      relations: "landlord,nscale,hosts,active,s1")
  }

  private func words(_ cut: String, _ world: ExposureWorld) throws -> String {
    let isHome = cut.hasPrefix(CutTarget.homePrefix)
    let name = isHome ? String(cut.dropFirst(CutTarget.homePrefix.count)) : cut
    var target = CutTarget(try world.target(name))
    if isHome, case .standing(let territory) = target { target = .home(in: territory) }
    #expect(target.slug(in: world.dataset) == cut)
    let loss = CutReport(of: try world.snapshot(), cutting: Scenario(target)).accelerators.total
    return "\(world.digits(loss.documented)) to \(world.digits(loss.possible))"
  }

  @Test(arguments: [
    // The sites that stand there; somewhere in the Union may be anywhere in Europe.
    ("NO", "100 to 110"), ("FR", "1000 to 1010"), ("US", "0 to 10"), ("EEA", "100 to 110"),
    // Makers at home there; TSMC, whose home no row names, supplies nobody here.
    ("home:US", "1115 to 1115"),
    // Operators at home there, and CSC, whose home no row names.
    ("home:FR", "1010 to 1015"), ("home:GB", "100 to 105"),
    // The landlord of Nscale's site, and CSC.
    ("home:DE", "100 to 105"), ("home:NO", "0 to 5"),
  ])
  func takesWhatStandsThereOrWhoIsAtHomeThere(_ cut: String, _ expected: String) throws {
    #expect(try words(cut, world()) == expected)
  }

  /// Whoever an exposure in compute is measured to: of a place those at home there.
  @Test(arguments: [
    ("NO", "home:NO"), ("EEA", "home:EEA"), ("nvidia", "nvidia"), ("oslo", "oslo"),
  ])
  func theSuppliersOfAPlaceAreAtHomeThere(name: String, expected: String) throws {
    let world = try world()
    let target = try world.target(name)
    #expect(target.slug(in: world.dataset) == name)
    #expect(CutTarget(target).slug(in: world.dataset) == name)
    #expect(CutTarget(suppliersOf: target).slug(in: world.dataset) == expected)
  }

  @Test func whoeverIsUpstreamOfTheMakerTakesTheChipsAlong() throws {
    let world = try ExposureWorld(
      compute: "oslo,nscale,,NO,100,nvidia,building,s1",
      relations: """
        asml,nvidia,supplies,active,s1
        """)
    #expect(try words("home:FR", world) == "100 to 100")
    #expect(try words("home:US", world) == "100 to 100")
    #expect(try words("home:NO", world) == "0 to 0")
  }

  @Test func tenantsTakeNoAcceleratorsWithThemButLoseThem() throws {
    let world = try world()
    let snapshot = try world.snapshot()
    let france = try #require(world.dataset.country("FR"))
    let cut = CutReport(of: snapshot, cutting: Scenario(.standing(in: .country(france))))
    #expect(cut.tenants.map { world.dataset.slug($0.id) } == ["openai"])
    #expect(cut.tenants.first?.rented.documented == 1000)
    #expect(cut.makers.isEmpty)
  }

  /// Taking each site away by hand, on ledgers drawn at random.
  @Test(arguments: 0..<40) func isWhatTakingSitesAwayByHandTakes(seed: Int) throws {
    var random = GraphRandom(seed: seed)
    func any(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }
    let homes = ["US", "FR", "DE", "NO", "EU", ""]
    let operators = ["o1", "o2", "o3"]
    let makers = ["m1", "m2", ""]
    var home: [String: String] = [:]
    for name in operators + ["m1", "m2"] { home[name] = any(homes) }
    let organisations = (operators + ["m1", "m2"]).map {
      "\($0),\($0),company,\($0.hasPrefix("m") ? "chips" : "infrastructure"),\(home[$0] ?? "")"
    }
    struct Site {
      let operatedBy: String
      let country: String
      let size: Int
      let maker: String
    }
    let sites = (0..<8).map { _ in
      Site(
        operatedBy: any(operators), country: any(["NO", "FR", "DE", "EU"]),
        size: Int.random(in: 1...50, using: &random), maker: any(makers))
    }
    let world = try ExposureWorld(
      compute: sites.enumerated().map { index, site in
        "c\(index),\(site.operatedBy),,\(site.country),\(site.size),\(site.maker),building,s1"
      }.joined(separator: "\n"),
      organisations: (["id,name,kind,layer,country"] + organisations).joined(separator: "\n"))
    for place in ["NO", "FR", "US"] {
      /// The standing of a country as the place: surely, possibly or not.
      func belongs(_ country: String) -> ClosedRange<Int> {
        if country == place { return 1...1 }
        return country.isEmpty || country == "EU" ? 0...1 : 0...0
      }
      var (standing, athome) = ((least: 0, most: 0), (least: 0, most: 0))
      for site in sites {
        standing.least += site.size * belongs(site.country).lowerBound
        standing.most += site.size * belongs(site.country).upperBound
        let maker = belongs(home[site.maker] ?? "")
        let host = belongs(home[site.operatedBy] ?? "")
        athome.least += site.size * max(maker.lowerBound, host.lowerBound)
        athome.most += site.size * max(maker.upperBound, host.upperBound)
      }
      #expect(try words(place, world) == "\(standing.least) to \(standing.most)", "seed \(seed)")
      #expect(
        try words("home:\(place)", world) == "\(athome.least) to \(athome.most)", "seed \(seed)")
    }
  }
}
