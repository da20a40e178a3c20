import Dataset
import Testing

@testable import Insight

@Suite struct ComputePlacesTests {
  private static let tables: [TableName: String] = [
    .organisations: """
    id,name,kind,layer,country,source
    nvidia,NVIDIA,public-company,chips,US,s
    amd,AMD,public-company,chips,US,s
    grid,Grid,company,infrastructure,GB,s
    """,
    .places: """
    city,country,latitude,longitude,source
    Narvik,NO,68.4,17.4,s
    Bonn,DE,50.7,7.1,s
    """,
    .compute: """
    id,date,name,scope,operator,country,city,accelerators,chip_vendor,mw,status,confidence,source
    campus,2026-01-01,Campus,site,grid,NO,Narvik,,nvidia,230,building,reported,s
    first,2026-01-02,First,site,grid,NO,Narvik,52000,nvidia,,operational,reported,s
    more,2026-01-03,More,site,grid,NO,Narvik,30000,amd,,announced,reported,s
    hall,2026-01-04,Hall,site,grid,DE,Bonn,900,,5,contracted,reported,s
    lost,2026-01-05,Lost,site,grid,DE,,60000,nvidia,,contracted,reported,s
    else,2026-01-06,Else,site,grid,FR,Paris,70,nvidia,,announced,reported,s
    gone,2026-01-07,Gone,site,grid,DE,Bonn,800,nvidia,,cancelled,reported,s
    plan,2026-01-08,Plan,programme,grid,DE,Bonn,5000,nvidia,,contracted,reported,s
    """,
  ]

  @Test func townsComeFirstAndTheLargestFirst() throws {
    let snapshot = try Synthetic.snapshot(Self.tables)
    let places = Compute.places(of: snapshot)
    let lines = places.map { place in
      "\(place.city)|\(snapshot.dataset.code(place.country))|\(place.coordinate == nil ? "-" : "+")|"
        + "\(place.tally.accelerators)|\(place.tally.announced)|\(place.tally.megawatts)"
    }
    #expect(
      lines == [
        "Narvik|NO|+|52000|30000|230.0", "Bonn|DE|+|900|0|5.0", "|DE|-|60000|0|0.0",
        "Paris|FR|-|0|70|0.0",
      ])
  }

  @Test func vendorsStandByTheirAcceleratorsAndTheUnknownLast() throws {
    let snapshot = try Synthetic.snapshot(Self.tables)
    let places = Compute.places(of: snapshot)
    let narvik = places[0].vendors.map { vendor in
      "\(vendor.id.map { snapshot.dataset.slug($0) } ?? "-") \(vendor.accelerators) \(vendor.announced)"
    }
    #expect(narvik == ["nvidia 52000 0", "amd 0 30000"])
    #expect(places[1].vendors.map(\.id) == [nil])
    #expect(places[0].sites.map { snapshot.dataset.slug($0.id) } == ["first", "more", "campus"])
  }

  /// Of equals the more announced stand first, then by town, then by country.
  @Test func equalPlacesStandByTownThenByCountry() throws {
    var tables = Self.tables
    tables[.places] = nil
    tables[.compute] = """
      id,date,scope,country,city,accelerators,mw,status
      ulm,2026-01-01,site,DE,Ulm,10,,building
      bonn-fr,2026-01-01,site,FR,Bonn,10,,building
      bonn-de,2026-01-01,site,DE,Bonn,10,,building
      fr,2026-01-01,site,FR,,10,,building
      de,2026-01-01,site,DE,,10,,building
      gb,2026-01-01,site,GB,,10,3,building
      gb-plan,2026-01-01,site,GB,,5,4,announced
      """
    let snapshot = try Synthetic.snapshot(tables)
    let places = Compute.places(of: snapshot)
    #expect(
      places.map { "\($0.city) \(snapshot.dataset.code($0.country))" }
        == [" GB", " DE", " FR", "Bonn DE", "Bonn FR", "Ulm DE"])
    #expect(places.map { $0.reach(in: .accelerators) } == [15, 10, 10, 10, 10, 10])
    #expect(places.map { $0.reach(in: .mw) } == [7, 0, 0, 0, 0, 0])
  }

  /// Nothing and no number differ; makers without a name stand last however much they made.
  @Test func theSitesAndMakersOfAPlaceStandBySize() throws {
    var tables = Self.tables
    tables[.compute] = """
      id,date,scope,country,city,accelerators,chip_vendor,status
      none-1,2026-01-01,site,NO,Narvik,,grid,building
      zero,2026-01-01,site,NO,Narvik,0,grid,building
      none-2,2026-01-01,site,NO,Narvik,,grid,building
      one,2026-01-01,site,NO,Narvik,1,amd,building
      two,2026-01-01,site,NO,Narvik,1,nvidia,building
      more,2026-01-01,site,NO,Narvik,900,,building
      plan,2026-01-01,site,NO,Narvik,5,grid,announced
      """
    let dataset = try Synthetic.dataset(tables)
    let place = try #require(Compute.places(of: dataset.asOf(try day("2026-12-31"))).first)
    #expect(
      place.sites.map { dataset.slug($0.id) }
        == ["more", "plan", "one", "two", "zero", "none-1", "none-2"])
    #expect(
      place.vendors.map { $0.id.map { dataset.slug($0) } } == ["nvidia", "amd", "grid", nil])
  }

  /// Every site stands at one place, so that places add up to the totals of the day.
  @Test(arguments: ["2025-03-01", "2026-03-21", "2026-11-22"])
  func placesAddUpToTheTotals(_ day: String) throws {
    let snapshot = try FrozenLedger.snapshot(asOf: day)
    let total = Compute.totals(of: snapshot, by: .operator).total
    let places = Compute.places(of: snapshot)
    #expect(places.reduce(0) { $0 + $1.tally.accelerators } == total.accelerators)
    #expect(places.reduce(0) { $0 + $1.tally.announced } == total.announced)
    #expect(places.reduce(0) { $0 + $1.tally.running } == total.running)
    #expect(places.reduce(0) { $0 + $1.tally.megawatts } == total.megawatts)
    #expect(
      places.reduce(0) { $0 + $1.sites.count }
        == total.commitments.count + total.announcedCommitments.count)
  }
}
