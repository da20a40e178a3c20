import Dataset

/// A fact that was added or changed between two days.
public struct Change: Sendable {
  /// The row as it stands on the later day, and the row of the same id that stood on the earlier one.
  public enum Fact: Sendable {
    /// A round.
    case round(Round, before: Round?)
    /// A valuation.
    case valuation(Valuation)
    /// A commitment of compute.
    case commitment(Commitment, before: Commitment?)
    /// A relation.
    case relation(Relation, before: Relation?)
    /// A body named by a state.
    case authority(Authority)
    /// A state's step.
    case step(EnforcementStep, before: EnforcementStep?)
    /// A date of the law.
    case milestone(Milestone, before: Milestone?)
    /// A model.
    case model(Model)
    /// An answer to a voluntary instrument.
    case signatory(Signatory)
  }

  /// What differs between two rows of a ledger.
  public struct Difference: Hashable, Sendable, Encodable {
    /// The column.
    public let field: String
    /// What stood there; empty where nothing was known.
    public let old: String
    /// What stands there; empty where nothing is known.
    public let new: String
  }

  /// The row, and the one before it.
  public let fact: Fact
  /// The date of the row.
  public let date: PartialDate
  /// The day from which it is known.
  public let known: Day

  /// The table it stands in.
  public var table: TableName {
    switch fact {
    case .round: .rounds
    case .valuation: .valuations
    case .commitment: .compute
    case .relation: .relations
    case .authority: .authorities
    case .step: .enforcement
    case .milestone: .milestones
    case .model: .models
    case .signatory: .signatories
    }
  }

  /// Whether the thing was not known at all on the earlier day.
  public var isNew: Bool {
    switch fact {
    case .round(_, let before): before == nil
    case .commitment(_, let before): before == nil
    case .relation(_, let before): before == nil
    case .step(_, let before): before == nil
    case .milestone(_, let before): before == nil
    case .valuation, .authority, .model, .signatory: true
    }
  }
}
