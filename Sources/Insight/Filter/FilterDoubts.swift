import Dataset

/// The rows about which a filter cannot be sure, for they say too little.
struct FilterDoubts: Sendable {
  private let compiled: CompiledFilter
  /// The filter without the terms that ask for a place; `nil` where none does.
  private let elsewhere: CompiledFilter?
  private let placedInUnion: PerRow<Bool>
  /// The bounds that dates have to keep; `nil` at an end that is open.
  private let first: Day?
  private let last: Day?
  private let dates: PerRow<PartialDate?>
  /// True if a term leaves a maker out: what names no maker passes it.
  let leavesMakerOut: Bool
  /// The filter without the terms that ask for a quarter, and the years of those; `nil` where none does.
  private let ofYear: (rest: CompiledFilter, years: Set<Int>)?

  /// True if a term asks for a place.
  var asksForPlace: Bool { elsewhere != nil }
  /// True if a term sets a bound for dates.
  var asksForDates: Bool { first != nil || last != nil }
  /// True if a term asks for a quarter.
  var asksForQuarter: Bool { ofYear != nil }

  init(_ filter: Filter, _ compiled: CompiledFilter, in snapshot: Snapshot) {
    self.compiled = compiled
    let compiler = FilterCompiler(
      text: "", dataset: snapshot.dataset, snapshot: snapshot, watching: .nothing)
    var union = Members<Country>(capacity: snapshot.dataset.countries.count)
    for country in snapshot.dataset.countries where country.bloc == .union {
      union.insert(country.id)
    }
    placedInUnion = compiler.isPlaced(in: union)
    dates = compiler.dates
    let places = filter.terms.map { $0.asks(for: ["country", "bloc"]) && !$0.isNegated }
    elsewhere =
      places.contains(true)
      ? CompiledFilter(
        clauses: zip(compiled.clauses, places).filter { !$0.1 }.map(\.0)) : nil
    leavesMakerOut = filter.terms.contains { $0.asks(for: ["vendor"]) && $0.isNegated }
    let quarters = filter.terms.map { $0.asks(for: ["quarter"]) && !$0.isNegated }
    ofYear =
      quarters.contains(true)
      ? (
        CompiledFilter(clauses: zip(compiled.clauses, quarters).filter { !$0.1 }.map(\.0)),
        Set(filter.terms.flatMap(\.yearsOfQuarters))
      ) : nil
    first = filter.terms.compactMap { $0.bound("since")?.firstDay }.max()
    last = filter.terms.compactMap { $0.bound("until")?.lastDay }.min()
  }

  /// True if a row would pass wherever in the Union it stands, and is left out.
  func isUnplaced<Row: Filterable>(_ row: Row) -> Bool {
    guard let elsewhere, elsewhere.passes(row), !compiled.passes(row) else { return false }
    return Row.ask(placedInUnion)?(row) ?? false
  }

  /// True if a row is left out as its date is the year of a quarter asked for and no more.
  func isUndated<Row: Filterable>(_ row: Row) -> Bool {
    guard let ofYear, let date = Row.ask(dates)?(row), date.month == nil,
      ofYear.years.contains(date.year)
    else { return false }
    return ofYear.rest.passes(row)
  }

  /// True if a row passes a filter that leaves a maker out, and names no maker.
  func isOfUnknownMaker<Row: Filterable>(_ row: Row) -> Bool {
    guard leavesMakerOut, compiled.passes(row) else { return false }
    let isUnknown = PerRow<Bool>(
      commitment: { $0.vendor == nil && $0.accelerators != 0 }, model: { $0.trainedOn == nil })
    return Row.ask(isUnknown)?(row) ?? false
  }

  /// True if a row passes that may be dated outside the bounds.
  func isVague<Row: Filterable>(_ row: Row) -> Bool {
    guard asksForDates, let date = Row.ask(dates)?(row), date.precision != .day,
      compiled.passes(row)
    else { return false }
    return first.map { date.firstDay < $0 } ?? false || last.map { date.lastDay > $0 } ?? false
  }
}

extension Filter.Term {
  fileprivate func asks(for fields: Set<String>) -> Bool {
    if case .field(let field, _, _) = test { fields.contains(field.name) } else { false }
  }

  /// The years of the quarters that the term asks for.
  fileprivate var yearsOfQuarters: [Int] {
    guard !isNegated, case .field(let field, _, let values) = test, field.name == "quarter" else {
      return []
    }
    return values.compactMap { value in
      if case .quarter(let year, _) = value.operand { year } else { nil }
    }
  }

  /// The date of a bound that the term sets.
  fileprivate func bound(_ name: String) -> PartialDate? {
    guard !isNegated, case .field(let field, _, let values) = test, field.name == name,
      case .date(let date)? = values.first?.operand
    else { return nil }
    return date
  }
}
