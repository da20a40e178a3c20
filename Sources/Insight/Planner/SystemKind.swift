import Dataset

/// The kind of a system under the AI Act, as far as it decides which rules apply from when.
///
/// The ids of milestones stand here, as no table says which dates of the law concern a kind. The table of
/// annexes names the date of a rule, and no dates of help or of powers. A package without a milestone
/// leaves it out of the plan.
public enum SystemKind: String, CaseIterable, Sendable, JSONConvertible {
  /// A practice that Article 5 forbids.
  case prohibited
  /// A stand-alone high-risk system (Article 6(2), Annex III).
  case annexIII = "annex-iii"
  /// A safety component of a product under sector law, or such a product (Article 6(1), Annex I).
  case annexI = "annex-i"
  case generalPurpose = "general-purpose"
  /// A system that talks to people or makes content (Article 50).
  case transparency
  case none

  public var title: String {
    switch self {
    case .prohibited: "Prohibited practice (Article 5)"
    case .annexIII: "High-risk system, stand-alone (Annex III)"
    case .annexI: "High-risk system in a product (Annex I)"
    case .generalPurpose: "General-purpose model (Articles 53 and 55)"
    case .transparency: "System with a duty of transparency (Article 50)"
    case .none: "None of these"
    }
  }

  /// True if a conformity assessment comes before use (Article 43).
  public var isAssessed: Bool { self == .annexIII || self == .annexI }

  /// The milestone of the date by which a system of this kind has to comply.
  public var dutyID: String {
    switch self {
    case .prohibited: "ai-act-prohibitions"
    case .annexIII: "ai-act-high-risk-annex-iii"
    case .annexI: "ai-act-high-risk-annex-i"
    case .generalPurpose: "ai-act-gpai-obligations"
    case .transparency: "ai-act-art50-transparency"
    case .none: "ai-act-literacy"
    }
  }

  /// The milestones that concern it, the milestone of `dutyID` first.
  var milestones: [(id: String, part: PlannedObligation.Part)] {
    let own: [(String, PlannedObligation.Part)] =
      switch self {
      case .prohibited:
        [("ai-act-nudifier-csam-ban", .duty), ("ai-act-prohibitions-guidelines", .help)]
      case .annexIII:
        [
          ("ai-act-legacy-public-authorities", .duty), ("ai-act-legacy-large-it", .duty),
          ("ai-act-high-risk-guidelines", .help), ("jtc21-standards", .help),
          ("ai-act-post-market-guidance", .help), ("ai-act-sandboxes", .help),
        ]
      case .annexI:
        [
          ("ai-act-notified-bodies", .duty), ("ai-act-machinery-carve-out", .duty),
          ("ai-act-high-risk-guidelines", .help), ("ai-act-overlap-guidelines", .help),
          ("ai-act-overlap-delegated-acts", .help), ("jtc21-standards", .help),
          ("ai-act-post-market-guidance", .help), ("ai-act-sandboxes", .help),
        ]
      case .generalPurpose:
        [
          ("ai-act-gpai-legacy", .duty), ("ai-act-gpai-enforcement", .power),
          ("ai-act-gpai-proceedings-act", .power), ("gpai-code-of-practice", .help),
        ]
      case .transparency:
        [
          ("ai-act-art50-2-legacy-marking", .duty), ("ai-act-art50-guidelines", .help),
          ("ai-act-art50-code", .help),
        ]
      case .none: []
      }
    let shared: [(String, PlannedObligation.Part)] = [
      ("ai-act-literacy", .duty), ("ai-act-literacy-softening", .duty),
      ("ai-act-governance", .power),
      ("ai-act-general-application", .power),
    ]
    return ([(dutyID, .duty)] + own + shared.filter { $0.0 != dutyID }).map {
      (id: $0.0, part: $0.1)
    }
  }

  /// The kinds of rules of the Act that it has to keep, as the table of annexes names them: those of its
  /// provider, then those of who deploys it.
  var ruleKinds: [String] {
    switch self {
    case .prohibited: ["prohibited"]
    case .annexIII: ["annex-iii", "deployer-annex-iii"]
    case .annexI: ["annex-i"]
    case .generalPurpose: ["gpai", "gpai-systemic"]
    case .transparency: ["article-50"]
    case .none: ["none"]
    }
  }

  /// The roles of the bodies that would act on it; none for a model, which the Commission supervises
  /// (Article 88).
  public var roles: [AuthorityRole] {
    switch self {
    case .prohibited, .transparency, .none: [.marketSurveillance, .singlePointOfContact]
    case .annexIII: [.marketSurveillance, .notifying, .singlePointOfContact, .fundamentalRights]
    case .annexI: [.marketSurveillance, .notifying, .singlePointOfContact]
    case .generalPurpose: []
    }
  }
}
