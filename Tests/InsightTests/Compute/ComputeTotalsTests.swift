import Dataset
import TestSupport
import Testing

@testable import Insight

private let tables: [TableName: String] = [
  .organisations: """
  id,name,kind,layer,country,parent,source
  nvidia,NVIDIA,public-company,chips,US,,s
  amd,AMD,public-company,chips,US,,s
  grid,Grid,company,infrastructure,GB,,s
  gridlet,Gridlet,company,infrastructure,NO,grid,s
  lab,Lab,public-lab,research,DE,,s
  tenant,Tenant,public-company,models,US,,s
  """,
  .compute: """
  id,date,name,scope,operator,customer,country,city,accelerators,chip_vendor,chip,mw,status,target,confidence,source
  fjord-campus,2026-01-01,Fjord campus,site,grid,tenant,NO,Narvik,0,nvidia,,230,building,2027,reported,s
  fjord-1,2026-01-02,Fjord 1,site,grid,tenant,NO,Narvik,52000,nvidia,GB300,,contracted,2026,reported,s
  fjord-2,2026-01-03,Fjord 2,site,grid,tenant,NO,Narvik,30000,nvidia,Rubin,100,contracted,2027,reported,s
  fjord-more,2026-01-04,Fjord expansion,site,grid,,NO,Narvik,,nvidia,,115,announced,,reported,s
  hall,2026-01-05,Hall,site,gridlet,,DE,Bonn,10000,,,50,operational,,reported,s
  annex,2026-01-06,Annex,site,gridlet,,DE,Bonn,,,,20,building,,reported,s
  super,2025-01-01,Super,site,lab,,DE,Ulm,900,amd,MI300,5,building,2025,reported,s
  super,2026-01-01,Super,site,lab,,DE,Ulm,1000,amd,MI300,5,operational,2025,reported,s
  cloud,2026-01-01,Cloud,site,grid,,EU,,2000,nvidia,H100,,operational,,reported,s
  dream,2026-01-01,Dream,site,lab,,FR,,70000,,,1000,announced,2028,reported,s
  umbrella,2026-01-01,Umbrella,programme,grid,,GB,,60000,nvidia,GB300,,contracted,,reported,s
  maybe,2026-01-01,Maybe,option,grid,tenant,US,Barstow,50000,nvidia,GB300,,contracted,,reported,s
  gone,2025-01-01,Gone,site,grid,,GB,,8000,nvidia,GB300,,contracted,2026,reported,s
  gone,2026-06-01,Gone,site,grid,,GB,,8000,nvidia,GB300,,cancelled,,reported,s
  ranch,2026-01-01,Ranch,site,grid,tenant,US,Barstow,5000,nvidia,GB300,240,contracted,2026,reported,s
  """,
]

/// A group in one line: key, commitments, unknown, accelerators, megawatts, announced accelerators.
private func lines(_ totals: ComputeTotals) -> [String] {
  totals.groups.map { group in
    let tally = group.tally
    return "\(group.key.slug(in: totals.dataset)) \(tally.commitments.count) \(tally.unknown) "
      + "\(tally.accelerators) \(tally.megawatts) \(tally.announced)"
  }
}

@Suite struct ComputeTotalsTests {
  @Test func aCampusIsCountedOnce() throws {
    let total = Compute.totals(of: try Synthetic.snapshot(tables), by: .operator).total
    #expect(total.commitments.count == 8)
    // The annex has power, no count, and less power than the hall next to it: a site of its own.
    #expect(total.unknown == 1)
    #expect(total.accelerators == 100_000)
    #expect(total.running == 13000)
    #expect(total.megawatts == 545)
    #expect(total.campuses == 1)
    #expect(total.unknownPower == 1)
    #expect(total.announced == 70000)
    #expect(total.announcedMegawatts == 1115)
    #expect(total.announcedUnknown == 1)
    #expect(total.isAtLeast)
  }

