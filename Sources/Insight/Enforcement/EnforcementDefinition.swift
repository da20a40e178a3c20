import Dataset

/// Full enforcement authority under the AI Act, and the reasons for the definition.
///
/// The test is legal, not practical. A state has full authority on a day on which four parts hold.
/// A market surveillance authority, a notifying authority and a single point of contact are
/// designated with legal effect. A penalties regime is in force.
public enum EnforcementDefinition {
  public static let parts: [EnforcementStepKind] = [
    .marketSurveillance, .notifying, .singlePointOfContact, .penalties,
  ]

  /// True if a status satisfies a step.
  ///
  /// Designations hold from `designated`, `in-force` or `operational`. Penalties and a law hold
  /// only from `in-force` or `operational`: nobody is fined under an act that is merely adopted. A
  /// sandbox has to be `operational` (Article 57(1)).
  public static func holds(_ step: EnforcementStepKind, _ status: EnforcementStatus) -> Bool {
    switch step {
    case .marketSurveillance, .notifying, .singlePointOfContact, .fundamentalRights:
      status.isEffective
    case .bill, .law, .penalties: status == .inForce || status == .operational
    case .sandbox: status == .operational
    }
  }

  /// True if a status leaves open that the step has legal effect.
  ///
  /// It was legislated (`adopted`) or holds for a part (`partial`), and no source shows that it is
  /// effective.
  public static func leavesOpen(_ status: EnforcementStatus) -> Bool {
    status == .adopted || status == .partial
  }

  public struct Paragraph: Hashable, Sendable {
    public let title: String
    public let text: String
    /// The articles of Regulation (EU) 2024/1689 it speaks of, or empty.
    public let articles: String
  }

  /// The definition for people, one key away wherever a count is shown.
  public static let explanation: [Paragraph] = [
    Paragraph(
      title: "Full",
      text: "On the day, all four hold: a market surveillance authority, a notifying authority and "
        + "a single point of contact are designated with legal effect (in force, designated or "
        + "operational), and a national penalties regime is in force (in force or operational).",
      articles: "70; 99"),
    Paragraph(
      title: "Why these four",
      text: "Article 70 asks every state for the three designations and Article 99 leaves the "
        + "rules on penalties to the state, so an authority without the fourth cannot fine.",
      articles: "70; 99"),
    Paragraph(
      title: "Possible",
      text:
        "A state is possibly full if it is not full and each part it misses stands at adopted or "
        + "partial: that part was legislated, but no page read shows that it has taken effect. The "
        + "state may turn out to be full, so the count is a range.",
      articles: ""),
    Paragraph(
      title: "What does not count",
      text:
        "The statuses proposed, adopted, partial and none are never enough. Whom the Commission "
        + "lists as a contact point is not thereby designated, and whom it does not list may well be: "
        + "its list lags behind national law.",
      articles: "70(2)"),
    Paragraph(
      title: "What is not asked",
      text: "The test does not ask for staff, budget, cases opened or the sandbox, nor whether the "
        + "national law covers the whole Act: Denmark's law of 2025 fines prohibited practices only, "
        + "and its page says so.",
      articles: "57; 5"),
    Paragraph(
      title: "Late",
      text: "Designations and penalties were due on 2 August 2025, the list of fundamental-rights "
        + "bodies on 2 November 2024; a sandbox is due when the law as known on the day says. Days "
        + "are counted to the day a part took effect, or to the day shown while it has not.",
      articles: "113(b); 77(2); 57(1)"),
    Paragraph(
      title: "How a day is read",
      text: "For every state and step the latest row dated on or before the day counts; a state "
        + "without a row counts as none, and is shown as not known.",
      articles: ""),
    Paragraph(
      title: "Two dates",
      text:
        "By effective date, a step counts from the day it took effect, whoever learned of "
        + "it when. By publication date (b), it does not count before the first of its sources "
        + "can have been published, so that somebody could have made the count on the day.",
      articles: ""),
  ]

  /// The deadline of a step; `nil` for those the Act sets no day for (a bill, a law).
  ///
  /// The sandbox was put off in 2026, so its day is read from the milestones as known on the day.
  public static func deadline(of step: EnforcementStepKind, in snapshot: Snapshot) -> PartialDate? {
    switch step {
    case .marketSurveillance, .notifying, .singlePointOfContact, .penalties:
      PartialDate(year: 2025, month: 8, day: 2)
    case .fundamentalRights: PartialDate(year: 2024, month: 11, day: 2)
    case .sandbox:
      snapshot.dataset.milestone("ai-act-sandboxes").flatMap { snapshot.milestone($0)?.scheduled }
    case .bill, .law: nil
    }
  }
}
