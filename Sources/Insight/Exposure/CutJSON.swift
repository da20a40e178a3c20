import Dataset

extension CutLoss: JSONConvertible {
  /// The amount before the cut, both ends of the loss, and what is left.
  public var json: JSON {
    let loss: JSON = [
      "before": before, "documented": documented, "possible": possible, "uncounted": uncounted,
      "left": ["least": left.lowerBound, "most": left.upperBound] as JSON,
    ]
    return mostBefore == before ? loss : loss.adding(["before_most": mostBefore])
  }
}

extension CutReport: JSONConvertible {
  /// `cut`, `percent`, then `accelerators`, `custom` and `capital`, then `tenants`, `makers` and `sites`.
  /// The three in the middle have the loss in all and by company, layer, country, jurisdiction,
  /// customer and year. A site hit has the share of its compute and of its custom that is lost.
  /// `hits` has the firm and the announced sites apart with their sums, `keeps_running` what is left.
  ///
  /// A single cut of what is not running yet has `deliveries`. Where it is of some years, `due` has
  /// them and `undated` tells what they pass over.
  public var json: JSON {
    let cut = scenario.cuts.count == 1 ? scenario.cuts.first : nil
    let document: JSON = [
      "cut": cut?.target.slug(in: dataset) ?? scenario.slug(in: dataset), "unit": options.unit,
      "accelerators": accelerators.json(dataset), "custom": custom.json(dataset),
      "capital": capital.json(dataset),
      "tenants": tenants.map { tenant -> JSON in
        [
          "id": dataset.slug(tenant.id), "documented": tenant.share.documented,
          "possible": tenant.share.possible, "rented": tenant.rented,
        ]
      },
      "makers": makers.map { ["id": dataset.slug($0.id), "made": $0.made] as JSON },
      "sites": sites.map { $0.json(dataset) }, "hits": hits.json(dataset),
      "keeps_running": standing.json(dataset),
    ]
    return document.adding(cut.map { ["percent": $0.percent] })
      .adding(cut.map { $0.period != .everything } == true ? ["deliveries": true] : nil)
      .adding(
        cut.flatMap { $0.period.years }.map { years -> JSON in
          ["due": ["from": years.lowerBound, "to": years.upperBound] as JSON]
        }
      )
      .adding(scenario.hasYears ? ["undated": undated] : nil)
  }
}

extension CutReport.Site {
  fileprivate func json(_ dataset: Dataset) -> JSON {
    [
      "id": dataset.slug(id), "lost": [lost.documented, lost.possible],
      "custom": [custom.documented, custom.possible],
    ]
  }
}

extension CutHits {
  /// `firm` and `announced`: the `sites` of each, and their sums by `sure` and `possible`.
  fileprivate func json(_ dataset: Dataset) -> JSON {
    ["firm": firm.json(dataset), "announced": announced.json(dataset)]
  }
}

extension CutHits.Part {
  fileprivate func json(_ dataset: Dataset) -> JSON {
    ["sure": sure, "possible": possible, "sites": rows.map { $0.json(dataset) }]
  }
}

extension CutStanding {
  /// The size that runs and what is lost of it, the sites of which something is left, and those to come.
  fileprivate func json(_ dataset: Dataset) -> JSON {
    [
      "size": running, "of_sites": sites, "sites": sure, "possible_sites": possible,
      "unsized": unsized, "running": keeping.map { $0.json(dataset) },
      "coming": coming.map { $0.json(dataset) },
    ]
  }
}

extension CutBreakdown {
  fileprivate func json(_ dataset: Dataset) -> JSON {
    func rows(_ groups: [Group]) -> [JSON] {
      groups.map { ["key": $0.key.slug(in: dataset), "loss": $0.loss] }
    }
    return [
      "total": total, "by_company": rows(byCompany), "by_layer": rows(byLayer),
      "by_country": rows(byCountry), "by_jurisdiction": rows(byJurisdiction),
      "by_customer": rows(byCustomer), "by_year": rows(byYear),
    ]
  }
}
