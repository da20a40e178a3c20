/// A pattern that an attentive curator looks for, found by the review.
public enum ReviewPattern: UInt8, Vocabulary {
  /// A target lies in the past, and no newer row tells what became of it.
  case targetPassed
  /// Announced, contracted or proposed more than a year ago.
  case longAnnounced
  /// Talks of a price that nothing followed.
  case talksOpen
  /// A relation that begins later than another table proves it.
  case relationLate
  /// An investment without a relation, or a relation without an investment.
  case investmentUnpaired
  /// A site that two tables tell differently.
  case siteDiffers
  /// An acquisition that is closed on the day of its signing.
  case closedAtSigning
  /// A later row lacks a figure that an earlier row had.
  case figureLost
  /// Parts that exceed their whole.
  case partsExceed
  /// A note that contradicts the columns.
  case noteContradicts
  /// Confirmed, and neither an official nor the party says so.
  case unconfirmed
  /// Rows that rest on a page nobody read.
  case pageUnread
  /// The same name in two spellings.
  case spelledTwice
  /// A date that a source of the row narrows.
  case dateNarrowed
  /// A table that ends long before today.
  case reachEnds

  /// The words of the file.
  public static let words = [
    "target-passed", "long-announced", "talks-open", "relation-late", "investment-unpaired",
    "site-differs", "closed-at-signing", "figure-lost", "parts-exceed", "note-contradicts",
    "unconfirmed", "page-unread", "spelled-twice", "date-narrowed", "reach-ends",
  ]
}
