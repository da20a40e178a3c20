import Canvas
import Dataset
import Insight

@testable import Dashboard

/// The frozen package with what else the pages of this folder need. That is towns on a map of few
/// lines, a group, and models of three continents.
enum PagesWorld {
  static func make(_ text: String = "2026-11-21") throws -> World {
    let dataset = try FrozenPackage.dataset([
      .places: places, .outlines: outlines, .organisations: organisations,
      .countries: FrozenPackage.tables[.countries, default: ""] + "\nCN,China,other,",
      .models: models, .signatories: signatories,
      .chips: "id,name,vendor,source\nh100,H100,nvidia,s",
      .statistics: "country,year,population,source\nDE,2024,83000000,s",
      .annexes: "kind,article,title,what,by,source\n"
        + "prohibited,5(1)(a),Manipulation,None,ai-act-prohibitions,law\nduty,50,Marking,All,,law",
      .benchmarks: "measure,scope,period,value,unit,source\nai-funding,Europe,2025,21600,USD m,s",
      .expected: "metric,as_of,value,source\nhome(nscale),2026-01-01,GB,s",
      .reviewed: "pattern,table,row,reason,day\nreach-ends,claims,2026-03-23,None came,2026-11-01",
    ])
    return World(dataset: dataset, today: try day("2026-11-21"), day: try day(text))
  }

  private static let places = """
    city,country,latitude,longitude,source
    Narvik,NO,68.438,17.427,s
    Loughton,GB,51.65,0.07,s
    Jülich,DE,50.922,6.361,s
    Bruyères,FR,48.592,2.189,s
    """

  /// Rough shapes, as few points as tell Great Britain from France.
  private static let outlines = """
    country,ring,point,longitude,latitude
    GB,1,1,-5.5,50
    GB,1,2,1.5,51.2
    GB,1,3,1.5,52.8
    GB,1,4,-2,55.8
    GB,1,5,-3,58.6
    GB,1,6,-5.5,56
    GB,1,7,-3,54
    GB,1,8,-5.5,50
    FR,1,1,-4.7,48.4
    FR,1,2,2.5,51
    FR,1,3,8.1,49
    FR,1,4,7.4,43.7
    FR,1,5,3,42.5
    FR,1,6,-1.7,43.4
    FR,1,7,-4.7,48.4
    DE,1,1,6.5,53.5
    DE,1,2,14,54
    DE,1,3,14.8,51
    DE,1,4,12.5,47.8
    DE,1,5,8,47.6
    DE,1,6,6.1,50.5
    DE,1,7,6.5,53.5
    NO,1,1,5.3,59
    NO,1,2,5,62
    NO,1,3,14,68
    NO,1,4,25.8,71.1
    NO,1,5,30,70
    NO,1,6,14,64
    NO,1,7,11.5,59
    NO,1,8,5.3,59
    """

  private static let organisations =
    FrozenPackage.tables[.organisations, default: ""] + """

      nventures,NVentures,fund,capital,US,Santa Clara,2021,nvidia,,s
      deepfar,DeepFar,company,models,CN,Hangzhou,2023,,,s
      open-lab,Open Lab,company,models,US,San Francisco,2015,,,s
      """

  private static let models = """
    id,name,developer,date,weights,licence,parameters_b,active_b,modality,trained_on,training_accelerators,hosted_in_eu,confidence,note,source
    large,Large 2,mistral-ai,2024-07-24,restricted,Research,123,,text,nvidia,,mistral-ai,confirmed,,s
    small,Small 4,mistral-ai,2026-03-16,open,Apache 2.0,24,,text,nvidia,3000,mistral-ai,confirmed,,s
    luminous,Luminous,aleph,2023-04,closed,,70,,text,,,,reported,,lead
    far-3,Far 3,deepfar,2024-12-26,open,MIT,671,37,text,nvidia,2048,,confirmed,,s
    far-4,Far 4,deepfar,2026-04-24,open,MIT,1600,49,text,,,,confirmed,,s
    closed-5,Closed 5,open-lab,2026-04-23,closed,,,,multimodal,nvidia,200000,,reported,,press
    """

  private static let signatories = """
    organisation,instrument,date,status,note,source
    mistral-ai,ai-act-governance,2025-08-01,signed,,s
    deepfar,ai-act-governance,2025-08-01,refused,,s
    """
}
