import Dataset

extension Filter {
  /// The filter compiled for the rows of a snapshot.
  ///
  /// Names are looked up. An id or a whole name means that organisation alone (`company:arm` is not
  /// Charm Therapeutics). Anything else means every name or id that contains it. Words may be cut
  /// short (`status:op`). Throws where a name or a word means nothing, with the nearest that does.
  ///
  /// - Parameters:
  ///   - watching: the rows that `watched:yes` asks for.
  ///   - aim: the exposure that `path:` and `through:` are about.
  public func compiled(
    for snapshot: Snapshot, watching: Watching = .nothing, aim: ExposureAim? = nil
  ) throws(FilterError) -> CompiledFilter {
    let compiler = FilterCompiler(
      text: text, dataset: snapshot.dataset, snapshot: snapshot, watching: watching, aim: aim)
    return CompiledFilter(clauses: try compiler.clauses(terms))
  }

  /// Reads a filter and makes sure that what it names is in a dataset, whatever the day.
  public init(_ text: String, in dataset: Dataset) throws(FilterError) {
    try self.init(text)
    _ = try FilterCompiler(text: text, dataset: dataset, snapshot: nil, watching: .nothing)
      .clauses(terms)
  }
}

struct FilterCompiler: Sendable {
  let text: String
  let dataset: Dataset
  /// Without it names are looked up and nothing that depends on the day is.
  let snapshot: Snapshot?
  let watching: Watching
  var aim: ExposureAim?

  func clauses(_ terms: [Filter.Term]) throws(FilterError) -> [CompiledFilter.Clause] {
    var clauses: [CompiledFilter.Clause] = []
    for term in terms {
      let condition: PerRow<Bool>
      switch term.test {
      case .text(let text): condition = contains(text)
      case .field(let field, let comparison, let values):
        condition = try field.condition(
          self, Term(field: field, comparison: comparison, values: values))
      }
      clauses.append(CompiledFilter.Clause(isNegated: term.isNegated, condition: condition))
    }
    return clauses
  }

  struct Term {
    let field: FilterField
    let comparison: Filter.Comparison
    let values: [Filter.Value]

    var isExact: Bool { comparison == .equals }

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

  func error(
    _ reason: FilterError.Reason, _ range: Range<Int>, _ suggestion: String?
  ) -> FilterError {
    FilterError(reason: reason, text: text, range: range, suggestion: suggestion)
  }
}
