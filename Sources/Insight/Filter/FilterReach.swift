import Dataset

/// Why a filter leaves no row of a table, and about which rows it cannot be sure.
///
/// The rule for a filter that finds nothing: the words name the fields that rows of the table do not have,
/// or else how many rows each term leaves by itself. A filter that goes along to another screen is so told
/// from an empty ledger.
///
/// The rule for a filter that finds some: no row that says too little to be judged is left out or let in
/// without a word. The words count those left out as their state is not said. They count those let in whose date
/// is a year or a month that goes beyond the bounds. They count those left out of a quarter whose date is its year alone.
public struct FilterReach: Sendable {
  /// A term of the filter, as it was written.
  public struct Term: Sendable {
    public let text: String
    /// The place of the term in the filter, in characters.
    public let range: Range<Int>
    /// The rows of the table that pass this term alone; `nil` where no row of the table has its field.
    public let rows: Int?
  }

  public let terms: [Term]
  /// The rows of the table that pass all terms.
  public let rows: Int
  /// The rows that only their place leaves out, as they name the Union and no state.
  public let unplaced: Int
  /// Of the rows that pass, those whose date is a year or a month that reaches beyond the bounds.
  public let vague: Int
  /// The rows that only a quarter leaves out, as they name the year and no month of it.
  public let undated: Int
  /// The rows let in that name no maker, where the filter leaves a maker out.
  public let unknownMaker: Int
  /// The noun for a row of the table.
  public let noun: String

  /// The reach of a filter among the rows of a table. `nil` for a table that no filter is asked of, and
  /// for a filter that does not compile.
  ///
  /// - Parameter compiled: The same filter as it applies, where it was compiled already.
  public init?(
    _ filter: Filter, among table: TableName, in snapshot: Snapshot,
    watching: Watching = .nothing, as compiled: CompiledFilter? = nil
  ) {
    guard let noun = FilterReach.nouns[table],
      let compiled = try? compiled ?? filter.compiled(for: snapshot, watching: watching)
    else { return nil }
    let characters = Array(filter.text)
    let dataset = snapshot.dataset
    let doubts = FilterDoubts(filter, compiled, in: snapshot)
    func ask<Row: Filterable>(_ rows: some Collection<Row>, passing: Int? = nil) -> Found {
      let passing = passing ?? rows.count { compiled.passes($0) }
      let isAlone = compiled.clauses.count == 1
      let terms = zip(filter.terms, compiled.clauses).map { term, clause in
        let isSilent = Row.ask(clause.condition) == nil && !clause.isNegated
        let alone = CompiledFilter(clauses: [clause])
        return Term(
          text: String(characters[term.range.clamped(to: characters.indices)]), range: term.range,
          rows: isSilent ? nil : isAlone ? passing : rows.count { alone.passes($0) })
      }
      return Found(
        terms: terms, rows: passing,
        unplaced: doubts.asksForPlace ? rows.count { doubts.isUnplaced($0) } : 0,
        vague: doubts.asksForDates ? rows.count { doubts.isVague($0) } : 0,
        undated: doubts.asksForQuarter ? rows.count { doubts.isUndated($0) } : 0,
        unknownMaker: doubts.leavesMakerOut ? rows.count { doubts.isOfUnknownMaker($0) } : 0)
    }
    let found: Found
    switch table {
    case .rounds: found = ask(snapshot.rounds, passing: compiled.rounds(in: snapshot).count)
    case .compute: found = ask(snapshot.compute)
    case .enforcement: found = ask(dataset.countries)
    case .milestones: found = ask(snapshot.milestones)
    case .organisations: found = ask(dataset.organisations)
    case .models: found = ask(snapshot.models)
    case .claims: found = ask(dataset.claims)
    case .sources: found = ask(dataset.sources)
    default: return nil
    }
    terms = found.terms
    rows = found.rows
    unplaced = found.unplaced
    vague = found.vague
    undated = found.undated
    unknownMaker = found.unknownMaker
    self.noun = noun
  }

  /// The answers of one table's rows.
  private struct Found {
    let terms: [Term]
    let rows: Int
    let unplaced: Int
    let vague: Int
    let undated: Int
    let unknownMaker: Int
  }

