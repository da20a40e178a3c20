import Dataset

/// An exposure with the chokepoints of the day and, where something is cut, what is lost: what the
/// command `exposure` tells.
public struct ExposureReport: Sendable {
  public let exposure: Exposure
  public let chokepoints: ChokepointReport
  /// The loss by a cut, where one is asked for.
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

extension ExposureReport: Encodable {
  private enum Key: String, CodingKey {
    case chokepoints, lost
  }

  /// Writes the keys of the exposure, then `chokepoints` and, with a cut, `lost`.
  public func encode(to encoder: any Encoder) throws { try encode(to: encoder) { _ in true } }

  /// Writes the same with the organisations that are shown alone (the filter); what a cut takes is told whole.
  public func encode(
    to encoder: any Encoder, showing isShown: (ID<Organisation>) -> Bool
  ) throws {
    try exposure.encode(to: encoder, showing: isShown)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(chokepoints.only(isShown), forKey: .chokepoints)
    try container.encodeIfPresent(lost, forKey: .lost)
  }
}
