import Dataset

/// What a row can be asked by a filter. A row answers `nil` or `false` to what it knows nothing of.
protocol Filterable {
  /// The organisation the row is about.
  func subject(_ context: FilterContext) -> ID<Organisation>?
  /// Another one it is about.
  var secondSubject: ID<Organisation>? { get }
  /// Where the thing is, if not at the home of its organisation.
  var place: ID<Country>? { get }
  /// When it was announced, took effect or happens.
  func date(_ context: FilterContext) -> PartialDate?
  /// The day that date counts from.
  func day(_ context: FilterContext) -> Day?
  var origin: Origin { get }
  var sourceList: IDList<Source>? { get }
  var confidenceBit: UInt32 { get }

  func isFunded(by investors: Investors, _ context: FilterContext) -> Bool
  func has(_ status: StatusMask) -> Bool
  func has(_ kind: KindMask) -> Bool
  func has(_ role: RoleMask) -> Bool
  func isFormed(as instruments: UInt32, _ needles: [Needle], _ context: FilterContext) -> Bool
  func isIn(_ rows: RowSet) -> Bool
  func texts(_ query: TextQuery, _ context: FilterContext) -> Bool
  /// Whether it says something of an attribute; `nil` where it has no such attribute.
  func says(_ attribute: Attribute, _ query: HasQuery, _ context: FilterContext) -> Bool?

  var cityText: Text? { get }
  var seriesText: Text? { get }
  var briefingText: Text? { get }
  var operatorID: ID<Organisation>? { get }
  var customerID: ID<Organisation>? { get }
  var vendorID: ID<Organisation>? { get }
  var chipText: Text? { get }
  var scopeBit: UInt32 { get }
  var weightsBit: UInt32 { get }
  var stepBit: UInt32 { get }
  /// The state whose steps `missing:` and `has:` ask of.
  var state: ID<Country>? { get }
  var targetDate: PartialDate? { get }
  func raisedMillions(_ context: FilterContext) -> Double?
  func worthMillions(_ context: FilterContext) -> Double?
  var acceleratorCount: Double? { get }
  var powerMegawatts: Double? { get }
  var parameterBillions: Double? { get }
}

extension Filterable {
  func subject(_ context: FilterContext) -> ID<Organisation>? { nil }
  var secondSubject: ID<Organisation>? { nil }
  var place: ID<Country>? { nil }
  func date(_ context: FilterContext) -> PartialDate? { nil }
  /// A partial date counts from its last day, or from the day its own package was revised.
  func day(_ context: FilterContext) -> Day? {
    date(context).map { context.dataset.known($0, in: origin) }
  }
  var sourceList: IDList<Source>? { nil }
  var confidenceBit: UInt32 { 0 }
  func has(_ status: StatusMask) -> Bool { false }
  func has(_ kind: KindMask) -> Bool { false }
  func has(_ role: RoleMask) -> Bool { false }
  func isFormed(as instruments: UInt32, _ needles: [Needle], _ context: FilterContext) -> Bool {
    false
  }
  func isIn(_ rows: RowSet) -> Bool { false }
  func says(_ attribute: Attribute, _ query: HasQuery, _ context: FilterContext) -> Bool? { nil }
  var cityText: Text? { nil }
  var seriesText: Text? { nil }
  var briefingText: Text? { nil }
  var operatorID: ID<Organisation>? { nil }
  var customerID: ID<Organisation>? { nil }
  var vendorID: ID<Organisation>? { nil }
  var chipText: Text? { nil }
  var scopeBit: UInt32 { 0 }
  var weightsBit: UInt32 { 0 }
  var stepBit: UInt32 { 0 }
  var state: ID<Country>? { nil }
  var targetDate: PartialDate? { nil }
  func raisedMillions(_ context: FilterContext) -> Double? { nil }
  func worthMillions(_ context: FilterContext) -> Double? { nil }
  var acceleratorCount: Double? { nil }
  var powerMegawatts: Double? { nil }
  var parameterBillions: Double? { nil }

  func isFunded(by investors: Investors, _ context: FilterContext) -> Bool {
    subjects(context) { investors.funded[$0] }
  }

  /// Whether something holds for an organisation of the row.
  @inline(__always)
  func subjects(_ context: FilterContext, _ holds: (ID<Organisation>) -> Bool) -> Bool {
    if let subject = subject(context), holds(subject) { return true }
    return secondSubject.map(holds) ?? false
  }