  private static let nouns: [TableName: String] = [
    .rounds: "round", .compute: "site", .enforcement: "state", .milestones: "milestone",
    .organisations: "organisation", .models: "model", .claims: "claim", .sources: "source",
  ]

  /// The noun for a row of a table that filters are asked of.
  public static func noun(of table: TableName) -> String? { nouns[table] }

  /// The terms that say nothing of the table's rows.
  public var silent: [Term] { terms.filter { $0.rows == nil } }

  /// The rows that pass, with their noun: `the 12 sites that pass`.
  public var passing: String {
    rows == 1 ? "the \(noun) that passes" : "the \(rows) \(noun)s that pass"
  }

  /// The field of the size of a row here, where that of other rows was asked for.
  private func sizeField(in field: String) -> String? {
    let sizes = [
      FilterReach.noun(of: .rounds): "amount", FilterReach.noun(of: .compute): "accelerators",
    ]
    guard sizes.values.contains(field), let own = sizes[noun], own != field else { return nil }
    return own
  }

  /// Why no row passes, or which terms say nothing here; `nil` where there is nothing to explain.
  public var words: String? {
    if !silent.isEmpty {
      let fields = silent.map { term in
        String(term.text.prefix { !":=<>".contains($0) }) + term.sign
      }
      let sizes = silent.compactMap { term in
        sizeField(in: String(term.text.drop { $0 == "-" }.prefix { !":=<>".contains($0) }))
          .map { "; its size is \($0)\(term.sign)" }
      }
      return "no \(noun) has a field \(fields.joined(separator: " or "))\(sizes.first ?? "")"
    }
    guard rows == 0 else { return doubts }
    let empty = terms.filter { $0.rows == 0 }
    if !empty.isEmpty {
      let told = doubts.map { "; \($0)" } ?? ""
      return "no \(noun) passes \(empty.map(\.text).joined(separator: ", nor "))\(told)"
    }
    let counts = terms.map { "\($0.text) \($0.rows ?? 0)" }.joined(separator: ", ")
    let told = doubts.map { "; \($0)" } ?? ""
    return "\(noun)s that pass each alone: \(counts); none passes all\(told)"
  }
}

extension FilterReach {
  /// The rows that cannot be judged, in words; `nil` where there are none.
  private var doubts: String? {
    let parts = [
      unplaced == 0 ? nil : unplacedWords,
      unknownMaker == 0 ? nil : "\(unknownMaker) of unknown maker let in",
      undated == 0 ? nil : "\(undated) dated by the year alone left out",
      vague == 0
        ? nil : "\(vague) dated by year or month alone, perhaps outside",
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private var unplacedWords: String {
    "\(unplaced) \(noun)\(unplaced == 1 ? "" : "s") of unstated place left out"
  }
}

extension FilterReach.Term {
  /// The sign of comparison behind the field.
  fileprivate var sign: String {
    text.first { ":=<>".contains($0) }.map(String.init) ?? ""
  }
}

extension FilterField {
  /// The names of the fields that rows of a table do not have.
  public static func silent(about table: TableName, in snapshot: Snapshot) -> Set<String> {
    let compiler = FilterCompiler(
      text: "", dataset: snapshot.dataset, snapshot: snapshot, watching: .nothing)
    func speaks(_ question: PerRow<Bool>?) -> Bool {
      guard let question else { return true }
      return switch table {
      case .rounds: question.round != nil
      case .compute: question.commitment != nil
      case .enforcement: question.country != nil || question.step != nil
      case .milestones: question.milestone != nil
      case .organisations: question.organisation != nil
      case .models: question.model != nil
      case .claims: question.claim != nil
      case .sources: question.source != nil
      default: true
      }
    }
    let saying = attributes.contains { speaks($0.says(compiler)) }
    // These ask of every row, and have no values to be tried with.
    let general = [anywhere.name, "watched", "id"]
    return Set(
      all.filter { field in
        if general.contains(field.name) { return false }
        if field.name == missing.name || field.name == "has" {
          return !saying && table != .enforcement
        }
        let term = FilterCompiler.Term(field: field, comparison: .matches, values: [])
        return !speaks(try? field.condition(compiler, term))
      }.map(\.name))
  }
}
