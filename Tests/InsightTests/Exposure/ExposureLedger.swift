import Dataset
import Insight
import TestSupport
import Testing

/// A small ledger in which sites have power, chips and dates, and supplies have parts.
struct ExposureLedger {
  let dataset: Dataset

  /// Tables without their fixed columns: `compute` has `id,date,operator,customer,country,city,
  /// accelerators,chip_vendor,chips,mw,status,target`, `relations` `from,to,kind,part`, `chips`
  /// `id,vendor,year,power_w,bf16_tflops`.
  init(
    compute: String = "", relations: String = "", chips: String = Self.chips, rounds: String = "",
    investments: String = ""
  ) throws {
    dataset = try SyntheticPackage.dataset([
      .organisations: Self.organisations,
      .chips: Self.table("id,vendor,year,power_w,bf16_tflops", chips),
      .compute: Self.table(
        "id,date,operator,customer,country,city,accelerators,chip_vendor,chips,mw,status,target,scope",
        compute, ",site"),
      .relations: Self.table("from,to,kind,part,date,status", relations, ",2026-01-01,active"),
      .rounds: Self.table(
        "id,company,status,amount_m,date,instrument,currency", rounds, ",2026-01-01,equity,USD"),
      .investments: Self.table(
        "round,investor,amount_m,role,currency", investments, ",lead,USD"),
    ])
  }

  static let organisations = """
    id,name,kind,layer,country
    nvidia,NVIDIA,public-company,chips,US
    amd,AMD,public-company,chips,US
    google,Google,public-company,infrastructure,US
    tsmc,TSMC,public-company,chips,
    samsung,Samsung,public-company,chips,
    hynix,SK hynix,public-company,chips,
    asml,ASML,public-company,chips,FR
    a,A,company,infrastructure,FR
    b,B,company,infrastructure,DE
    c,C,company,models,FR
    d,D,company,infrastructure,US
    """

  /// The chips: the least hungry of each maker first sold in each year.
  static let chips = """
    old,nvidia,2015,100,50
    hopper,nvidia,2022,700,989.4
    rubin,nvidia,2026,1800,3957.6
    mi,amd,2022,500,494.7
    tpu,google,2023,,450
    """

  private static func table(_ header: String, _ text: String, _ extra: String = "") -> String {
    // A row that brings its own cells for the fixed columns keeps them.
    let columns = header.split(separator: ",").count
    let rows = text.split(separator: "\n").map { row in
      row.split(separator: ",", omittingEmptySubsequences: false).count < columns
        ? row + extra : String(row)
    }
    return ([header] + rows).joined(separator: "\n")
  }

  func snapshot() throws -> Snapshot { dataset.asOf(try day("2026-11-29")) }

  func exposure(
    to slug: String, in dimension: ExposureDimension = .compute, unit: ComputeUnit = .accelerators
  ) throws -> Exposure {
    let organisation = dataset.organisation(slug).map { ExposureTarget.organisation($0) }
    let country = dataset.country(slug).map { ExposureTarget.country($0) }
    let target = try #require(organisation ?? country)
    return try Exposure(
      of: snapshot(), to: target, in: dimension, ExposureOptions(unit: unit))
  }

  /// One line for each organisation: `a known 1 to 1, 0.5 to 1 of 100`.
  func lines(_ exposure: Exposure) -> [String] {
    exposure.organisations.map { found in
      let known = found.known.map { "\(digits($0.documented)) to \(digits($0.possible))" } ?? "nil"
      return "\(dataset.slug(found.id)) known \(known), \(digits(found.share.documented)) to "
        + "\(digits(found.share.possible)) of \(digits(found.amount))"
    }
  }

  func line(_ slug: String, _ exposure: Exposure) -> String {
    lines(exposure).first { $0.hasPrefix(slug + " ") } ?? "nothing of \(slug)"
  }

  /// The causes that open an exposure: `site x 100000`.
  func open(_ slug: String, _ exposure: Exposure) -> [String] {
    let found = exposure.organisations.first { dataset.slug($0.id) == slug }
    return (found?.open ?? []).map { open in
      let bound = open.bound.map { " \(digits($0.most.rounded(.down)))" } ?? ""
      return open.thing.slug(in: dataset) + bound + (open.isUnsized ? "" : " sized")
    }
  }

  func scenario(_ cuts: ScenarioCut...) throws -> CutReport {
    CutReport(of: try snapshot(), cutting: Scenario(cuts))
  }

  func organisation(_ slug: String) throws -> CutTarget {
    .organisation(try #require(dataset.organisation(slug)))
  }

  func standing(in code: String) throws -> CutTarget {
    .standing(in: .country(try #require(dataset.country(code))))
  }

  func digits(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}
