import Dataset
import Insight

/// The organisations that an exposure tells of, counted by what is known of them.
///
/// The rule of every count: an organisation *depends* where a part of it is documented or known to. It
/// *may* where something open leaves it possible, and does *not* else. These are all there are.
///
/// Whoever depends or may does so by one path: *direct*, *indirect* through others alone, or *unnamed* where
/// no row names the way. So the paths add up to the exposed too.
struct ExposedCounts: Hashable, Sendable {
  /// Those of whom a part surely depends, or all with a size does.
  var sure = 0
  /// Those who depend only if what is open turns out so.
  var possible = 0
  var none = 0
  /// Those who depend or may and have a known share; the rest of them are known by relations alone.
  var known = 0

  /// The exposed by their path.
  private(set) var paths: [ExposurePathWord: Int] = [:]

  /// Those who depend or may.
  var exposed: Int { sure + possible }

  init(_ found: [OrganisationExposure]) {
    for one in found {
      if one.share.documented > 0 || (one.known?.documented ?? 0) > 0 {
        sure += 1
      } else if one.share.possible > 0 {
        possible += 1
      } else {
        none += 1
        continue
      }
      if one.known != nil { known += 1 }
      paths[one.pathWord, default: 0] += 1
    }
  }

  /// The exposed by their path: `37 direct, 26 indirect, 11 unnamed`.
  var pathWords: String {
    ExposurePathWord.allCases.compactMap { word in
      paths[word].map { "\($0) \(word.word)" }
    }.joined(separator: ", ")
  }
}
