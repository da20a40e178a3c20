import Dataset

/// The exposure that the filter fields `path` and `through` are about: to whom, in what, how counted.
///
/// The rule: a word that the column `Path` prints is a value of `path:`. On the screen of Exposure the
/// target is that of the screen. Anywhere else it is the usual maker, in compute.
public struct ExposureAim: Hashable, Sendable {
  public let target: ExposureTarget
  public let dimension: ExposureDimension
  public let options: ExposureOptions

  public init(
    _ target: ExposureTarget, in dimension: ExposureDimension = .compute,
    _ options: ExposureOptions = ExposureOptions()
  ) {
    self.target = target
    self.dimension = dimension
    self.options = options
  }

  fileprivate var organisation: ID<Organisation>? {
    if case .organisation(let id) = target { id } else { nil }
  }
}

extension Filter {
  /// True if it asks about an exposure, so that it says something else for every target.
  public var isAboutExposure: Bool {
    terms.contains { term in
      if case .field(let field, _, _) = term.test {
        ["path", "through"].contains(field.name)
      } else {
        false
      }
    }
  }
}

extension FilterField {
  /// The fields about an exposure.
  static let exposures = [
    FilterField(
      "path", or: ["reach", "how"], .words(ExposurePathWord.words),
      "how an organisation of the row depends on the target of Exposure"
    ) { compiler, term throws(FilterError) in
      let words = try compiler.mask(ExposurePathWord.self, term)
      return compiler.isExposed(asks: words != 0) { words & bit($0.pathWord) != 0 }
    },
    FilterField(
      "through", .organisations, "through whom an organisation of the row depends on the target"
    ) { compiler, term throws(FilterError) in
      let wanted = try compiler.parties(term)
      let target = compiler.aimed?.organisation
      return compiler.isExposed(asks: !term.values.isEmpty) { found in
        found.pathWord != .none
          && found.intermediaries(to: target).contains { wanted[$0] }
      }
    },
  ]
}

extension FilterCompiler {
  fileprivate var aimed: ExposureAim? {
    aim ?? snapshot.flatMap { Compute.usualMaker(in: $0) }.map { ExposureAim(.organisation($0)) }
  }

  /// True for a row with an organisation whose exposure is as asked. Without a day, or without values,
  /// nothing is looked up.
  fileprivate func isExposed(
    asks: Bool, _ holds: (OrganisationExposure) -> Bool
  ) -> PerRow<Bool> {
    var members = Members<Organisation>(capacity: dataset.organisations.count)
    if asks, let snapshot, let aimed,
      let exposure = try? Exposure(
        of: snapshot, to: aimed.target, in: aimed.dimension, aimed.options)
    {
      for found in exposure.organisations where holds(found) { members.insert(found.id) }
    }
    return isAbout(members)
  }
}
