import Dataset

/// One way on which an organisation depends on a target.
public struct ExposurePath: Sendable {
  /// A station of a way.
  public enum Step: Hashable, Sendable {
    /// An organisation.
    case organisation(ID<Organisation>)
    /// A commitment.
    case commitment(ID<Commitment>)
    /// A funding round.
    case round(ID<Round>)
    /// A country.
    case country(ID<Country>)

    /// The id of the station.
    public func slug(in dataset: Dataset) -> String {
      switch self {
      case .organisation(let id): dataset.slug(id)
      case .commitment(let id): dataset.slug(id)
      case .round(let id): dataset.slug(id)
      case .country(let id): dataset.code(id)
      }
    }
  }

  /// The stations after the organisation itself, down to the target: whose a commitment is stands
  /// before it, where it is not the organisation's own.
  public let via: [Step]
  /// The part of the organisation that goes this very way.
  public let share: ShareInterval
  /// The part of what is counted that goes this way: the same where what has no size is left out, 0
  /// if the way itself passes something without a size beside others.
  public let counted: Double
  /// Whether it passes through nobody else.
  public let isDirect: Bool
  /// The rows and sources of its steps.
  public let evidence: Evidence
}
