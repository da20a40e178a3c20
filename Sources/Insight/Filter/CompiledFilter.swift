import Dataset
import Synchronization

/// A filter made ready for the rows of one snapshot: names are looked up once, so that a row costs a few
/// comparisons.
public struct CompiledFilter: Sendable {
  struct Clause: Sendable {
    let isNegated: Bool
    let condition: PerRow<Bool>
  }

  let clauses: [Clause]
  /// The clauses as a single question; without a function for rows that pass whatever they say.
  private let whole: PerRow<Bool>
  private let known = KnownRounds()

  public static let everything = CompiledFilter(clauses: [])

  /// Lets no row through. It stands for a filter that cannot be compiled: rows under its name would
  /// not be those it asks for.
  public static let nothing = CompiledFilter(rows: PerRow())

  init(clauses: [Clause]) {
    self.clauses = clauses
    whole = .all(clauses)
  }

  /// Lets the rows through for which a question holds.
  init(rows: PerRow<Bool>) { self.init(clauses: [Clause(isNegated: false, condition: rows)]) }

  public var isEverything: Bool { clauses.isEmpty }

  public func matches(_ organisation: Organisation) -> Bool { passes(organisation) }
  public func matches(_ round: Round) -> Bool { passes(round) }
  /// True if a part taken in a round passes; it has the date, layer and country of the round.
  public func matches(_ investment: Investment) -> Bool { passes(investment) }
  public func matches(_ valuation: Valuation) -> Bool { passes(valuation) }
  public func matches(_ commitment: Commitment) -> Bool { passes(commitment) }
  public func matches(_ relation: Relation) -> Bool { passes(relation) }
  public func matches(_ authority: Authority) -> Bool { passes(authority) }
  public func matches(_ step: EnforcementStep) -> Bool { passes(step) }
  /// True if a state passes, by itself and the steps in effect there.
  public func matches(_ country: Country) -> Bool { passes(country) }
  /// True if a milestone passes; its date is the day it takes place.
  public func matches(_ milestone: Milestone) -> Bool { passes(milestone) }
  public func matches(_ claim: Claim) -> Bool { passes(claim) }
  /// True if a source passes; its date is that of publication.
  public func matches(_ source: Source) -> Bool { passes(source) }
  public func matches(_ model: Model) -> Bool { passes(model) }
  public func matches(_ signatory: Signatory) -> Bool { passes(signatory) }

  func passes<Row: Filterable>(_ row: Row) -> Bool { Row.ask(whole)?(row) ?? true }

  /// The rounds of a snapshot that pass. Of the snapshot asked for last they are kept: a screen has several sums of
  /// the same rounds, which may be very many.
  public func rounds(in snapshot: Snapshot) -> Rows<Round> {
    guard let passes = whole.round else { return snapshot.rounds }
    return known.value(in: snapshot) {
      let rounds = snapshot.rounds
      let middle = rounds.count / 2
      let (first, second) = snapshot.both {
        rounds.part(0..<middle).only(passes)
      } _: {
        rounds.part(middle..<rounds.count).only(passes)
      }
      return first.followed(by: second)
    }
  }

  /// The rounds that passed in the snapshot asked for last.
  private final class KnownRounds: Sendable {
    private let last = Mutex<(snapshot: Snapshot, rounds: Rows<Round>)?>(nil)

    func value(in snapshot: Snapshot, _ make: () -> Rows<Round>) -> Rows<Round> {
      if let rounds = last.withLock({ $0?.snapshot === snapshot ? $0?.rounds : nil }) {
        return rounds
      }
      let rounds = make()
      last.withLock { $0 = (snapshot, rounds) }
      return rounds
    }
  }
}

extension Dataset {
  /// True if a text of the dataset contains a needle, or equals it where `isExact`.
  func text(_ text: Text, has needles: [Needle], isExact: Bool) -> Bool {
    if isExact {
      let string = string(text)
      return needles.contains { $0.equals(string) }
    }
    return withBytes(text) { bytes in needles.contains { $0.occurs(in: bytes) } }
  }
}
