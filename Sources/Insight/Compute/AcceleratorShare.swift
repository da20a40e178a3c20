import Dataset

/// A vendor's part of some accelerators, or the part under a law, as an interval.
///
/// The whole is the accelerators that the rows count. Rows without a count cannot be weighed and
/// are told apart (`uncounted`), so the share is of counted accelerators only.
public struct AcceleratorShare: Hashable, Sendable {
  /// The accelerators that are proven to belong to the part.
  public let part: Int
  /// The accelerators of which it is not known whether they do.
  public let open: Int
  public let whole: Int
  /// The rows without a count, campus rows aside.
  public let uncounted: Int

  /// The share that the rows prove, 0...1. Of nothing, nothing is proven: 0.
  public var documented: Double { whole == 0 ? 0 : Double(part) / Double(whole) }

  /// The share if everything open belonged to the part, 0...1. Of nothing, everything is possible: 1.
  public var possible: Double { whole == 0 ? 1 : Double(part + open) / Double(whole) }
}

extension AcceleratorShare: JSONConvertible {
  /// The counts and both ends of the interval.
  public var json: JSON {
    [
      "part": part, "open": open, "whole": whole, "uncounted": uncounted,
      "documented": documented, "possible": possible,
    ]
  }
}

extension Compute {
  /// A vendor's share of the firm accelerators; those of unknown vendor are open.
  public static func share(
    ofVendor vendor: ID<Organisation>, in snapshot: Snapshot, folding: Folding = .none,
    announced: Announced = .beside, where filter: CompiledFilter = .everything
  ) -> AcceleratorShare {
    let heads = GroupHeads(snapshot.dataset, folding)
    return share(in: snapshot, announced, filter) { commitment in
      commitment.vendor.map { heads[$0] == heads[vendor] }
    }
  }

  /// The share of the firm accelerators whose maker is what exposure in compute is measured to: a vendor,
  /// or whoever is at home in a place. `nil` for a commitment, which makes no chips.
  public static func share(
    madeBy target: ExposureTarget, in snapshot: Snapshot, folding: Folding = .none,
    announced: Announced = .beside, where filter: CompiledFilter = .everything
  ) -> AcceleratorShare? {
    let territory: Territory
    switch target {
    case .organisation(let id):
      return share(
        ofVendor: id, in: snapshot, folding: folding, announced: announced, where: filter)
    case .commitment: return nil
    case .country(let id): territory = .country(id)
    case .jurisdiction(let jurisdiction): territory = .jurisdiction(jurisdiction)
    }
    let heads = GroupHeads(snapshot.dataset, folding)
    let places = TerritoryShares(territory, in: snapshot.dataset)
    return share(in: snapshot, announced, filter) { commitment in
      let home = commitment.vendor.map { places.home(of: heads[$0]) } ?? .unknown
      return home.isExact ? home == .all : nil
    }
  }

  /// The share of the firm accelerators for which `belongs` holds; where it is `nil`, they are open.
  public static func share(
    in snapshot: Snapshot, _ announced: Announced = .beside,
    _ filter: CompiledFilter = .everything, belongs: (Commitment) -> Bool?
  ) -> AcceleratorShare {
    let sites = Sites(snapshot, announced, filter)
    var (part, open, whole, uncounted) = (0, 0, 0, 0)
    for commitment in sites.firm {
      guard let count = commitment.accelerators else {
        if sites.firmRoles[commitment] != .campus { uncounted += 1 }
        continue
      }
      whole += count
      switch belongs(commitment) {
      case true?: part += count
      case nil: open += count
      case false?: break
      }
    }
    return AcceleratorShare(part: part, open: open, whole: whole, uncounted: uncounted)
  }
}
