import Dataset

/// A thing that a pattern found, before it is ranked.
struct ReviewFinding: Sendable {
  /// The name of the thing.
  let title: String
  /// The oddity, as the end of a sentence that begins with the name.
  let wrong: String
  /// The rows to look at, the row that it is about first.
  let rows: [Origin]
  /// The key of the row that it is about, by which it can be put aside.
  let key: String
  /// The column to look at.
  let column: String
  /// The figure that would change.
  let stake: Stake
  /// How much the finding weighs among others, 0 to 1: less for what is a weak sign.
  var gravity = 1.0
}

/// A pattern of the review: its name, where to look, and how it is found.
struct ReviewRule: Sendable {
  let pattern: ReviewPattern
  /// Where to look and for what, in an imperative sentence without a full stop.
  let lookFor: String
  let find: @Sendable (ReviewFacts) -> [ReviewFinding]

  /// Every pattern, in the order of `ReviewPattern`: the only list that a new pattern is added to.
  static let all: [ReviewRule] = [
    .targetPassed, .longAnnounced, .talksOpen, .relationLate, .investmentUnpaired, .siteDiffers,
    .closedAtSigning, .figureLost, .partsExceed, .noteContradicts, .unconfirmed, .pageUnread,
    .spelledTwice, .dateNarrowed, .reachEnds,
  ]
}
