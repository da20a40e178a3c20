import Dataset

/// An exposure with the chokepoints of the day and, where something is cut, what is lost: what the
/// command `exposure` tells.
public struct ExposureReport: Sendable {
  public let exposure: Exposure
  public let chokepoints: ChokepointReport
  /// The loss by a cut, where a cut is asked for.
  public let lost: CutReport?

  /// The report of a snapshot.
  ///
  /// Throws where the dimension cannot be asked of the target.
  ///
  public init(
    of snapshot: Snapshot, to target: ExposureTarget, in dimension: ExposureDimension,
    cutting scenario: Scenario? = nil,
    _ options: ExposureOptions = ExposureOptions()
  ) throws(ExposureProblem) {
    exposure = try Exposure(of: snapshot, to: target, in: dimension, options)
    chokepoints = ChokepointReport(of: snapshot, options)
    lost = scenario.map { CutReport(of: snapshot, cutting: $0, options) }
  }
}

extension ExposureReport: JSONConvertible {
  /// The keys of the exposure, then `chokepoints` and, with a cut, `lost`.
  public var json: JSON { json { _ in true } }

  /// The same with the organisations that are shown alone (the filter); a loss is told whole.
  public func json(showing isShown: (ID<Organisation>) -> Bool) -> JSON {
    exposure.json(showing: isShown).adding(["chokepoints": chokepoints.only(isShown)])
      .adding(lost.map { ["lost": $0] })
  }
}
