import Dataset

extension CountryProfile: JSONDocument {
  /// The document of `moat country CODE --format json`.
  public var json: JSON {
    let dataset = snapshot.dataset
    return [
      "as_of": snapshot.day, "country": dataset.code(country.id),
      "name": dataset.name(country.id), "bloc": country.bloc,
      "enforcement": enforcement?.json(in: dataset), "ledger": ledger.map(dataset.document),
      "authorities": authorities.map(dataset.document), "compute": compute.json(dataset),
      "commitments": commitments.map(dataset.document), "capital": capital.json(dataset),
      "companies": residents.map { resident -> JSON in
        [
          "id": dataset.slug(resident.organisation), "name": dataset.name(resident.organisation),
          "layer": dataset[resident.organisation].layer, "rounds": resident.raised.rounds.count,
          "undisclosed": resident.raised.undisclosed, "usd_m": resident.raised.usdMillions,
        ]
      }, "sources": evidence.slugs(in: dataset),
    ]
  }
}
