import Dataset

/// A small package that never changes, so that pictures change only when the code does.
///
/// Its facts are made up in the manner of the curated facts. Of 27 states three are full on 21
/// November 2026 and two may be. A law was put off, and there are a handful of companies and sites.
enum FrozenPackage {
  /// The package, with tables replaced or added.
  static func dataset(_ tables: [TableName: String] = [:]) throws -> Dataset {
    let all = FrozenPackage.tables.merging(tables) { _, given in given }
    return try SyntheticPackage.dataset(all, updated: "2026-11-21")
  }

  static let tables: [TableName: String] = [
    .sources: sources, .countries: countries, .organisations: organisations, .rounds: rounds,
    .investments: investments, .valuations: valuations, .compute: compute,
    .relations: relations, .authorities: authorities, .enforcement: enforcement,
    .milestones: milestones, .claims: claims, .exchangeRates: exchangeRates,
  ]

  private static let sources = """
    id,title,publisher,url,published,kind
    s,The gazette of everything,Official Gazette,https://example.org/gazette,2026-01-05,official
    law,Regulation on artificial intelligence,Official Journal,https://example.org/law,2024-07-12,official
    omnibus,Amending regulation,Official Journal,https://example.org/omnibus,2026-07-24,official
    press,States are late,The Daily,https://example.org/late,2026-03,news
    lead,A page that was not read,Some Blog,,2026-04,aggregator
    briefing-a,The first briefing,Briefers,https://example.org/a,2026-03-21,aggregator
    briefing-b,The second briefing,Briefers,https://example.org/b,2026-03-23,aggregator
    """

  private static let countries = """
    code,name,bloc,eu_since
    AT,Austria,EU,1995-01-01
    BE,Belgium,EU,1958-01-01
    BG,Bulgaria,EU,2007-01-01
    CY,Cyprus,EU,2004-05-01
    CZ,Czechia,EU,2004-05-01
    DE,Germany,EU,1958-01-01
    DK,Denmark,EU,1973-01-01
    EE,Estonia,EU,2004-05-01
    ES,Spain,EU,1986-01-01
    FI,Finland,EU,1995-01-01
    FR,France,EU,1958-01-01
    GR,Greece,EU,1981-01-01
    HR,Croatia,EU,2013-07-01
    HU,Hungary,EU,2004-05-01
    IE,Ireland,EU,1973-01-01
    IT,Italy,EU,1958-01-01
    LT,Lithuania,EU,2004-05-01
    LU,Luxembourg,EU,1958-01-01
    LV,Latvia,EU,2004-05-01
    MT,Malta,EU,2004-05-01
    NL,Netherlands,EU,1958-01-01
    PL,Poland,EU,2004-05-01
    PT,Portugal,EU,1986-01-01
    RO,Romania,EU,2007-01-01
    SE,Sweden,EU,1995-01-01
    SI,Slovenia,EU,2004-05-01
    SK,Slovakia,EU,2004-05-01
    EU,European Union,union,
    NO,Norway,EEA,
    IS,Iceland,EEA,
    LI,Liechtenstein,EEA,
    CH,Switzerland,CH,
    GB,United Kingdom,UK,
    US,United States,other,
    """

  private static let organisations = """
    id,name,kind,layer,country,city,founded,parent,note,source
    nvidia,NVIDIA,public-company,chips,US,Santa Clara,1993,,,s
    asml,ASML,public-company,chips,NL,Veldhoven,1984,,,s
    nscale,Nscale,company,infrastructure,GB,London,2024-05,,,s
    mistral-ai,Mistral AI,company,models,FR,Paris,2023-04,,,s
    aleph,Aleph,company,models,DE,Heidelberg,2019,,,s
    fjord,Fjord Compute,company,infrastructure,NO,Narvik,2022,,,s
    julich,Jülich Centre,public-lab,research,DE,Jülich,1956,,,s
    microsoft,Microsoft,public-company,applications,US,Redmond,1975,,,s
    big-fund,Big Fund,fund,capital,US,New York,1999,,,s
    """

