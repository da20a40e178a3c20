import Dataset

extension InvestorProfile: Encodable {
  private enum Key: String, CodingKey {
    case investor, members, holdings, raised, led, others
    case coInvestors = "co_investors"
    case ownUSDMillions = "own_usd_m"
    case ownUndisclosed = "own_undisclosed"
    case shareOfRounds = "share_of_rounds"
    case shareOfMoney = "share_of_money"
  }

  private struct HoldingRecord: Encodable {
    let company: String
    let rounds: [String]
    let led: Int
    let usdMillions: Double

    enum CodingKeys: String, CodingKey {
      case company, rounds, led
      case usdMillions = "usd_m"
    }
  }

  private struct CoInvestorRecord: Encodable {
    let investor: String
    let rounds: Int
    let companies: Int
  }

  /// Writes the portfolio; money is what the rounds raised in all, whoever put it in.
  public func encode(to encoder: any Encoder) throws {
    let dataset = snapshot.dataset
    var document = encoder.container(keyedBy: Key.self)
    try document.encode(dataset.slug(investor), forKey: .investor)
    try document.encode(members.map { dataset.slug($0) }, forKey: .members)
    try raised.encode(to: document.superEncoder(forKey: .raised), dataset)
    try document.encode(shareOfRounds, forKey: .shareOfRounds)
    try document.encode(shareOfMoney, forKey: .shareOfMoney)
    try document.encode(ownUSDMillions, forKey: .ownUSDMillions)
    try document.encode(ownUndisclosed, forKey: .ownUndisclosed)
    try document.encode(led.map { dataset.slug($0.id) }, forKey: .led)
    try document.encode(
      holdings.map { holding in
        HoldingRecord(
          company: dataset.slug(holding.company),
          rounds: holding.rounds.map { dataset.slug($0.id) },
          led: holding.led, usdMillions: holding.raised.usdMillions)
      }, forKey: .holdings)
    try document.encode(
      coInvestors.map { other in
        CoInvestorRecord(
          investor: dataset.slug(other.investor), rounds: other.rounds.count,
          companies: other.companies)
      }, forKey: .coInvestors)
    try document.encode(others.map { RelationRecord($0, dataset) }, forKey: .others)
  }
}

extension LayerProfile: Encodable {
  private enum Key: String, CodingKey {
    case asOf = "as_of"
    case layer, capital, compute, suppliers, organisations, models, bases, signatures, key
  }

  private struct MemberRecord: Encodable {
    let id: String
    let name: String
    let country: String?
    let usdMillions: Double
    let undisclosed: Int
    let accelerators: Int
    let valuedUSDMillions: Double?

    enum CodingKeys: String, CodingKey {
      case id, name, country, undisclosed, accelerators
      case usdMillions = "usd_m"
      case valuedUSDMillions = "valued_usd_m"
    }
  }

  /// The document of `moat layer NAME --format json`.
  public func encode(to encoder: any Encoder) throws {
    let dataset = snapshot.dataset
    var document = encoder.container(keyedBy: Key.self)
    try document.encode(snapshot.day, forKey: .asOf)
    try document.encode(layer, forKey: .layer)
    try capital.encode(to: document.superEncoder(forKey: .capital), dataset)
    try compute.encode(to: document.superEncoder(forKey: .compute), dataset)
    var list = document.nestedUnkeyedContainer(forKey: .suppliers)
    for group in suppliers {
      let encoder = list.superEncoder()
      var entry = encoder.container(keyedBy: Key.self)
      try entry.encode(group.key.slug(in: dataset), forKey: .key)
      try group.tally.encode(to: encoder, dataset)
    }
    try document.encode(
      members.map { member in
        MemberRecord(
          id: dataset.slug(member.organisation), name: dataset.name(member.organisation),
          country: dataset[member.organisation].country.map { dataset.code($0) },
          usdMillions: member.raised.usdMillions, undisclosed: member.raised.undisclosed,
          accelerators: member.compute.accelerators,
          valuedUSDMillions: member.value?.dollars?.millions)
      }, forKey: .organisations)
    try document.encode(models.map { ModelRecord($0, dataset) }, forKey: .models)
    if layer == .models {
      try document.encode(
        ModelBase.all(of: .europe, in: snapshot).map { ModelBaseRecord($0, dataset) },
        forKey: .bases)
    }
    try document.encode(signatures.map { SignatureRecord($0, dataset) }, forKey: .signatures)
  }
}
