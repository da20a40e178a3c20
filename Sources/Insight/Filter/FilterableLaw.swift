import Dataset

extension Country: Filterable {
  var place: ID<Country>? { id }
  var state: ID<Country>? { id }

  func texts(_ query: TextQuery, _ context: FilterContext) -> Bool { query.countries[id] }
}

extension EnforcementStep: Filterable {
  var place: ID<Country>? { country }
  var state: ID<Country>? { country }
  func date(_ context: FilterContext) -> PartialDate? { date }
  var sourceList: IDList<Source>? { sources }
  var confidenceBit: UInt32 { bit(confidence) }
  var stepBit: UInt32 { bit(step) }
  func has(_ mask: StatusMask) -> Bool { mask.enforcement & bit(status) != 0 }

  func texts(_ query: TextQuery, _ context: FilterContext) -> Bool {
    query.countries[country] || context.dataset.text(detail, has: [query.needle], isExact: false)
  }

  func says(_ attribute: Attribute, _ query: HasQuery, _ context: FilterContext) -> Bool? {
    attribute == .url ? context.isRetrieved(sources, query) : nil
  }
}

extension Authority: Filterable {
  var place: ID<Country>? { country }
  var state: ID<Country>? { country }
  func date(_ context: FilterContext) -> PartialDate? { date }
  var sourceList: IDList<Source>? { sources }
  var confidenceBit: UInt32 { bit(confidence) }
  func has(_ mask: RoleMask) -> Bool { mask.authorities & bit(role) != 0 }

  func texts(_ query: TextQuery, _ context: FilterContext) -> Bool {
    query.countries[country]
      || [name, legalBasis, note].contains { text in
        context.dataset.text(text, has: [query.needle], isExact: false)
      }
  }

  func says(_ attribute: Attribute, _ query: HasQuery, _ context: FilterContext) -> Bool? {
    attribute == .url ? context.isRetrieved(sources, query) : nil
  }
}

extension Milestone: Filterable {
  func date(_ context: FilterContext) -> PartialDate? { scheduled ?? date }
  /// What is scheduled comes by the last day that its date may mean, however early the data was revised.
  func day(_ context: FilterContext) -> Day? {
    scheduled?.lastDay ?? context.dataset.known(date, in: origin)
  }
  var sourceList: IDList<Source>? { sources }
  var confidenceBit: UInt32 { bit(confidence) }
  func has(_ mask: StatusMask) -> Bool { mask.milestones & bit(status) != 0 }
  func isIn(_ rows: RowSet) -> Bool { rows.milestones[id] }

  func isFormed(as instruments: UInt32, _ needles: [Needle], _ context: FilterContext) -> Bool {
    !needles.isEmpty && context.dataset.text(instrument, has: needles, isExact: false)
  }

  func texts(_ query: TextQuery, _ context: FilterContext) -> Bool {
    [title, instrument, article, note].contains { text in
      context.dataset.text(text, has: [query.needle], isExact: false)
    }
  }

  func says(_ attribute: Attribute, _ query: HasQuery, _ context: FilterContext) -> Bool? {
    attribute == .url ? context.isRetrieved(sources, query) : nil
  }
}

extension Signatory: Filterable {
  func subject(_ context: FilterContext) -> ID<Organisation>? { organisation }
  func date(_ context: FilterContext) -> PartialDate? { date }
  var sourceList: IDList<Source>? { sources }
  func has(_ mask: StatusMask) -> Bool { mask.signatures & bit(status) != 0 }
  func isIn(_ rows: RowSet) -> Bool { rows.milestones[instrument] }

  func texts(_ query: TextQuery, _ context: FilterContext) -> Bool {
    query.organisations[organisation]
      || context.dataset.text(note, has: [query.needle], isExact: false)
  }

  func says(_ attribute: Attribute, _ query: HasQuery, _ context: FilterContext) -> Bool? {
    attribute == .url ? context.isRetrieved(sources, query) : nil
  }
}

extension Claim: Filterable {
  var briefingText: Text? { briefing }
  func isIn(_ rows: RowSet) -> Bool { rows.claims[id] }

  func texts(_ query: TextQuery, _ context: FilterContext) -> Bool {
    [claim, stated, unit, method].contains { text in
      context.dataset.text(text, has: [query.needle], isExact: false)
    }
  }
}