  private static let rounds = """
    id,company,date,series,instrument,status,amount_m,currency,amount_usd_m,post_money_m,post_money_currency,part_of,confidence,note,source
    mistral-a,mistral-ai,2024-06-11,Series B,equity,closed,600,EUR,640,6000,EUR,,confirmed,,s
    mistral-c,mistral-ai,2025-09-09,Series C,equity,closed,1700,EUR,2000,11700,EUR,,confirmed,,s;press
    nscale-b,nscale,2025-09-25,Series B,equity,closed,1100,USD,,,,,confirmed,,s
    nscale-c,nscale,2026-03-09,Series C,equity,closed,2000,USD,,14600,USD,,confirmed,,s
    aleph-b,aleph,2026-05,Series B,equity,closed,,,,,,,reported,,lead
    fjord-debt,fjord,2026-10-01,Term loan,debt,announced,500,NOK,50,,,,reported,,press
    """

  private static let investments = """
    round,investor,role,amount_m,currency,source
    mistral-c,asml,lead,1300,EUR,s
    mistral-c,nvidia,participant,,,s
    nscale-b,nvidia,strategic,683,USD,s
    nscale-c,big-fund,lead,,,s
    nscale-c,nvidia,participant,,,s
    """

  private static let valuations = """
    company,date,value_m,currency,basis,confidence,note,source
    mistral-ai,2026-04-02,14000,EUR,talks,reported,,press
    nscale,2026-08-20,18000,USD,secondary,estimate,,lead
    """

  private static let compute = """
    id,date,name,scope,operator,customer,country,city,accelerators,chip_vendor,chip,mw,status,target,confidence,note,source
    narvik,2025-07-31,Narvik campus,site,fjord,microsoft,NO,Narvik,100000,nvidia,GB300,230,announced,2026-12-31,reported,,press
    narvik,2026-04-10,Narvik campus,site,fjord,microsoft,NO,Narvik,30000,nvidia,GB300,230,building,2027-06,confirmed,,s
    loughton,2025-09-16,Loughton,site,nscale,microsoft,GB,Loughton,23040,nvidia,GB300,50,contracted,2026-09-30,confirmed,,s
    jupiter,2025-09-05,JUPITER,site,julich,,DE,Jülich,24000,nvidia,GH200,17,operational,,confirmed,,s
    essonne,2026-02-01,Essonne,site,mistral-ai,,FR,Bruyères,18000,nvidia,GB200,40,building,2026-06-30,confirmed,,s
    heidelberg,2026-06-01,Heidelberg hall,site,aleph,,DE,Heidelberg,,nvidia,,,announced,2027,reported,,lead
    """

  private static let relations = """
    from,to,kind,date,status,source
    nvidia,nscale,supplies,2025-01-01,active,s
    microsoft,nscale,customer-of,2025-09-16,active,s
    """

  private static let authorities = """
    country,authority,role,date,legal_basis,confidence,note,source
    DE,"Network Agency, the federal one",market-surveillance,2026-07-29,KI-MIG § 2,confirmed,Default authority.,s
    DE,Financial Supervisory Authority,market-surveillance,2026-07-29,KI-MIG § 3,confirmed,Financial firms.,s
    DE,"Network Agency, the federal one",notifying,2026-07-29,KI-MIG § 5,reported,,press
    DE,"Network Agency, the federal one",single-point-of-contact,2026-07-29,KI-MIG § 2,confirmed,,s
    DK,Agency for Digital Government,market-surveillance,2025-08-02,Lov nr. 467,confirmed,,s
    DK,Agency for Digital Government,notifying,2025-08-02,Lov nr. 467,confirmed,,s
    IE,Central Bank,market-surveillance,2025-07-29,S.I. 366,confirmed,,s
    """

