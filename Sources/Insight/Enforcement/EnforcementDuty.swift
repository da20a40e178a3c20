import Dataset

/// A duty of a member state with a date of its own: a state that is late with bodies may be in time with
/// penalties.
public enum EnforcementDuty: CaseIterable, Sendable {
  /// The bodies that Article 70 asks for.
  case authorities
  /// The penalties that Article 99 asks for.
  case penalties

  /// The parts of full authority that it asks for.
  public var parts: [EnforcementStepKind] {
    EnforcementDefinition.parts.filter { ($0 == .penalties) == (self == .penalties) }
  }
}