  @Test(arguments: [
    (
      ComputeGrouping.operator,
      [
        "grid 5 0 89000 470.0 0", "gridlet 2 1 10000 70.0 0", "lab 1 0 1000 5.0 70000",
      ]
    ),
    (.customer, ["tenant 4 0 87000 470.0 0", "unknown 4 1 13000 75.0 70000"]),
    (
      .country,
      [
        "NO 3 0 82000 230.0 0", "DE 3 1 11000 75.0 0", "US 1 0 5000 240.0 0", "EU 1 0 2000 0.0 0",
        "FR 0 0 0 0.0 70000",
      ]
    ),
    (
      .jurisdiction,
      [
        "EEA 3 0 82000 230.0 0", "EU-27 3 1 11000 75.0 70000", "US 1 0 5000 240.0 0",
        "unstated 1 0 2000 0.0 0",
      ]
    ),
    (.vendor, ["nvidia 5 0 89000 470.0 0", "unknown 2 1 10000 70.0 70000", "amd 1 0 1000 5.0 0"]),
    (
      .chip,
      [
        "GB300 2 0 57000 240.0 0", "Rubin 1 0 30000 0.0 0", "unknown 3 1 10000 300.0 70000",
        "H100 1 0 2000 0.0 0", "MI300 1 0 1000 5.0 0",
      ]
    ),
    (
      .status,
      [
        "announced 0 0 0 0.0 70000", "contracted 3 0 87000 240.0 0", "building 2 1 0 250.0 0",
        "operational 3 0 13000 55.0 0",
      ]
    ),
  ])
  func groupsAddUp(_ grouping: ComputeGrouping, _ expected: [String]) throws {
    let totals = Compute.totals(of: try Synthetic.snapshot(tables), by: grouping)
    #expect(lines(totals) == expected)
    let tallies = totals.groups.map(\.tally)
    #expect(tallies.reduce(0) { $0 + $1.accelerators } == totals.total.accelerators)
    #expect(tallies.reduce(0) { $0 + $1.megawatts } == totals.total.megawatts)
    #expect(tallies.reduce(0) { $0 + $1.unknown } == totals.total.unknown)
  }

  @Test func aGroupIsCountedAsOne() throws {
    let totals = Compute.totals(
      of: try Synthetic.snapshot(tables), by: .operator, folding: .groups)
    #expect(lines(totals) == ["grid 7 1 99000 540.0 0", "lab 1 0 1000 5.0 70000"])
  }

  @Test func theLedgerIsReadAsOfTheDay() throws {
    let totals = Compute.totals(
      of: try Synthetic.snapshot(tables, asOf: "2025-12-31"), by: .operator)
    #expect(lines(totals) == ["grid 1 0 8000 0.0 0", "lab 1 0 900 5.0 0"])
  }

  @Test func announcedSitesEnterOnlyWhenAskedFor() throws {
    let snapshot = try Synthetic.snapshot(tables)
    let totals = Compute.totals(of: snapshot, by: .operator, announced: .counted)
    #expect(totals.total.accelerators == 170_000)
    #expect(totals.total.announced == 70_000)
    #expect(lines(totals)[1] == "lab 2 0 71000 1005.0 70000")
  }

  @Test func theJSONHasTheKeysPromised() throws {
    let totals = Compute.totals(of: try Synthetic.snapshot(tables), by: .vendor)
    let text = try json(totals)
    let group = """
      {"accelerators":1000,"announced":0,"announced_commitment_ids":[],\
      "announced_commitments":0,"announced_mw":0,"announced_unknown":0,"campuses":0,\
      "commitment_ids":["super"],"commitments":1,"key":"amd","mw":5,"name":"AMD",\
      "running":1000,"running_unknown":0,"unknown":0,"unknown_mw":0,"withdrawn":0,\
      "withdrawn_commitment_ids":[],"withdrawn_unknown":0}
      """
    #expect(text.contains(group))
    #expect(text.contains("\"as_of\":\"2026-12-31\",\"by\":\"vendor\",\"folding\":\"none\""))
  }
}

@Suite struct AcceleratorShareTests {
  @Test func anUnknownVendorWidensTheShare() throws {
    let snapshot = try Synthetic.snapshot(tables)
    let nvidia = try #require(snapshot.dataset.organisation("nvidia"))
    let share = Compute.share(ofVendor: nvidia, in: snapshot)
    #expect(share == AcceleratorShare(part: 89000, open: 10000, whole: 100_000, uncounted: 1))
    #expect(share.documented == 0.89)
    #expect(share.possible == 0.99)
  }

  @Test func aRowThatNamesNoStateWidensTheShareOfALaw() throws {
    let snapshot = try Synthetic.snapshot(tables)
    let outside = EuropeExposure(of: snapshot, maker: nil).outside
    #expect(outside.documented == 0.87)
    #expect(outside.possible == 0.89)
  }

  @Test func ofNothingEverythingIsPossible() throws {
    let snapshot = try Synthetic.snapshot(tables, asOf: "2024-01-01")
    let nvidia = try #require(snapshot.dataset.organisation("nvidia"))
    let share = Compute.share(ofVendor: nvidia, in: snapshot)
    #expect(share.documented == 0)
    #expect(share.possible == 1)
  }
}

@Suite struct CuratedComputeTests {
  @Test func narvikIsACampusAndItsTranches() throws {
    let snapshot = try FrozenLedger.snapshot(asOf: "2026-11-22")
    let sites = Sites(snapshot, .beside, .everything)
    func role(_ slug: String) throws -> CampusRole {
      let id = try #require(snapshot.dataset.commitment(slug))
      return sites.firmRoles[try #require(snapshot.commitment(id))]
    }
    #expect(try role("narvik-campus") == .campus)
    #expect(try role("narvik-microsoft-gb300") == .tranche)
    #expect(try role("narvik-microsoft-rubin") == .tranche)
    #expect(try role("nscale-sines-rubin") == .site)
    #expect(try role("start-campus-sin01") == .site)
  }
}