  /// The steps; `detail` and sources are added.
  private static let enforcement = """
    country,date,step,status,detail,confidence,source
    AT,2024-01-31,law,partial,An advisory service desk and no authority,confirmed,s
    AT,2026-06-17,market-surveillance,none,Nobody appointed,reported,press
    BE,2025-01-31,market-surveillance,proposed,The government names a body,reported,press
    BG,2025-10-08,bill,proposed,A bill is tabled,reported,press
    CY,2025-07-01,single-point-of-contact,designated,The commissioner is named,reported,s
    CZ,2025-09-01,bill,proposed,A draft bill,reported,s
    CZ,2026-02-01,single-point-of-contact,designated,The telecom office is named,reported,s
    DE,2024-11,fundamental-rights,designated,The list was sent,reported,s
    DE,2025-09-12,bill,proposed,The draft is presented,reported,s
    DE,2026-06-11,law,adopted,Parliament adopts the act,confirmed,s
    DE,2026-07-29,law,in-force,The act is in force,confirmed,s
    DE,2026-07-29,market-surveillance,in-force,The network agency by default,confirmed,s
    DE,2026-07-29,notifying,in-force,The network agency,reported,s
    DE,2026-07-29,single-point-of-contact,in-force,The network agency,confirmed,s
    DE,2026-07-29,penalties,in-force,The act sets fines,reported,press
    DE,2026-07-29,sandbox,partial,The act obliges the agency to run one,reported,s
    DK,2024-11,fundamental-rights,designated,The list was sent,reported,s
    DK,2025-05-08,law,adopted,The act is adopted,reported,s
    DK,2025-08-02,law,in-force,The act is in force,confirmed,s
    DK,2025-08-02,market-surveillance,in-force,Three bodies share the task,confirmed,s
    DK,2025-08-02,notifying,in-force,The agency for digital government,confirmed,s
    DK,2025-08-02,single-point-of-contact,in-force,The agency for digital government,confirmed,s
    DK,2025-08-02,penalties,in-force,Criminal fines,reported,s
    ES,2024-05-01,sandbox,operational,The sandbox admits a first cohort,confirmed,s
    ES,2025-03-11,bill,proposed,A bill on good use,reported,s
    ES,2025-08-02,market-surveillance,partial,The agency exists by decree,reported,s
    FI,2025-12-22,law,in-force,The act is in force,confirmed,s
    FI,2026-01-01,market-surveillance,in-force,Ten bodies,confirmed,s
    FI,2026-01-01,notifying,in-force,The ministry,confirmed,s
    FI,2026-01-01,single-point-of-contact,in-force,The transport agency,confirmed,s
    FI,2026-01-01,penalties,in-force,A sanctions board,confirmed,s
    FR,2025-09-09,market-surveillance,proposed,A scheme of seventeen bodies,reported,press
    HU,2025-11-01,market-surveillance,designated,The ministry,reported,s
    HU,2025-11-01,notifying,designated,The accreditation body,reported,s
    IE,2025-07-25,law,partial,An instrument without penalties,confirmed,s
    IE,2025-07-29,market-surveillance,in-force,Sectoral authorities,confirmed,s
    IE,2025-07-29,notifying,in-force,The minister,confirmed,s
    IE,2025-07-29,single-point-of-contact,in-force,The minister,confirmed,s
    IE,2025-07-29,penalties,none,The instrument has none,reported,s
    IE,2026-07-21,law,adopted,The act is signed,reported,s
    IE,2026-07-21,penalties,adopted,Commencement not seen,reported,lead
    IT,2025-10-10,law,in-force,Law 132 is in force,confirmed,s
    IT,2025-10-10,market-surveillance,in-force,The cybersecurity agency,confirmed,s
    IT,2025-10-10,notifying,in-force,The digital agency,confirmed,s
    IT,2025-10-10,single-point-of-contact,in-force,The cybersecurity agency,confirmed,s
    IT,2025-10-10,penalties,partial,Delegated decrees are missing,reported,s
    LT,2025-03-01,notifying,designated,The innovation agency,reported,s
    LU,2025-08-02,single-point-of-contact,proposed,The bill names it,reported,s
    MT,2025-08-01,single-point-of-contact,designated,The digital authority,reported,s
    NL,2025-06-01,market-surveillance,proposed,Two coordinating bodies,reported,press
    PL,2026-02-01,bill,proposed,A bill with a commission,reported,press
    SE,2025-10-06,bill,proposed,An inquiry reports,reported,s
    NO,2025-06-30,bill,proposed,A draft that follows the Union's act,reported,s
    """

