import Dataset

/// The commitments known, by stage from announced to operational.
public struct Funnel: Sendable {
  /// The sites that stand at one status on the day.
  public struct Stage: Sendable {
    public let status: ComputeStatus
    public let commitments: [ID<Commitment>]
    /// The commitments of unknown size, without campus rows.
    public let unknown: Int
    /// Their accelerators; for paused and cancelled commitments the last number named.
    public let accelerators: Int
    /// The accelerators named by a row before the latest, since the latest names none.
    public let saidBefore: Int
    /// Their H100-equivalents; for paused and cancelled commitments as last said, like all of it.
    public let equivalents: SizeSum
    /// Their power in megawatts, each campus once.
    public let power: SizeSum

    public var megawatts: Double { power.size.lowerBound }

    /// Their size in a unit, with the number of commitments that it leaves out.
    public func size(in unit: ComputeUnit) -> SizeSum {
      switch unit {
      case .accelerators: SizeSum(Double(accelerators), unsized: unknown)
      case .h100e: equivalents
      case .mw: power
      }
    }
  }

  /// Announced, contracted, building, operational, paused, cancelled, in this order.
  public let stages: [Stage]
}

extension Compute {
  /// The funnel of the sites known on a day.
  ///
  /// Every site stands at the stage of its latest row, so the stages add up to all sites ever
  /// announced. A row that pauses or cancels often names no size; the size is then that of the row
  /// before (`SizeSaid`).
  public static func funnel(
    of snapshot: Snapshot, where filter: CompiledFilter = .everything
  ) -> Funnel {
    let sites = snapshot.compute.filter { $0.scope == .site && filter.matches($0) }
    // A campus and its tranches may stand at different stages; it is still a single campus.
    let firm = CampusRoles(sites.filter(\.status.isFirm), in: snapshot.dataset)
    let withdrawn = CampusRoles(asLastSaid: sites.filter(\.status.isWithdrawn), in: snapshot)
    return Funnel(
      stages: ComputeStatus.allCases.map { status in
        let rows = sites.filter { $0.status == status }
        let roles =
          status.isFirm
          ? firm : status.isWithdrawn ? withdrawn : CampusRoles(rows, in: snapshot.dataset)
        var tally = ComputeTally()
        for row in rows {
          tally.addFirm(row, roles[row])
          if roles[row] != .campus {
            tally.add(
              equivalents: snapshot.dataset.equivalents(of: row), of: row, isFirm: true)
          }
        }
        var withdrawn = ComputeTally()
        for row in rows where status.isWithdrawn {
          withdrawn.addWithdrawn(row, SizeSaid(of: row, roles[row], in: snapshot))
        }
        return Funnel.Stage(
          status: status, commitments: tally.commitments,
          unknown: status.isWithdrawn ? withdrawn.withdrawnUnknown : tally.unknown,
          accelerators: status.isWithdrawn ? withdrawn.withdrawn : tally.accelerators,
          saidBefore: max(0, withdrawn.withdrawn - tally.accelerators),
          equivalents: status.isWithdrawn ? withdrawn.withdrawnEquivalents : tally.equivalents,
          power: status.isWithdrawn
            ? withdrawn.withdrawn(in: .mw)
            : SizeSum(tally.megawatts, unsized: tally.unknownPower))
      })
  }
}
