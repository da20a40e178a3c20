import Dataset

extension Organisation: Filterable {
  func subject(_ context: FilterContext) -> ID<Organisation>? { id }
  var sourceList: IDList<Source>? { sources }
  var cityText: Text? { city }
  func isIn(_ rows: RowSet) -> Bool { rows.organisations[id] }

  func texts(_ query: TextQuery, _ context: FilterContext) -> Bool {
    query.organisations[id] || country.map { query.countries[$0] } ?? false
      || context.dataset.text(city, has: [query.needle], isExact: false)
      || context.dataset.text(note, has: [query.needle], isExact: false)
  }

  func says(_ attribute: Attribute, _ query: HasQuery, _ context: FilterContext) -> Bool? {
    switch attribute {
    case .country: country != nil
    case .city: !city.isEmpty
    case .url: context.isRetrieved(sources, query)
    default: nil
    }
  }
}

extension Commitment: Filterable {
  func subject(_ context: FilterContext) -> ID<Organisation>? { operatedBy }
  var secondSubject: ID<Organisation>? { customer }
  var place: ID<Country>? { country }
  func date(_ context: FilterContext) -> PartialDate? { date }
  var sourceList: IDList<Source>? { sources }
  var confidenceBit: UInt32 { bit(confidence) }
  var operatorID: ID<Organisation>? { operatedBy }
  var customerID: ID<Organisation>? { customer }
  var vendorID: ID<Organisation>? { vendor }
  var chipText: Text? { chip }
  var cityText: Text? { city }
  var scopeBit: UInt32 { bit(scope) }
  var targetDate: PartialDate? { target }
  var acceleratorCount: Double? { accelerators.map(Double.init) }
  var powerMegawatts: Double? { megawatts }
  func has(_ mask: StatusMask) -> Bool { mask.compute & bit(status) != 0 }
  func isIn(_ rows: RowSet) -> Bool { rows.commitments[id] }

  func texts(_ query: TextQuery, _ context: FilterContext) -> Bool {
    subjects(context) { query.organisations[$0] }
      || vendor.map { query.organisations[$0] } ?? false || query.countries[country]
      || [name, city, chip, note].contains { text in
        context.dataset.text(text, has: [query.needle], isExact: false)
      }
  }

  func says(_ attribute: Attribute, _ query: HasQuery, _ context: FilterContext) -> Bool? {
    switch attribute {
    case .accelerators: accelerators != nil
    case .mw: megawatts != nil
    case .chip: !chip.isEmpty
    case .vendor: vendor != nil
    case .customer: customer != nil
    case .operator: operatedBy != nil
    case .target: target != nil
    case .city: !city.isEmpty
    case .url: context.isRetrieved(sources, query)
    case .amount, .valuation, .investor, .country: nil
    }
  }
}

extension Relation: Filterable {
  func subject(_ context: FilterContext) -> ID<Organisation>? { from }
  var secondSubject: ID<Organisation>? { to }
  func date(_ context: FilterContext) -> PartialDate? { date }
  var sourceList: IDList<Source>? { sources }
  func has(_ mask: StatusMask) -> Bool { mask.relations & bit(status) != 0 }
  func has(_ mask: KindMask) -> Bool { mask.relations & bit(kind) != 0 }

  func isFunded(by investors: Investors, _ context: FilterContext) -> Bool {
    kind == .investsIn && investors.organisations[from] && !investors.onlyLeads
  }

  func texts(_ query: TextQuery, _ context: FilterContext) -> Bool {
    subjects(context) { query.organisations[$0] }
      || context.dataset.text(note, has: [query.needle], isExact: false)
  }

  func says(_ attribute: Attribute, _ query: HasQuery, _ context: FilterContext) -> Bool? {
    attribute == .url ? context.isRetrieved(sources, query) : nil
  }
}

extension Model: Filterable {
  func subject(_ context: FilterContext) -> ID<Organisation>? { developer }
  func date(_ context: FilterContext) -> PartialDate? { date }
  var sourceList: IDList<Source>? { sources }
  var confidenceBit: UInt32 { bit(confidence) }
  var vendorID: ID<Organisation>? { trainedOn }
  var weightsBit: UInt32 { bit(weights) }
  var acceleratorCount: Double? { trainingAccelerators.map(Double.init) }
  var parameterBillions: Double? { parametersBillions }
  func isIn(_ rows: RowSet) -> Bool { rows.models[id] }

  func texts(_ query: TextQuery, _ context: FilterContext) -> Bool {
    query.organisations[developer] || trainedOn.map { query.organisations[$0] } ?? false
      || context.dataset.ids(hostedBy).contains { query.organisations[$0] }
      || [name, licence, note].contains { text in
        context.dataset.text(text, has: [query.needle], isExact: false)
      }
  }

  func says(_ attribute: Attribute, _ query: HasQuery, _ context: FilterContext) -> Bool? {
    switch attribute {
    case .vendor: trainedOn != nil
    case .accelerators: trainingAccelerators != nil
    case .url: context.isRetrieved(sources, query)
    default: nil
    }
  }
}

extension Source: Filterable {
  func date(_ context: FilterContext) -> PartialDate? { published }
  func has(_ mask: KindMask) -> Bool { mask.sources & bit(kind) != 0 }
  func isIn(_ rows: RowSet) -> Bool { rows.sources[id] }

  func texts(_ query: TextQuery, _ context: FilterContext) -> Bool {
    [title, publisher, url].contains { text in
      context.dataset.text(text, has: [query.needle], isExact: false)
    }
  }

  func says(_ attribute: Attribute, _ query: HasQuery, _ context: FilterContext) -> Bool? {
    attribute == .url ? !url.isEmpty : nil
  }
}
