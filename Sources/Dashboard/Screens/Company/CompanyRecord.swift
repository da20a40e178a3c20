import Dataset
import Insight

extension CompanyFacts: JSONConvertible {
  /// Everything the page of an organisation shows, as data: its rows with the names of their columns.
  var json: JSON {
    let dataset = world.dataset
    let organisation = dataset[id]
    let tally = capital.raised
    return [
      "as_of": world.day, "unit": unit.rawValue, "purchases": purchases, "id": dataset.slug(id),
      "name": dataset.name(id),
      "kind": organisation.kind, "layer": organisation.layer,
      "country": organisation.country.map { dataset.code($0) },
      "parent": organisation.parent.map { dataset.slug($0) },
      "raised": [
        "tracked": tally.isTracked, "rounds": tally.rounds.count,
        "undisclosed": tally.undisclosed, "usd_m": tally.usdMillions,
        "equity_usd_m": capital.equityUSDMillions, "debt_usd_m": tally.usdMillions(.debt),
        "grant_usd_m": tally.usdMillions(.grant), "announced_usd_m": tally.announcedUSDMillions,
      ] as JSON,
      "valued_usd_m": capital.last?.taken.dollars?.millions, "multiple": capital.multiple,
      "rounds": rounds.map(dataset.document), "operates": operated.map(dataset.document),
      "rents": rented.map(dataset.document), "supplies": supplied.map(dataset.document),
      "models": models.map(dataset.document),
      "relations": relations.map { dataset.document($0.relation) },
      "invested_in": invested.map(dataset.document),
      "exposures": bars.map { bar -> JSON in
        let share = bar.share(of: id)
        return [
          "to": bar.title, "documented": share?.lowerBound, "possible": share?.upperBound,
        ]
      }, "milestones": profile.milestones.map { dataset.slug($0.id) },
      "claims": profile.claims.map { dataset.slug($0.id) },
      "sources": profile.evidence.slugs(in: dataset),
    ]
  }
}
