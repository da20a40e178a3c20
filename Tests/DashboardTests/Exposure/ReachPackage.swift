import Dataset
import Insight

@testable import Dashboard

/// A small chain of compute that never changes: two makers of chips, their suppliers, operators with a
/// landlord and tenants. Laboratories have NVIDIA's chips or none, and money goes round.
enum ReachPackage {
  static func world(_ filter: String = "") throws -> World {
    let dataset = try SyntheticPackage.dataset(
      tables, focus: ["nvidia", "tsmc", "microsoft", "amd", "asml"])
    return World(
      dataset: dataset, today: try day("2026-11-21"), filter: try Filter(filter, in: dataset))
  }

  static let tables: [TableName: String] = [
    .countries: """
    code,name,bloc
    DE,Germany,EU
    FI,Finland,EU
    FR,France,EU
    GB,United Kingdom,UK
    NO,Norway,EEA
    NL,Netherlands,EU
    US,United States,other
    """,
    .organisations: """
    id,name,kind,layer,country,parent
    asml,ASML,public-company,chips,NL,
    tsmc,TSMC,public-company,chips,US,
    hynix,SK hynix,public-company,chips,US,
    nvidia,NVIDIA,public-company,chips,US,
    amd,AMD,public-company,chips,US,
    fjord,Fjord Compute,company,infrastructure,GB,
    hall,Hall of Norway,company,infrastructure,NO,
    telekom,Telekom,public-company,infrastructure,DE,
    telekom-ai,Telekom AI,company,infrastructure,DE,telekom
    microsoft,Microsoft,public-company,infrastructure,US,
    openai,OpenAI,company,models,US,
    zephyr,Zephyr AI,company,models,FR,
    csc,CSC - IT Centre (Kajaani),public-lab,public,FI,
    julich,Forschungszentrum Jülich,public-lab,public,DE,
    siemens,Siemens,public-company,applications,DE,
    """,
    .compute: """
    id,date,name,scope,operator,customer,country,city,accelerators,chip_vendor,chip,mw,status,target
    narvik,2026-04-10,Narvik campus,site,fjord,microsoft,NO,Narvik,82000,nvidia,GB300,230,building,2027
    loughton,2025-09-16,Loughton,site,fjord,microsoft,GB,Loughton,23000,nvidia,GB300,50,contracted,2026
    keflavik,2026-01-16,Cold hall,site,fjord,,NO,Oslo,5000,nvidia,GB300,15,operational,
    stargate,2025-07-31,Stargate Fjord,site,fjord,openai,NO,Narvik,8000,nvidia,,,announced,2026
    stargate,2026-04-09,Stargate Fjord,site,fjord,openai,NO,Narvik,8000,nvidia,,,paused,
    jupiter,2025-09-05,JUPITER,site,julich,,DE,Jülich,24000,nvidia,GH200,17,operational,
    essonne,2026-02-01,Essonne,site,zephyr,,FR,Essonne,18000,nvidia,GB200,40,building,2026
    lumi,2022-09,LUMI,site,csc,,FI,Kajaani,11912,amd,MI250X,12,operational,
    cloud,2026-01,Industrial cloud,site,telekom,,DE,Munich,10000,nvidia,B200,,operational,
    cloud-ai,2026-01,Small cloud,site,telekom-ai,,DE,Bonn,600,nvidia,B200,,operational,
    dark,2026-03,Dark hall,site,hall,,NO,Oslo,40000,,,,building,2027
    """,
    .relations: """
    from,to,kind,date,status
    asml,tsmc,supplies,2020-01-01,active
    tsmc,nvidia,supplies,2020-01-01,active
    hynix,nvidia,supplies,2020-01-01,active
    tsmc,amd,supplies,2020-01-01,active
    openai,fjord,customer-of,2025-07-31,announced
    openai,fjord,customer-of,2026-04-15,ended
    openai,microsoft,customer-of,2026-04-15,active
    siemens,telekom,customer-of,2025-11-04,active
    zephyr,telekom,customer-of,2026-02-01,active
    hall,fjord,hosts,2025-09-01,active
    nvidia,fjord,invests-in,2025-09-25,active
    """,
    .rounds: """
    id,date,company,series,instrument,amount_m,currency,status
    fjord-b,2025-09-25,fjord,B,equity,1100,USD,closed
    """,
    .investments: """
    round,investor,role,amount_m
    fjord-b,nvidia,participant,300
    """,
  ]
}
