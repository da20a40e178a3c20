import Dataset

/// The role of a row of compute among those of the same operator at the same place.
///
/// The research keeps the power of a campus in its own row, apart from the tranches with the
/// accelerators. Narvik has 230 MW in one row, and 52,000 and 30,000 accelerators in two others.
/// Adding up both would count power twice or call a campus "unknown".
public enum CampusRole: Hashable, Sendable {
  case site
  /// Carries the power of the place and 0 accelerators.
  case campus
  /// Carries accelerators; its power, if it names any, is inside that of a campus row.
  case tranche
}

/// The roles of commitments, found from the rows alone.
///
/// The rule looks at the rows of an operator in a city. Those with power and 0 accelerators are
/// campus rows if other rows have accelerators. The power of those others must not add up to more.
/// Those others are its tranches. Rows without operator or city stand alone. An empty number is an
/// unknown size, never a campus: a plan of unknown size is no part of another plan.
struct CampusRoles {
  private struct Place: Hashable {
    let operatedBy: ID<Organisation>
    let country: ID<Country>
    let city: String
  }

  private var roles: [ID<Commitment>: CampusRole] = [:]

  /// The roles by what the rows say, or by other figures where they are given.
  init(
    _ commitments: [Commitment], in dataset: Dataset,
    accelerators: (Commitment) -> Int? = { $0.accelerators },
    megawatts: (Commitment) -> Double? = { $0.megawatts }
  ) {
    // A campus row has power and says that it has no accelerators.
    func isPowerAlone(_ row: Commitment) -> Bool {
      accelerators(row) == 0 && megawatts(row) != nil
    }
    // Campus rows are few, and only what their operators have can lie on them.
    let operators = Set(commitments.filter(isPowerAlone).compactMap(\.operatedBy))
    guard !operators.isEmpty else { return }
    var places: [Place: [Commitment]] = [:]
    for commitment in commitments {
      guard let operatedBy = commitment.operatedBy, operators.contains(operatedBy),
        !commitment.city.isEmpty
      else { continue }
      let place = Place(
        operatedBy: operatedBy, country: commitment.country,
        city: dataset.string(commitment.city))
      places[place, default: []].append(commitment)
    }
    for rows in places.values {
      let tranches = rows.filter { (accelerators($0) ?? 0) > 0 }
      let campuses = rows.filter(isPowerAlone)
      func power(_ rows: [Commitment]) -> Double { rows.reduce(0) { $0 + (megawatts($1) ?? 0) } }
      guard !tranches.isEmpty, !campuses.isEmpty, power(tranches) <= power(campuses) else {
        continue
      }
      for row in tranches { roles[row.id] = .tranche }
      for row in campuses { roles[row.id] = .campus }
    }
  }

  subscript(commitment: Commitment) -> CampusRole { roles[commitment.id] ?? .site }
}
