import Dataset

public struct ComputeTally: Sendable {
  /// The firm commitments: contracted, building or operational sites.
  public internal(set) var commitments: [ID<Commitment>] = []
  /// The firm commitments of unknown size, without campus rows, whose tranches carry the
  /// accelerators.
  public internal(set) var unknown = 0
  /// The accelerators of the firm commitments; a lower bound if some are unknown.
  public internal(set) var accelerators = 0
  public internal(set) var running = 0
  /// The firm commitments that run and whose accelerators are not known: with them `running` is the
  /// least that runs.
  public internal(set) var runningUnknown = 0
  /// The electrical power of the firm commitments in megawatts, each campus once.
  public internal(set) var megawatts = 0.0
  /// The firm commitments whose power is not known and not inside that of a campus row.
  public internal(set) var unknownPower = 0
  /// The firm commitments that carry the power of a campus for its tranches.
  public internal(set) var campuses = 0
  public internal(set) var announcedCommitments: [ID<Commitment>] = []
  /// The announced commitments of unknown size.
  public internal(set) var announcedUnknown = 0
  public internal(set) var announced = 0
  /// The power announced in megawatts.
  public internal(set) var announcedMegawatts = 0.0

  /// The sites that were paused or cancelled; they are in no other figure.
  public internal(set) var withdrawnCommitments: [ID<Commitment>] = []
  /// The withdrawn commitments for which no row ever named accelerators.
  public internal(set) var withdrawnUnknown = 0
  public internal(set) var withdrawn = 0

  /// The H100-equivalents of the firm commitments, where they are asked for.
  public internal(set) var equivalents = SizeSum()
  /// The same of those that run.
  public internal(set) var runningEquivalents = SizeSum()
  /// The same of those announced.
  public internal(set) var announcedEquivalents = SizeSum()
  /// The same of those paused or cancelled, by what was last said of their number.
  public internal(set) var withdrawnEquivalents = SizeSum()
  /// The announced commitments whose power is not known and not inside that of a campus row.
  public internal(set) var announcedUnknownPower = 0
  /// The power of the withdrawn commitments in megawatts, as last said, each campus once.
  public internal(set) var withdrawnMegawatts = 0.0
  /// The withdrawn commitments for which no row ever named a power.
  public internal(set) var withdrawnUnknownPower = 0
  /// The power of the firm commitments that run, in megawatts.
  public internal(set) var runningMegawatts = 0.0

  public init() {}

  public var all: [ID<Commitment>] {
    commitments + announcedCommitments + withdrawnCommitments
  }

  /// True if everything in it was paused or cancelled.
  public var isWithdrawn: Bool {
    commitments.isEmpty && announcedCommitments.isEmpty && !withdrawnCommitments.isEmpty
  }

  /// True if the accelerators are a lower bound, because some counts are not known.
  public var isAtLeast: Bool { unknown > 0 }

  mutating func addFirm(_ commitment: Commitment, _ role: CampusRole) {
    commitments.append(commitment.id)
    if commitment.status == .operational, role != .tranche {
      runningMegawatts += commitment.megawatts ?? 0
    }
    if let count = commitment.accelerators {
      accelerators += count
      if commitment.status == .operational { running += count }
    } else if role != .campus {
      unknown += 1
      if commitment.status == .operational { runningUnknown += 1 }
    }
    switch role {
    case .campus:
      campuses += 1
      megawatts += commitment.megawatts ?? 0
    case .tranche: break
    case .site:
      if let power = commitment.megawatts { megawatts += power } else { unknownPower += 1 }
    }
  }

  mutating func addAnnounced(_ commitment: Commitment, _ role: CampusRole) {
    announcedCommitments.append(commitment.id)
    if let count = commitment.accelerators {
      announced += count
    } else if role != .campus {
      announcedUnknown += 1
    }
    if role != .tranche { announcedMegawatts += commitment.megawatts ?? 0 }
    if role == .site, commitment.megawatts == nil { announcedUnknownPower += 1 }
  }

  /// Adds the H100-equivalents of a commitment; `nil` where they are not known.
  mutating func add(equivalents: ClosedRange<Double>?, of commitment: Commitment, isFirm: Bool) {
    guard isFirm else { return announcedEquivalents.add(equivalents) }
    self.equivalents.add(equivalents)
    if commitment.status == .operational { runningEquivalents.add(equivalents) }
  }

  /// Adds a site that was paused or cancelled, of a size as last said.
  mutating func addWithdrawn(_ commitment: Commitment, _ said: SizeSaid) {
    withdrawnCommitments.append(commitment.id)
    if let size = said.accelerators { withdrawn += size } else { withdrawnUnknown += 1 }
    withdrawnEquivalents.add(said.equivalents)
    if let power = said.megawatts {
      withdrawnMegawatts += power
    } else {
      withdrawnUnknownPower += 1
    }
  }

  /// Adds the sums of other sites.
  mutating func add(_ other: ComputeTally) {
    commitments += other.commitments
    unknown += other.unknown
    accelerators += other.accelerators
    running += other.running
    runningUnknown += other.runningUnknown
    megawatts += other.megawatts
    unknownPower += other.unknownPower
    campuses += other.campuses
    announcedCommitments += other.announcedCommitments
    announcedUnknown += other.announcedUnknown
    announced += other.announced
    announcedMegawatts += other.announcedMegawatts
    withdrawnCommitments += other.withdrawnCommitments
    withdrawnUnknown += other.withdrawnUnknown
    withdrawn += other.withdrawn
    equivalents.add(other.equivalents)
    runningEquivalents.add(other.runningEquivalents)
    announcedEquivalents.add(other.announcedEquivalents)
    withdrawnEquivalents.add(other.withdrawnEquivalents)
    announcedUnknownPower += other.announcedUnknownPower
    withdrawnMegawatts += other.withdrawnMegawatts
    withdrawnUnknownPower += other.withdrawnUnknownPower
    runningMegawatts += other.runningMegawatts
  }
}
