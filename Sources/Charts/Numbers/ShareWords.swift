/// A share as people say it: `four in five`.
public enum ShareWords {
  private static let words: [(share: Double, words: String)] = [
    (0.1, "one in ten"), (0.2, "one in five"), (0.25, "a quarter"), (1.0 / 3, "a third"),
    (0.4, "two in five"), (0.5, "half"), (0.6, "three in five"), (2.0 / 3, "two in three"),
    (0.75, "three in four"), (0.8, "four in five"), (0.9, "nine in ten"),
    (0.95, "nineteen in twenty"),
  ]

  /// The words for a share that is within two hundredths of a plain share; else its per cent.
  public static func of(_ share: Double) -> String {
    guard share.isFinite else { return NumberFormat.percent(share) }
    if share >= 0.995 { return "all" }
    let nearest = words.min { abs($0.share - share) < abs($1.share - share) }
    guard let nearest, abs(nearest.share - share) < 0.02 else { return NumberFormat.percent(share) }
    return nearest.words
  }

  /// The share with its noun, at the beginning of a sentence: `Half of the money`, `Two in five dollars`.
  ///
  /// - Parameters:
  ///   - whole: the noun after `of`.
  ///   - each: the noun of what is counted, after `two in five`.
  public static func part(_ share: Double, of whole: String, each: String) -> String {
    let words = of(share)
    let joint = words.contains(" in ") || words == "all" ? " \(each)" : " of \(whole)"
    return words.prefix(1).uppercased() + words.dropFirst() + joint
  }
}
