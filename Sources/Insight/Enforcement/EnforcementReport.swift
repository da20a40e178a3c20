import Dataset

/// The states that may enforce the AI Act, as known on a day, and the parts that the others lack.
public struct EnforcementReport: Sendable {
  public let snapshot: Snapshot
  /// The day from which a step counts: that of its effect, or that of its publication.
  public let basis: TimelineBasis
  /// The members of the Union, by code.
  public let members: [StateEnforcement]
  /// The states of the EEA, Switzerland and the United Kingdom of which there are rows, by code.
  public let others: [StateEnforcement]

  public init(_ snapshot: Snapshot, basis: TimelineBasis = .happened) {
    let dataset = snapshot.dataset
    let ledger = EnforcementLedger(dataset, basis: basis)
    var bodies: [ID<Country>: [Authority]] = [:]
    for authority in snapshot.authorities {
      bodies[authority.country, default: []].append(authority)
    }
    let states = dataset.countries
      .filter { $0.bloc == .eu || $0.bloc == .eea || $0.bloc == .ch || $0.bloc == .uk }
      .sorted { dataset.code($0.id) < dataset.code($1.id) }
      .map { country in
        StateEnforcement(
          country, snapshot: snapshot, ledger: ledger, authorities: bodies[country.id] ?? [])
      }
    self.snapshot = snapshot
    self.basis = basis
    members = states.filter { $0.bloc == .eu }
    others = states.filter { $0.bloc != .eu && $0.isKnown }
  }

  private init(
    snapshot: Snapshot, basis: TimelineBasis, members: [StateEnforcement],
    others: [StateEnforcement]
  ) {
    self.snapshot = snapshot
    self.basis = basis
    self.members = members
    self.others = others
  }

  /// The same of some states alone (the filter); its counts are then of those.
  public func only(_ isWanted: (ID<Country>) -> Bool) -> EnforcementReport {
    EnforcementReport(
      snapshot: snapshot, basis: basis, members: members.filter { isWanted($0.country) },
      others: others.filter { isWanted($0.country) })
  }

  public var day: Day { snapshot.day }

  public var states: [StateEnforcement] { members + others }

  /// The members with full enforcement authority, by code.
  public var full: [StateEnforcement] { members.filter(\.isFull) }

  /// The members that may have it: what they lack was legislated but not seen to have effect.
  public var possible: [StateEnforcement] { members.filter { $0.standing == .possible } }

  /// The members whose three designations hold, penalties aside.
  public var designated: [StateEnforcement] {
    members.filter { state in
      EnforcementDefinition.parts.allSatisfy { $0 == .penalties || state[$0].holds }
    }
  }

  /// A state; `nil` for a country outside Europe, or outside the Union and without a row.
  public subscript(country: ID<Country>) -> StateEnforcement? {
    members.first { $0.country == country } ?? others.first { $0.country == country }
  }
}

extension StateEnforcement {
  init(
    _ country: Country, snapshot: Snapshot, ledger: EnforcementLedger, authorities: [Authority]
  ) {
    let day = snapshot.day
    let standing = ledger.standing(country.id, day)
    self.init(
      country: country.id, bloc: country.bloc,
      cells: EnforcementStepKind.allCases.map { step in
        EnforcementCell(
          step: step, history: ledger.history(country.id, step, day), snapshot: snapshot)
      },
      authorities: authorities, standing: standing,
      fullSince: standing == .full
        ? ledger.days(of: country.id).filter { $0 <= day }.reversed()
          .prefix { ledger.standing(country.id, $0) == .full }.last : nil)
  }

  var isKnown: Bool { cells.contains { $0.row != nil } }
}
