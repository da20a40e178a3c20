extension Findings {
  /// Sites in cities that no map knows, or that lie elsewhere.
  mutating func checkPlaces() {
    let dataset = dataset
    guard !dataset.places.isEmpty else { return }
    var countries: [String: [ID<Country>]] = [:]
    for place in dataset.places {
      countries[dataset.string(place.city), default: []].append(place.country)
    }
    for row in dataset.compute where !row.city.isEmpty {
      let city = dataset.string(row.city)
      guard let known = countries[city] else {
        note(.warning, row, "city", "found \"\(shown(city))\", which places does not have")
        continue
      }
      if !known.contains(row.country) {
        let codes = known.map { dataset.code($0) }.joined(separator: ", ")
        note(
          .warning, row, "city",
          "found \"\(shown(city))\" in \(dataset.code(row.country)), but places has it in \(codes)")
      }
    }
  }

  /// Authorities of which the ledger of steps knows nothing.
  mutating func checkLaw() {
    let dataset = dataset
    for row in dataset.authorities {
      guard let step = EnforcementStepKind(row.role.word) else { continue }
      let group = EnforcementStepKind.place(row.country, step)
      if dataset.enforcementBySteps[group].isEmpty {
        note(
          .warning, row, "role",
          "found \(row.role.word), but enforcement has no such step of \(dataset.code(row.country))"
        )
      }
    }
  }
}
