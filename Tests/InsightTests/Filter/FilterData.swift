import Dataset

@testable import Insight

/// A small world for filters.
enum FilterData {
  static let tables: [TableName: String] = [
    .sources: """
    id,title,publisher,url,published,kind
    paper,The big round,The Paper,https://example.org/a,2026-01-02,news
    rumour,Heard it said,A Blog,,2025,aggregator
    """,
    .organisations: """
    id,name,kind,layer,country,city,parent,source
    nscale,Nscale,company,infrastructure,GB,London,,paper
    aker-nscale,Aker Nscale,company,infrastructure,NO,Narvik,nscale,paper
    mistral-ai,Mistral AI,company,models,FR,Paris,,paper
    fz-juelich,Forschungszentrum Jülich,public-lab,research,DE,Jülich,,paper
    nvidia,NVIDIA,public-company,chips,US,Santa Clara,,paper
    nventures,NVentures,fund,capital,US,,nvidia,paper
    arm,Arm,public-company,chips,GB,Cambridge,,paper
    charm,Charm,company,applications,DE,,,paper
    openai,OpenAI,company,models,US,,,paper
    """,
    .rounds: """
    id,company,date,series,instrument,status,amount_m,currency,post_money_m,post_money_currency,confidence,note,source
    nscale-b,nscale,2025-09-25,Series B,equity,closed,1100,USD,,,confirmed,Big in Norway,paper
    nscale-loan,nscale,2026-02,Loan,debt,closed,1400,USD,,,confirmed,,paper
    nscale-c,nscale,2026-03-09,Series C,equity,closed,2000,USD,14600,USD,confirmed,,paper;rumour
    mistral-seed,mistral-ai,2023-06-13,Seed,equity,closed,105,EUR,,,reported,,paper
    mistral-d,mistral-ai,2026,Series D,mixed,announced,,,,,disputed,Zürich says so,rumour
    arm-ipo,arm,2023-09-13,IPO,ipo,closed,4870,USD,,,confirmed,,paper
    charm-seed,charm,2025-06-30,Pre-seed,safe,closed,1,USD,,,reported,,rumour
    """,
    .investments: """
    round,investor,role,amount_m,currency,source
    nscale-b,nvidia,strategic,,,paper
    nscale-c,nvidia,participant,,,paper
    nscale-c,nventures,lead,200,USD,paper
    mistral-seed,nventures,participant,,,paper
    """,
    .compute: """
    id,date,name,scope,operator,customer,country,city,accelerators,chip_vendor,chip,mw,status,target,confidence,source
    narvik,2025-09-17,Narvik,site,nscale,openai,NO,Narvik,52000,nvidia,GB300,,contracted,2026,confirmed,paper
    jupiter,2025-06-10,JUPITER,site,fz-juelich,,DE,Jülich,24000,nvidia,GH200,18,operational,,confirmed,paper
    essonne,2025-06-11,Mistral Compute,site,mistral-ai,,FR,Essonne,18000,,"GB300, first half",40,announced,2027-06,reported,rumour
    umbrella,2025-06-11,Umbrella,programme,nscale,,EU,,,,,,announced,2028,reported,rumour
    """,
    .relations: """
    from,to,kind,date,status,source
    nvidia,nscale,invests-in,2025-09-25,active,paper
    nscale,openai,hosts,2025-07-31,announced,paper
    """,
    .enforcement: """
    country,date,step,status,detail,confidence,source
    DE,2026-01-01,penalties,in-force,Fines,confirmed,paper
    DE,2026-01-01,notifying,proposed,Draft,confirmed,paper
    FR,2026-01-01,penalties,adopted,Passed,reported,paper
    """,
    .milestones: """
    id,date,title,instrument,scheduled,status,article,confidence,source
    annex-iii,2025-11-19,High-risk systems,AI Act,2027-12-02,postponed,6(2),confirmed,paper
    """,
    .claims: """
    id,briefing,claim,stated,unit,how_to_check,metric
    size,A,Nscale raised two billion,2000,USD m,amount,
    share,B,All of it is NVIDIA,100,percent,share,
    """,
    .models: """
    id,name,developer,date,weights,licence,parameters_b,modality,trained_on,training_accelerators,confidence,source
    large,Mistral Large,mistral-ai,2024-02-26,closed,Own,123,text,nvidia,3000,reported,paper
    small,Mistral Small,mistral-ai,2025-01-30,open,Apache 2.0,24,text,,,reported,rumour
    """,
    .exchangeRates: """
    date,USD,GBP,NOK,SEK,DKK,CHF,PLN,source
    2023-01-02,1.1,0.8,11,11,7,1,4,paper
    """,
  ]

  static func snapshot(asOf day: String = "2026-12-31") throws -> Snapshot {
    try Synthetic.snapshot(tables, asOf: day)
  }

  /// The ids of the rounds that pass, without their common beginnings.
  static func rounds(_ text: String, _ snapshot: Snapshot) throws -> String {
    let filter = try CompiledFilter(text, for: snapshot)
    return snapshot.rounds.filter { filter.matches($0) }.map { snapshot.dataset.slug($0.id) }
      .joined(separator: " ")
  }

  /// The ids of the commitments that pass.
  static func sites(_ text: String, _ snapshot: Snapshot) throws -> String {
    let filter = try CompiledFilter(text, for: snapshot)
    return snapshot.compute.filter { filter.matches($0) }.map { snapshot.dataset.slug($0.id) }
      .joined(separator: " ")
  }
}
