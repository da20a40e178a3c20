import Dataset
import Testing

@testable import Insight

@Suite struct EuropeExposureTests {
  private static let tables: [TableName: String] = [
    .organisations: """
    id,name,kind,layer,country,source
    nvidia,NVIDIA,public-company,chips,US,s
    amd,AMD,public-company,chips,US,s
    tenant,Tenant,public-company,applications,US,s
    local,Local,company,models,FR,s
    grid,Grid,company,infrastructure,GB,s
    fund,Fund,fund,capital,US,s
    bank,Bank,fund,capital,DE,s
    """,
    .compute: """
    id,date,name,scope,operator,customer,country,accelerators,chip_vendor,status,confidence,source
    a,2026-01-01,A,site,grid,tenant,NO,40,nvidia,contracted,reported,s
    b,2026-01-02,B,site,grid,local,FR,30,amd,operational,reported,s
    c,2026-01-03,C,site,grid,,DE,20,,building,reported,s
    d,2026-01-04,D,site,grid,,EU,10,nvidia,contracted,reported,s
    e,2026-01-05,E,site,grid,tenant,NO,900,nvidia,announced,reported,s
    """,
    .rounds: """
    id,company,date,series,instrument,status,amount_m,currency,confidence,source
    r1,local,2026-01-01,A,equity,closed,100,USD,confirmed,s
    r2,local,2026-02-01,B,equity,closed,60,USD,confirmed,s
    r3,local,2026-03-01,C,equity,closed,40,USD,confirmed,s
    r4,local,2026-04-01,D,equity,announced,900,USD,confirmed,s
    r5,local,2026-05-01,E,equity,closed,,,confirmed,s
    """,
    .investments: """
    round,investor,role,amount_m,currency,source
    r1,fund,lead,30,USD,s
    r1,bank,participant,50,USD,s
    r2,bank,lead,60,USD,s
    r4,fund,lead,900,USD,s
    """,
  ]

  /// Worked by hand, of 100 firm accelerators. NVIDIA made 50 and nobody says who made 20. An American
  /// rents 40, a Frenchman 30, and 30 have no named customer. Of places, 40 are in Norway, 10 somewhere
  /// in the Union. Of 200 m, 30 are American; 20 of the first round and all 40 of the third may be.
  @Test func theFourSharesAreIntervals() throws {
    let snapshot = try Synthetic.snapshot(Self.tables)
    let europe = EuropeExposure(of: snapshot, maker: snapshot.dataset.organisation("nvidia"))
    func text(_ share: EuropeExposure.Share?) -> String {
      share.map { "\(Int(($0.documented * 100).rounded()))-\(Int(($0.possible * 100).rounded()))" }
        ?? "none"
    }
    #expect(text(europe.chips) == "50-70")
    #expect(text(europe.customers) == "40-70")
    #expect(text(europe.outside) == "40-50")
    #expect(text(europe.capital) == "15-45")
    #expect(EuropeExposure(of: snapshot, maker: nil).chips == nil)
  }

  @Test func ofNothingEverythingIsPossible() throws {
    let snapshot = try Synthetic.snapshot([.organisations: Self.tables[.organisations, default: ""]]
    )
    let europe = EuropeExposure(of: snapshot, maker: snapshot.dataset.organisation("nvidia"))
    #expect(europe.customers == EuropeExposure.Share(0, open: 0, of: 0))
    #expect(europe.capital.documented == 0 && europe.capital.possible == 1)
  }

  /// Of 100 m an American gave 30, a German 50, and 20 came from a fund of which no country is
  /// known.
  @Test func anInvestorOfNoCountryMayBeAnybody() throws {
    let snapshot = try Synthetic.snapshot([
      .organisations: (Self.tables[.organisations] ?? "") + "\nmist,Mist,fund,capital,,s\n",
      .rounds: "id,company,date,instrument,status,amount_m,currency\n"
        + "r,local,2026-01-01,equity,closed,100,USD",
      .investments: "round,investor,role,amount_m,currency\nr,fund,lead,30,USD\n"
        + "r,mist,participant,20,USD\nr,bank,participant,50,USD",
    ])
    let capital = EuropeExposure(of: snapshot, maker: nil).capital
    #expect(capital == EuropeExposure.Share(30, open: 20, of: 100))
    #expect(capital.documented == 0.3 && capital.possible == 0.5)
    #expect(try json(capital) == #"{"documented":0.3,"possible":0.5}"#)
  }

  @Test func aShareIsNeverMoreThanTheWhole() {
    let share = EuropeExposure.Share(3, open: 9, of: 8)
    #expect(share.documented == 0.375 && share.possible == 1)
  }
}