  func isPlaced(in countries: Members<Country>, _ context: FilterContext) -> Bool {
    if let place { return countries[place] }
    return subjects(context) { id in
      context.dataset[id].country.map { countries[$0] } ?? false
    }
  }

  /// Whether it says one of the things asked for, where `wanted`, or lacks one of them; neither where
  /// it is not of the sort that says such things.
  func says(_ wanted: Bool, _ query: HasQuery, _ context: FilterContext) -> Bool {
    if let state, query.statesExactly.map({ $0[state] }) ?? false { return true }
    if let state, query.statesWith.contains(where: { $0[state] == wanted }) { return true }
    guard query.attributes != 0 else { return false }
    return Attribute.allCases.contains { attribute in
      query.attributes & bit(attribute) != 0 && says(attribute, query, context) == wanted
    }
  }
}

extension Condition {
  /// Whether a row meets the condition.
  func holds<Row: Filterable>(for row: Row, _ context: FilterContext) -> Bool {
    switch self {
    case .organisations(let set): row.subjects(context) { set[$0] }
    case .kind(let mask, let set): row.has(mask) || row.subjects(context) { set[$0] }
    case .countries(let set): row.isPlaced(in: set, context)
    case .investors(let investors): row.isFunded(by: investors, context)
    case .operators(let set): row.operatorID.map { set[$0] } ?? false
    case .customers(let set): row.customerID.map { set[$0] } ?? false
    case .vendors(let set): row.vendorID.map { set[$0] } ?? false
    case .chip(let needles, let isExact):
      row.chipText.map { context.dataset.text($0, has: needles, isExact: isExact) } ?? false
    case .city(let needles, let isExact):
      row.cityText.map { context.dataset.text($0, has: needles, isExact: isExact) } ?? false
    case .series(let needles, let isExact):
      row.seriesText.map { context.dataset.text($0, has: needles, isExact: isExact) } ?? false
    case .briefing(let needles, let isExact):
      row.briefingText.map { context.dataset.text($0, has: needles, isExact: isExact) } ?? false
    case .text(let queries): queries.contains { row.texts($0, context) }
    case .scope(let mask): row.scopeBit & mask != 0
    case .instrument(let mask, let needles): row.isFormed(as: mask, needles, context)
    case .status(let mask): row.has(mask)
    case .confidence(let mask): row.confidenceBit & mask != 0
    case .role(let mask): row.has(mask)
    case .weights(let mask): row.weightsBit & mask != 0
    case .steps(let mask): row.stepBit & mask != 0
    case .has(let query): row.says(true, query, context)
    case .missing(let query): row.says(false, query, context)
    case .sources(let set): row.sourceList.map { context.sources($0, meet: set) } ?? false
    case .rows(let set): row.isIn(set)
    case .watched(let sets):
      sets.contains { set in
        let isWatched =
          row.subjects(context) { set.organisations[$0] }
          || row.isPlaced(in: set.countries, context) || row.isIn(set.rows)
        return isWatched == set.isWanted
      }
    default: holdsForFigures(of: row, context)
    }
  }

  /// The conditions that compare a date or a figure. Unknown figures meet none.
  private func holdsForFigures<Row: Filterable>(of row: Row, _ context: FilterContext) -> Bool {
    switch self {
    case .since(let day): row.day(context).map { $0 >= day } ?? false
    case .until(let day): row.day(context).map { $0 <= day } ?? false
    case .years(let bounds):
      row.date(context).map { date in bounds.contains { $0.allows(date.year) } } ?? false
    case .quarters(let quarters): row.date(context).map { $0.isIn(quarters) } ?? false
    case .target(let bounds):
      row.targetDate.map { date in bounds.contains { $0.allows(date) } } ?? false
    case .amount(let bounds): meets(bounds, row.raisedMillions(context))
    case .valuation(let bounds): meets(bounds, row.worthMillions(context))
    case .accelerators(let bounds): meets(bounds, row.acceleratorCount)
    case .megawatts(let bounds): meets(bounds, row.powerMegawatts)
    case .parameters(let bounds): meets(bounds, row.parameterBillions)
    default: false
    }
  }

  private func meets(_ bounds: [Bound<Double>], _ figure: Double?) -> Bool {
    guard let figure else { return false }
    return bounds.contains { $0.allows(figure) }
  }
}

extension PartialDate {
  /// Whether the date lies in one of some quarters, counted as `year * 4 + quarter`.
  func isIn(_ quarters: [Int]) -> Bool {
    guard let month else { return false }
    return quarters.contains(year * 4 + (month + 2) / 3)
  }
}
