import Dataset

/// One way on which an organisation depends on a target.
public struct ExposurePath: Sendable {
  public enum Step: Hashable, Sendable {
    case organisation(ID<Organisation>)
    case commitment(ID<Commitment>)
    case round(ID<Round>)
    case country(ID<Country>)

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
  /// The part of the counted whole that goes this way, without dependencies of unknown size; 0 if
  /// the way itself passes such a dependency among others.
  public let counted: Double
  /// True if it passes through nobody else.
  public let isDirect: Bool
  /// The rows and sources of its steps.
  public let evidence: Evidence
}
