import Dataset

extension CountryProfile: JSONConvertible {
  /// The document of `moat country CODE --format json`.
  public var json: JSON {
    let dataset = snapshot.dataset
    let statistic = scale.map { scale -> JSON in
      dataset.document(scale.statistic)
        .adding([
          "raised": CountryScale?(scale).json(usdMillions: capital.usdMillions, in: dataset),
          "accelerators": CountryScale?(scale)
            .json(accelerators: compute.accelerators, in: dataset),
        ])
    }
    return [
      "as_of": snapshot.day, "country": dataset.code(country.id),
      "name": dataset.name(country.id), "bloc": country.bloc,
      "enforcement": enforcement?.json(in: dataset), "ledger": ledger.map(dataset.document),
      "authorities": authorities.map(dataset.document(authority:)),
      "unit": unit.rawValue,
      "compute": compute.json(dataset).adding(compute.unitJSON(unit)),
      "commitments": commitments.map { row in
        let vendor: JSON = ["vendor": row.vendor.map { dataset.slug($0) }]
        return vendor.adding(dataset.document(row))
      }, "capital": capital.json(dataset),
      "companies": residents.map { resident -> JSON in
        [
          "id": dataset.slug(resident.organisation), "name": dataset.name(resident.organisation),
          "layer": dataset[resident.organisation].layer, "rounds": resident.raised.rounds.count,
          "undisclosed": resident.raised.undisclosed, "usd_m": resident.raised.usdMillions,
        ]
      }, "statistic": statistic, "sources": evidence.slugs(in: dataset),
    ]
  }
}

extension Dataset {
  /// The row of a body, with its name under the key that the documents have for names.
  func document(authority row: Authority) -> JSON {
    (["name": string(row.name)] as JSON).adding(document(row))
  }
}
