import Dataset
import Insight

/// A small dataset for exposures: tables as text, and answers as text.
struct ExposureWorld {
  static let organisations = """
    id,name,kind,layer,country
    nvidia,NVIDIA,public-company,chips,US
    amd,AMD,public-company,chips,US
    tsmc,TSMC,public-company,chips,
    asml,ASML,public-company,chips,FR
    nscale,Nscale,company,infrastructure,GB
    nebius,Nebius,company,infrastructure,FR
    landlord,Landlord,company,infrastructure,DE
    microsoft,Microsoft,public-company,infrastructure,US
    openai,OpenAI,company,models,US
    mistral,Mistral,company,models,FR
    csc,CSC,public-lab,research,
    fund,Fund,fund,capital,US
    other,Other,fund,capital,
    """

  /// The organisations with the groups that some belong to.
  static func organisations(parents: [String: String]) -> String {
    organisations.split(separator: "\n").enumerated().map { index, line in
      let slug = String(line.prefix { $0 != "," })
      return "\(line),\(index == 0 ? "parent" : parents[slug] ?? "")"
    }.joined(separator: "\n")
  }

  let dataset: Dataset

  /// A world of tables without their fixed columns: `compute` has
  /// `id,operator,customer,country,accelerators,chip_vendor,status,source`, `relations`
  /// `from,to,kind,status,source`, `rounds` `id,company,status,amount_m` in dollars, `investments`
  /// `round,investor,amount_m`.
  init(
    compute: String = "", relations: String = "", rounds: String = "", investments: String = "",
    organisations: String = Self.organisations
  ) throws {
    func table(_ header: String, _ text: String, _ extra: (String, String)...) -> String {
      let rows = text.split(separator: "\n").map { line in
        ([line.trimmed] + extra.map(\.1)).joined(separator: ",")
      }
      return ([([header] + extra.map(\.0)).joined(separator: ",")] + rows).joined(separator: "\n")
    }
    dataset = try SyntheticPackage.dataset([
      .sources: "id\n" + ["s", "s1", "s2", "s3"].joined(separator: "\n"),
      .organisations: organisations,
      .compute: table(
        "id,operator,customer,country,accelerators,chip_vendor,status,source", compute,
        ("date", "2026-01-01"), ("scope", "site")),
      .relations: table(
        "from,to,kind,status,source", relations, ("date", "2026-01-01")),
      .rounds: table(
        "id,company,status,amount_m", rounds, ("date", "2026-01-01"), ("instrument", "equity"),
        ("currency", "USD")),
      .investments: table(
        "round,investor,amount_m", investments, ("role", "lead"), ("currency", "USD"),
        ("source", "s")),
    ])
  }

  func snapshot(_ text: String = "2026-06-01") throws -> Snapshot { dataset.asOf(try day(text)) }

  func target(_ slug: String) throws -> ExposureTarget {
    if let id = dataset.organisation(slug) { return .organisation(id) }
    if let id = dataset.commitment(slug) { return .commitment(id) }
    if let id = dataset.country(slug) { return .country(id) }
    if let found = Jurisdiction.allCases.first(where: { $0.word == slug }) {
      return .jurisdiction(found)
    }
    throw BadTarget(slug: slug)
  }

  func exposure(
    to slug: String, in dimension: ExposureDimension = .compute,
    _ options: ExposureOptions = ExposureOptions()
  ) throws -> Exposure {
    try Exposure(of: snapshot(), to: target(slug), in: dimension, options)
  }

  /// One line for each organisation: "nscale 0.5 to 1 direct".
  func lines(_ exposure: Exposure) -> [String] {
    exposure.organisations.map { found in
      let reach = found.isUnknown ? "unknown" : found.reach.rawValue
      return "\(dataset.slug(found.id)) \(words(found.share)) \(reach)"
    }
  }

  /// The line of one organisation.
  func line(_ slug: String, _ exposure: Exposure) -> String? {
    lines(exposure).first { $0.hasPrefix(slug + " ") }
  }

  /// The paths of one organisation: "nscale > site > nvidia 0.5 to 0.5 direct s1".
  func paths(_ slug: String, _ exposure: Exposure) -> [String] {
    let found = exposure.organisations.first { dataset.slug($0.id) == slug }
    return (found?.paths ?? []).map { path in
      let via = path.via.map { $0.slug(in: dataset) }.joined(separator: " > ")
      let sources = path.evidence.slugs(in: dataset).joined(separator: " ")
      return "\(via) \(words(path.share)) \(path.isDirect ? "direct" : "indirect") \(sources)"
    }
  }

  func words(_ share: ShareInterval) -> String {
    "\(digits(share.documented)) to \(digits(share.possible))"
  }

  func digits(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  struct BadTarget: Error {
    let slug: String
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " })
  }
}
