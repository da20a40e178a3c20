import Dataset

extension Exposure: Encodable {
  private enum Key: String, CodingKey {
    case asOf = "as_of"
    case to, dimension, folding, announced, organisations
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
    case id, documented, possible, unknown, reach, amount, counted, uncounted, paths, rest
    case hasMorePaths = "more_paths"
  }

  fileprivate func encode(to encoder: any Encoder, _ dataset: Dataset) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(dataset.slug(id), forKey: .id)
    try container.encode(share.documented, forKey: .documented)
    try container.encode(share.possible, forKey: .possible)
    try container.encode(isUnknown, forKey: .unknown)
    try container.encode(reach, forKey: .reach)
    try container.encode(amount, forKey: .amount)
    try container.encodeIfPresent(countedShare, forKey: .counted)
    try container.encode(uncounted, forKey: .uncounted)
    var list = container.nestedUnkeyedContainer(forKey: .paths)
    for path in paths { try path.encode(to: list.superEncoder(), dataset) }
    try container.encode(rest, forKey: .rest)
    try container.encode(hasMorePaths, forKey: .hasMorePaths)
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
