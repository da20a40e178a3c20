import Dataset

extension Exposure: Encodable {
  private enum Key: String, CodingKey {
    case asOf = "as_of"
    case to, dimension, unit, folding, announced, organisations
  }

  /// Writes `as_of`, `to`, `dimension` and `organisations`.
  ///
  /// An organisation's `documented` and `possible` are its share, `counted` the same of what is
  /// counted alone; `amount` is in accelerators, or in millions of dollars in the dimension capital.
  /// A path's `share` is what is documented of it.
  public func encode(to encoder: any Encoder) throws { try encode(to: encoder) { _ in true } }

  /// Writes the same with the organisations that are shown alone.
  func encode(
    to encoder: any Encoder, showing isShown: (ID<Organisation>) -> Bool
  ) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(asOf, forKey: .asOf)
    try container.encode(target.slug(in: dataset), forKey: .to)
    try container.encode(dimension, forKey: .dimension)
    try container.encode(dimension == .capital ? "usd_m" : options.unit.rawValue, forKey: .unit)
    try container.encode(options.folding, forKey: .folding)
    try container.encode(options.announced, forKey: .announced)
    var list = container.nestedUnkeyedContainer(forKey: .organisations)
    for organisation in organisations where isShown(organisation.id) {
      try organisation.encode(to: list.superEncoder(), dataset)
    }
  }
}

extension OrganisationExposure {
  private enum Key: String, CodingKey {
    case id, known, documented, possible, open, through, unknown, reach, amount, uncounted, unsized
    case paths, rest
    case atStake = "at_stake"
    case mostAmount = "amount_most"
    case hasMorePaths = "more_paths"
  }

  fileprivate func encode(to encoder: any Encoder, _ dataset: Dataset) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(dataset.slug(id), forKey: .id)
    try container.encode(known.map { [$0.documented, $0.possible] }, forKey: .known)
    try container.encode(share.documented, forKey: .documented)
    try container.encode(share.possible, forKey: .possible)
    var causes = container.nestedUnkeyedContainer(forKey: .open)
    for cause in open { try cause.encode(to: causes.superEncoder(), dataset) }
    try container.encode(through.map { dataset.slug($0) }, forKey: .through)
    try container.encode(
      atStake.map { [$0.lowerBound, $0.upperBound] }, forKey: .atStake)
    try container.encode(isUnknown, forKey: .unknown)
    try container.encode(reach, forKey: .reach)
    try container.encode(amount, forKey: .amount)
    try container.encode(mostAmount, forKey: .mostAmount)
    try container.encode(unsized.map { dataset.slug($0) }, forKey: .unsized)
    try container.encode(uncounted, forKey: .uncounted)
    var list = container.nestedUnkeyedContainer(forKey: .paths)
    for path in paths { try path.encode(to: list.superEncoder(), dataset) }
    try container.encode(rest, forKey: .rest)
    try container.encode(hasMorePaths, forKey: .hasMorePaths)
  }
}

extension OpenDependency {
  private enum Key: String, CodingKey {
    case kind, id, unsized, most, mw, chip, width
  }

  fileprivate func encode(to encoder: any Encoder, _ dataset: Dataset) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(thing.word, forKey: .kind)
    try container.encode(thing.slug(in: dataset), forKey: .id)
    try container.encode(isUnsized, forKey: .unsized)
    try container.encode(bound?.most.rounded(.down), forKey: .most)
    try container.encode(bound?.megawatts, forKey: .mw)
    try container.encode(bound.map { dataset.slug($0.chip) }, forKey: .chip)
    try container.encode(width, forKey: .width)
  }
}

extension OpenDependency.Thing {
  /// The kind of thing, as JSON tells it.
  fileprivate var word: String {
    switch self {
    case .commitment: "site"
    case .round: "round"
    case .renting: "rents-from"
    case .hosting: "hosted-by"
    case .supply: "supplied-by"
    case .relation: "relation"
    }
  }
}

extension ExposurePath {
  private enum Key: String, CodingKey {
    case via, share, possible, counted, direct, sources
  }

  fileprivate func encode(to encoder: any Encoder, _ dataset: Dataset) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(via.map { $0.slug(in: dataset) }, forKey: .via)
    try container.encode(share.documented, forKey: .share)
    try container.encode(share.possible, forKey: .possible)
    try container.encode(counted, forKey: .counted)
    try container.encode(isDirect, forKey: .direct)
    try container.encode(evidence.slugs(in: dataset), forKey: .sources)
  }
}

extension ShareInterval: Encodable {
  private enum Key: String, CodingKey {
    case documented, possible
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(documented, forKey: .documented)
    try container.encode(possible, forKey: .possible)
  }
}