  private static let milestones = """
    id,date,title,instrument,scheduled,status,article,confidence,note,source
    ai-act-prohibitions,2024-07-12,Prohibited practices,AI Act,2025-02-02,scheduled,5,confirmed,,law
    ai-act-prohibitions,2025-02-02,Prohibited practices,AI Act,2025-02-02,in-force,5,confirmed,,law
    ai-act-governance,2024-07-12,Governance and penalties,AI Act,2025-08-02,scheduled,Chapter VII,confirmed,,law
    ai-act-governance,2025-08-02,Governance and penalties,AI Act,2025-08-02,in-force,Chapter VII,confirmed,,law
    ai-act-general-application,2024-07-12,General application,AI Act,2026-08-02,scheduled,113,confirmed,,law
    ai-act-general-application,2026-08-02,General application,AI Act,2026-08-02,in-force,113,confirmed,,law
    ai-act-high-risk-annex-iii,2024-07-12,Stand-alone high-risk systems (Annex III),AI Act,2026-08-02,scheduled,6(2),confirmed,,law
    ai-act-high-risk-annex-iii,2025-11-19,Stand-alone high-risk systems (Annex III),Omnibus proposal,2027-12-02,proposed,6(2),confirmed,,press
    ai-act-high-risk-annex-iii,2026-07-27,Stand-alone high-risk systems (Annex III),Amending regulation,2027-12-02,postponed,6(2),confirmed,,omnibus
    ai-act-art50-2-legacy-marking,2026-07-27,Marking by systems already on the market,Amending regulation,2026-12-02,scheduled,50(2),confirmed,,omnibus
    ai-act-sandboxes,2024-07-12,Each state runs a sandbox,AI Act,2026-08-02,scheduled,57(1),confirmed,,law
    ai-act-sandboxes,2026-07-27,Each state runs a sandbox,Amending regulation,2027-08-02,postponed,57(1),confirmed,,omnibus
    ai-act-high-risk-guidelines,2024-07-12,Guidelines on classification,AI Act,2026-02-02,scheduled,6(5),reported,,law
    """

  private static let claims = """
    id,briefing,claim,stated,unit,how_to_check,metric
    application-date,A,The Act applies from 2 August 2026,2026-08-02,date,date of general application,milestone-date(ai-act-general-application)
    annex-iii-date,A,Annex III applies from August 2026,2026-08,date,date that binds,milestone-date(ai-act-high-risk-annex-iii) | proposed-date(ai-act-high-risk-annex-iii)
    full-authority-count,A,One of 27 states has full enforcement authority,1,states,states that meet the definition,full-authority()
    nscale-c-amount,A,The Series C raised two billion dollars,2000,USD m,amount of that round,round-amount(nscale-c)
    nscale-total,B,Nscale raised 4.68 billion dollars in total,4680,USD m,sum of its disclosed rounds,"raised-to-date(nscale, equity)"
    no-frontier,A,Europe has no frontier model,,statement,judgement: not checkable,judgement()
    conformity,A,A conformity assessment takes 6 to 12 months,6-12,months,external figure,unsourced()
    """

  private static let exchangeRates = """
    date,USD,GBP,NOK,SEK,DKK,CHF,PLN,source
    2024-01-02,1.1,0.86,11.3,11.2,7.46,0.93,4.35,s
    2026-01-02,1.17,0.87,11.8,10.9,7.47,0.93,4.22,s
    """
}
