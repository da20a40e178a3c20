import Dataset
import TestSupport

@testable import Dashboard

/// Two places of the same count of NVIDIA's accelerators. The first has a single chip, the second either
/// of two: its size lies between two ends in H100-equivalents.
enum UnitsWorld {
  private static let sites = """
    id,date,name,scope,operator,country,accelerators,chip_vendor,chips,status
    sure,2026-01-10,Sure,site,acme,DE,1000,nvidia,small,operational
    vague,2026-01-10,Vague,site,acme,US,1000,nvidia,small;large,operational

    """
  private static let ofAMD = "other,2026-01-10,Other,site,acme,DE,1000,amd,twin,operational"

  /// The places of NVIDIA's chips, both in Germany.
  static func inGermany() throws -> World {
    try world(sites.replacing(",US,", with: ",DE,"))
  }

  /// The places of NVIDIA's chips in two countries, and as many accelerators of AMD's.
  static func ofTwoMakers() throws -> World { try world(sites + ofAMD) }

  private static func world(_ sites: String) throws -> World {
    let dataset = try SyntheticPackage.dataset(
      [
        .organisations: """
        id,name,kind,layer
        acme,Acme,company,models
        nvidia,NVIDIA,company,chips
        amd,AMD,company,chips
        """,
        .countries: "code,name,bloc\nDE,Germany,EU\nUS,United States,other",
        .chips: """
        id,name,vendor,bf16_tflops
        small,Small,nvidia,989.5
        large,Large,nvidia,1979
        twin,Twin,amd,1979
        """,
        .compute: sites,
      ], focus: ["nvidia"])
    return World(dataset: dataset, today: try day("2026-11-21"))
  }
}
