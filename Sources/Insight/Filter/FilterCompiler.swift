import Dataset

extension Filter {
  /// The filter made ready for the rows of a snapshot.
  ///
  /// Names are looked up: an id or a whole name means that one alone (`company:arm` is not Charm
  /// Therapeutics), anything else every name or id it stands in. Words may be cut short (`status:op`).
  /// Throws where nothing is meant by a name or a word, with the nearest that is.
  ///
  /// - Parameter watching: what `watched:yes` asks for.
  public func compiled(
    for snapshot: Snapshot, watching: Watching = .nothing
  ) throws(FilterError) -> CompiledFilter {
    let compiler = FilterCompiler(
      text: text, dataset: snapshot.dataset, snapshot: snapshot, watching: watching)
    return CompiledFilter(
      clauses: try compiler.clauses(terms), context: FilterContext(snapshot))
  }

  /// Reads a filter and makes sure that what it names is in a dataset, whatever the day.
  public init(_ text: String, in dataset: Dataset) throws(FilterError) {
    try self.init(text)
    _ = try FilterCompiler(text: text, dataset: dataset, snapshot: nil, watching: .nothing)
      .clauses(terms)
  }
}

/// Turns terms into conditions.
struct FilterCompiler {
  let text: String
  let dataset: Dataset
  /// Without it names are looked up and nothing that depends on the day is.
  let snapshot: Snapshot?
  let watching: Watching

  func clauses(_ terms: [Filter.Term]) throws(FilterError) -> [CompiledFilter.Clause] {
    var clauses: [CompiledFilter.Clause] = []
    for term in terms {
      let condition = try condition(term.test)
      clauses.append(CompiledFilter.Clause(isNegated: term.isNegated, condition: condition))
    }
    return clauses
  }

  func condition(_ test: Filter.Test) throws(FilterError) -> Condition {
    switch test {
    case .text(let text): return .text([query(text)])
    case .field(let field, let comparison, let values):
      return try condition(Term(field: field, comparison: comparison, values: values))
    }
  }

  /// A field, how it is compared, and its values.
  struct Term {
    let field: FilterField
    let comparison: Filter.Comparison
    let values: [Filter.Value]

    var isExact: Bool { comparison == .equals }

    /// The texts, for fields that take texts.
    var texts: [(text: String, range: Range<Int>)] {
      values.compactMap { value in
        if case .text(let text) = value.operand { return (text, value.range) }
        return nil
      }
    }

    var needles: [Needle] { texts.map { Needle($0.text) } }

    var numbers: [Bound<Double>] {
      values.compactMap { value in
        if case .number(let number) = value.operand {
          return Bound(comparison: comparison, value: number)
        }
        return nil
      }
    }

    var dates: [Bound<PartialDate>] {
      values.compactMap { value in
        if case .date(let date) = value.operand {
          return Bound(comparison: comparison, value: date)
        }
        return nil
      }
    }

    var quarters: [Int] {
      values.compactMap { value in
        if case .quarter(let year, let quarter) = value.operand { return year * 4 + quarter }
        return nil
      }
    }
  }

  private func condition(_ term: Term) throws(FilterError) -> Condition {
    switch term.field {
    case .company: return .organisations(try organisations(term))
    case .group: return .organisations(grouped(try organisations(term)))
    case .layer: return .organisations(organisations(inLayers: try mask(Layer.self, term)))
    case .kind: return try kind(term)
    case .country: return .countries(try countries(term))
    case .bloc: return .countries(try jurisdictions(term))
    case .investor: return .investors(investors(try organisations(term), onlyLeads: false))
    case .lead: return .investors(investors(try organisations(term), onlyLeads: true))
    case .role: return .role(try role(term))
    case .operator: return .operators(try organisations(term))
    case .customer: return .customers(try organisations(term))
    case .vendor: return .vendors(try organisations(term))
    case .chip: return .chip(term.needles, isExact: term.isExact)
    case .city: return .city(term.needles, isExact: term.isExact)
    case .series: return .series(term.needles, isExact: term.isExact)
    case .briefing: return .briefing(term.needles, isExact: term.isExact)
    case .text: return .text(term.texts.map { query($0.text) })
    case .scope: return .scope(try mask(ComputeScope.self, term))
    case .instrument: return try instrument(term)
    case .status: return .status(try status(term))
    case .confidence: return .confidence(try mask(Confidence.self, term))
    case .weights: return .weights(try mask(Weights.self, term))
    case .step: return .steps(try mask(EnforcementStepKind.self, term))
    case .missing: return .missing(try hasQuery(term, isWanted: false))
    case .has: return .has(try hasQuery(term, isWanted: true))
    case .source: return .sources(try sources(term))
    case .publisher: return .sources(publishers(term))
    case .id: return .rows(try rows(term))
    case .watched: return .watched(try watched(term))
    case .since, .until, .year, .quarter, .target: return dated(term)
    case .amount: return .amount(term.numbers)
    case .valuation: return .valuation(term.numbers)
    case .accelerators: return .accelerators(term.numbers)
    case .mw: return .megawatts(term.numbers)
    case .parameters: return .parameters(term.numbers)
    }
  }

  private func dated(_ term: Term) -> Condition {
    let dates = term.dates.map(\.value)
    switch term.field {
    case .since: return .since(dates.map(\.firstDay).min() ?? Day(number: .min))
    case .until: return .until(dates.map(\.lastDay).max() ?? Day(number: .max))
    case .year:
      return .years(
        term.numbers.map { Bound(comparison: $0.comparison, value: Int(nearest: $0.value)) })
    case .quarter: return .quarters(term.quarters)
    default: return .target(term.dates)
    }
  }

  func error(
    _ reason: FilterError.Reason, _ range: Range<Int>, _ suggestion: String?
  ) -> FilterError {
    FilterError(reason: reason, text: text, range: range, suggestion: suggestion)
  }
}
