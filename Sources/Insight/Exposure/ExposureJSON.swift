import Dataset

extension Exposure: JSONConvertible {
  /// `as_of`, `to`, `dimension` and `organisations`.
  ///
  /// An organisation's `documented` and `possible` are its share, `counted` the same of what is
  /// counted alone. `amount` is in accelerators, or in millions of dollars in the dimension capital.
  /// A path's `share` is what is documented of it.
  public var json: JSON { json { _ in true } }

  /// The same with the organisations that are shown alone.
  func json(showing isShown: (ID<Organisation>) -> Bool) -> JSON {
    [
      "as_of": asOf, "to": target.slug(in: dataset), "dimension": dimension,
      "unit": dimension == .capital ? "usd_m" : options.unit.rawValue,
      "folding": options.folding, "announced": options.announced,
      "purchases": options.purchases,
      "organisations": organisations.filter { isShown($0.id) }.map { $0.json(dataset) },
    ]
  }
}

extension OrganisationExposure {
  fileprivate func json(_ dataset: Dataset) -> JSON {
    [
      "id": dataset.slug(id), "known": known.map { [$0.documented, $0.possible] },
      "documented": share.documented, "possible": share.possible,
      "open": open.map { $0.json(dataset) }, "through": through.map { dataset.slug($0) },
      "at_stake": atStake.map { [$0.lowerBound, $0.upperBound] }, "unknown": isUnknown,
      "reach": reach, "amount": amount, "amount_most": mostAmount,
      "unsized": unsized.map { dataset.slug($0) }, "uncounted": uncounted,
      "paths": paths.map { $0.json(dataset) }, "rest": rest, "more_paths": hasMorePaths,
    ]
  }
}

extension OpenDependency {
  fileprivate func json(_ dataset: Dataset) -> JSON {
    [
      "kind": thing.word, "id": thing.slug(in: dataset), "unsized": isUnsized,
      "most": bound?.most.rounded(.down), "mw": bound?.megawatts,
      "chip": bound.map { dataset.slug($0.chip) }, "width": width,
    ]
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
  fileprivate func json(_ dataset: Dataset) -> JSON {
    [
      "via": via.map { $0.slug(in: dataset) }, "share": share.documented,
      "possible": share.possible, "counted": counted, "direct": isDirect,
      "sources": evidence.slugs(in: dataset),
    ]
  }
}

extension ShareInterval: JSONConvertible {
  public var json: JSON { ["documented": documented, "possible": possible] }
}
