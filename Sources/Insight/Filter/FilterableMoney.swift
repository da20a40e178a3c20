import Dataset

extension Round: Filterable {
  func subject(_ context: FilterContext) -> ID<Organisation>? { company }
  func date(_ context: FilterContext) -> PartialDate? { date }
  var sourceList: IDList<Source>? { sources }
  var confidenceBit: UInt32 { bit(confidence) }
  var seriesText: Text? { series }
  func has(_ mask: StatusMask) -> Bool { mask.rounds & bit(status) != 0 }
  func has(_ mask: RoleMask) -> Bool { mask.rounds[id] }
  func isFunded(by investors: Investors, _ context: FilterContext) -> Bool { investors.rounds[id] }
  func isIn(_ rows: RowSet) -> Bool { rows.rounds[id] }

  func isFormed(as instruments: UInt32, _ needles: [Needle], _ context: FilterContext) -> Bool {
    instruments & bit(instrument) != 0
  }

  func raisedMillions(_ context: FilterContext) -> Double? {
    context.dataset.dollars(self)?.millions
  }

  func worthMillions(_ context: FilterContext) -> Double? {
    context.dataset.postMoneyDollars(self)?.millions
  }

  func texts(_ query: TextQuery, _ context: FilterContext) -> Bool {
    query.organisations[company] || query.rounds[id]
      || context.dataset.text(series, has: [query.needle], isExact: false)
      || context.dataset.text(note, has: [query.needle], isExact: false)
  }

  func says(_ attribute: Attribute, _ query: HasQuery, _ context: FilterContext) -> Bool? {
    switch attribute {
    case .amount: usdMillions != nil || amount != nil
    case .valuation: postMoney != nil
    case .investor: query.roundsWithInvestors.map { $0[id] }
    case .country: context.dataset[company].country != nil
    case .url: context.isRetrieved(sources, query)
    default: nil
    }
  }
}

extension Investment: Filterable {
  func subject(_ context: FilterContext) -> ID<Organisation>? {
    context.snapshot.round(round)?.company
  }

  func date(_ context: FilterContext) -> PartialDate? { context.snapshot.round(round)?.date }
  func day(_ context: FilterContext) -> Day? { context.snapshot.round(round)?.day(context) }
  var sourceList: IDList<Source>? { sources }
  func has(_ mask: RoleMask) -> Bool { mask.investors & bit(role) != 0 }

  func has(_ mask: StatusMask) -> Bool { false }

  func isFunded(by investors: Investors, _ context: FilterContext) -> Bool {
    investors.organisations[investor] && (!investors.onlyLeads || role == .lead)
  }

  func isFormed(as instruments: UInt32, _ needles: [Needle], _ context: FilterContext) -> Bool {
    context.snapshot.round(round).map { instruments & bit($0.instrument) != 0 } ?? false
  }

  func isIn(_ rows: RowSet) -> Bool { rows.rounds[round] }

  func raisedMillions(_ context: FilterContext) -> Double? {
    context.snapshot.round(round).flatMap { context.dataset.dollars(self, in: $0) }?.millions
  }

  func texts(_ query: TextQuery, _ context: FilterContext) -> Bool {
    query.organisations[investor] || subjects(context) { query.organisations[$0] }
  }

  func says(_ attribute: Attribute, _ query: HasQuery, _ context: FilterContext) -> Bool? {
    switch attribute {
    case .amount: amount != nil
    case .url: context.isRetrieved(sources, query)
    default: nil
    }
  }
}

extension Valuation: Filterable {
  func subject(_ context: FilterContext) -> ID<Organisation>? { company }
  func date(_ context: FilterContext) -> PartialDate? { date }
  var sourceList: IDList<Source>? { sources }
  var confidenceBit: UInt32 { bit(confidence) }
  func worthMillions(_ context: FilterContext) -> Double? {
    context.dataset.dollars(self)?.millions
  }

  func texts(_ query: TextQuery, _ context: FilterContext) -> Bool {
    query.organisations[company] || context.dataset.text(note, has: [query.needle], isExact: false)
  }

  func says(_ attribute: Attribute, _ query: HasQuery, _ context: FilterContext) -> Bool? {
    attribute == .url ? context.isRetrieved(sources, query) : nil
  }
}
