import Dataset

/// A question, with a function for each kind of row that can answer it.
struct PerRow<Answer>: Sendable {
  typealias Ask<Row> = @Sendable (Row) -> Answer

  var organisation: Ask<Organisation>?
  var round: Ask<Round>?
  var investment: Ask<Investment>?
  var valuation: Ask<Valuation>?
  var commitment: Ask<Commitment>?
  var relation: Ask<Relation>?
  var authority: Ask<Authority>?
  var step: Ask<EnforcementStep>?
  var country: Ask<Country>?
  var milestone: Ask<Milestone>?
  var claim: Ask<Claim>?
  var source: Ask<Source>?
  var model: Ask<Model>?
  var signatory: Ask<Signatory>?

  /// The same question with its answers changed.
  func map<New>(_ change: @escaping @Sendable (Answer) -> New) -> PerRow<New> {
    func then<Row>(_ ask: Ask<Row>?) -> PerRow<New>.Ask<Row>? {
      guard let ask else { return nil }
      return { change(ask($0)) }
    }
    return PerRow<New>(
      organisation: then(organisation), round: then(round), investment: then(investment),
      valuation: then(valuation), commitment: then(commitment), relation: then(relation),
      authority: then(authority), step: then(step), country: then(country),
      milestone: then(milestone), claim: then(claim), source: then(source), model: then(model),
      signatory: then(signatory))
  }
}

extension PerRow<Bool> {
  /// True for a row for which either holds.
  func or(_ other: PerRow) -> PerRow {
    func either<Row>(_ one: Ask<Row>?, _ two: Ask<Row>?) -> Ask<Row>? {
      guard let one, let two else { return one ?? two }
      return { one($0) || two($0) }
    }
    return PerRow(
      organisation: either(organisation, other.organisation), round: either(round, other.round),
      investment: either(investment, other.investment),
      valuation: either(valuation, other.valuation),
      commitment: either(commitment, other.commitment), relation: either(relation, other.relation),
      authority: either(authority, other.authority), step: either(step, other.step),
      country: either(country, other.country), milestone: either(milestone, other.milestone),
      claim: either(claim, other.claim), source: either(source, other.source),
      model: either(model, other.model), signatory: either(signatory, other.signatory))
  }

  /// True for a row that passes every clause; no function for rows that pass whatever they say. A row that a clause
  /// says nothing of passes where the clause is negated.
  static func all(_ clauses: [CompiledFilter.Clause]) -> PerRow {
    func all<Row: Filterable>() -> Ask<Row>? {
      var asked: [(ask: Ask<Row>, isNegated: Bool)] = []
      for clause in clauses {
        if let ask = Row.ask(clause.condition) {
          asked.append((ask, clause.isNegated))
        } else if !clause.isNegated {
          return { _ in false }
        }
      }
      guard let first = asked.first else { return nil }
      if asked.count == 1 { return first.isNegated ? { !first.ask($0) } : first.ask }
      return { [asked] row in asked.allSatisfy { $0.ask(row) != $0.isNegated } }
    }
    return PerRow(
      organisation: all(), round: all(), investment: all(), valuation: all(), commitment: all(),
      relation: all(), authority: all(), step: all(), country: all(), milestone: all(),
      claim: all(), source: all(), model: all(), signatory: all())
  }

  /// True for a row for which any of some hold.
  static func any(_ questions: [PerRow]) -> PerRow {
    questions.reduce(nil) { $0?.or($1) ?? $1 } ?? PerRow()
  }
}

/// A kind of row that filters are asked of.
protocol Filterable: Record {
  /// The function of a question for this kind, where it has an answer.
  static func ask<Answer>(_ question: PerRow<Answer>) -> PerRow<Answer>.Ask<Self>?
}

extension Organisation: Filterable {
  static func ask<A>(_ question: PerRow<A>) -> PerRow<A>.Ask<Self>? { question.organisation }
}
extension Round: Filterable {
  static func ask<A>(_ question: PerRow<A>) -> PerRow<A>.Ask<Self>? { question.round }
}
extension Investment: Filterable {
  static func ask<A>(_ question: PerRow<A>) -> PerRow<A>.Ask<Self>? { question.investment }
}
extension Valuation: Filterable {
  static func ask<A>(_ question: PerRow<A>) -> PerRow<A>.Ask<Self>? { question.valuation }
}
extension Commitment: Filterable {
  static func ask<A>(_ question: PerRow<A>) -> PerRow<A>.Ask<Self>? { question.commitment }
}
extension Relation: Filterable {
  static func ask<A>(_ question: PerRow<A>) -> PerRow<A>.Ask<Self>? { question.relation }
}
extension Authority: Filterable {
  static func ask<A>(_ question: PerRow<A>) -> PerRow<A>.Ask<Self>? { question.authority }
}
extension EnforcementStep: Filterable {
  static func ask<A>(_ question: PerRow<A>) -> PerRow<A>.Ask<Self>? { question.step }
}
extension Country: Filterable {
  static func ask<A>(_ question: PerRow<A>) -> PerRow<A>.Ask<Self>? { question.country }
}
extension Milestone: Filterable {
  static func ask<A>(_ question: PerRow<A>) -> PerRow<A>.Ask<Self>? { question.milestone }
}
extension Claim: Filterable {
  static func ask<A>(_ question: PerRow<A>) -> PerRow<A>.Ask<Self>? { question.claim }
}
extension Source: Filterable {
  static func ask<A>(_ question: PerRow<A>) -> PerRow<A>.Ask<Self>? { question.source }
}
extension Model: Filterable {
  static func ask<A>(_ question: PerRow<A>) -> PerRow<A>.Ask<Self>? { question.model }
}
extension Signatory: Filterable {
  static func ask<A>(_ question: PerRow<A>) -> PerRow<A>.Ask<Self>? { question.signatory }
}
