import Dataset

extension CutLoss: Encodable {
  private enum Key: String, CodingKey {
    case before, documented, possible, uncounted
    case mostBefore = "before_most"
  }

  /// Writes what there was and both ends of what is lost.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(before, forKey: .before)
    if mostBefore != before { try container.encode(mostBefore, forKey: .mostBefore) }
    try container.encode(documented, forKey: .documented)
    try container.encode(possible, forKey: .possible)
    try container.encode(uncounted, forKey: .uncounted)
  }
}

extension CutReport: Encodable {
  private enum Key: String, CodingKey {
    case cut, percent, deliveries, unit, accelerators, custom, capital, tenants, makers
  }

  private enum TenantKey: String, CodingKey {
    case id, documented, possible, rented
  }

  private enum MakerKey: String, CodingKey {
    case id, made
  }

  /// Writes `cut`, `percent`, and `accelerators`, `custom` and `capital`, each with the loss in all
  /// and by company, layer, country, jurisdiction, customer and year; then `tenants` and `makers`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(scenario.slug(in: dataset), forKey: .cut)
    if scenario.cuts.count == 1, let cut = scenario.cuts.first {
      try container.encode(cut.target.slug(in: dataset), forKey: .cut)
      try container.encode(cut.fraction * 100, forKey: .percent)
      if cut.isDeliveries { try container.encode(true, forKey: .deliveries) }
    }
    try container.encode(options.unit, forKey: .unit)
    try accelerators.encode(to: container.superEncoder(forKey: .accelerators), dataset)
    try custom.encode(to: container.superEncoder(forKey: .custom), dataset)
    try capital.encode(to: container.superEncoder(forKey: .capital), dataset)
    var list = container.nestedUnkeyedContainer(forKey: .tenants)
    for tenant in tenants {
      var row = list.nestedContainer(keyedBy: TenantKey.self)
      try row.encode(dataset.slug(tenant.id), forKey: .id)
      try row.encode(tenant.share.documented, forKey: .documented)
      try row.encode(tenant.share.possible, forKey: .possible)
      try row.encode(tenant.rented, forKey: .rented)
    }
    var makersList = container.nestedUnkeyedContainer(forKey: .makers)
    for maker in makers {
      var row = makersList.nestedContainer(keyedBy: MakerKey.self)
      try row.encode(dataset.slug(maker.id), forKey: .id)
      try row.encode(maker.made, forKey: .made)
    }
  }
}

extension CutBreakdown {
  private enum Key: String, CodingKey {
    case total
    case byCompany = "by_company"
    case byLayer = "by_layer"
    case byCountry = "by_country"
    case byJurisdiction = "by_jurisdiction"
    case byCustomer = "by_customer"
    case byYear = "by_year"
  }

  private enum GroupCodingKey: String, CodingKey {
    case key, loss
  }

  fileprivate func encode(to encoder: any Encoder, _ dataset: Dataset) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(total, forKey: .total)
    for (key, groups) in [
      (Key.byCompany, byCompany), (.byLayer, byLayer), (.byCountry, byCountry),
      (.byJurisdiction, byJurisdiction), (.byCustomer, byCustomer), (.byYear, byYear),
    ] {
      var list = container.nestedUnkeyedContainer(forKey: key)
      for group in groups {
        var row = list.nestedContainer(keyedBy: GroupCodingKey.self)
        try row.encode(group.key.slug(in: dataset), forKey: .key)
        try row.encode(group.loss, forKey: .loss)
      }
    }
  }
}
