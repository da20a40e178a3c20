import Dataset

extension FilterCompiler {
  func organisations(_ term: Term) throws(FilterError) -> Members<Organisation> {
    var found = Members<Organisation>(capacity: dataset.organisations.count)
    for (value, range) in term.texts {
      let matches = organisations(named: value, isExact: term.isExact)
      guard !matches.isEmpty else {
        let names = dataset.organisations.flatMap {
          [dataset.slug($0.id), dataset.string($0.name)]
        }
        throw error(
          .unknownName(value, term.field), range,
          nearest(to: value, among: names).map(FilterField.quoted))
      }
      for id in matches { found.insert(id) }
    }
    return found
  }

  /// Looks up who invests, operates, rents or makes: those named with everyone of their groups, so that a
  /// filter agrees with the page of an investor. `=` means those named and nobody else.
  func parties(_ term: Term) throws(FilterError) -> Members<Organisation> {
    let named = try organisations(term)
    return term.isExact ? named : grouped(named)
  }

  private func organisations(named value: String, isExact: Bool) -> [ID<Organisation>] {
    let needle = Needle(value)
    let names = dataset.organisations.map { ($0.id, dataset.slug($0.id), dataset.string($0.name)) }
    let exact = names.filter { needle.equals($0.1) || needle.equals($0.2) }
    if isExact || !exact.isEmpty { return exact.map(\.0) }
    return names.filter { needle.occurs(in: $0.1) || needle.occurs(in: $0.2) }.map(\.0)
  }

  /// Everyone whose group one of some organisations heads, or belongs to the group of.
  func grouped(_ set: Members<Organisation>) -> Members<Organisation> {
    var grouped = set
    for organisation in dataset.organisations {
      var ancestor = organisation
      for _ in dataset.organisations.indices {
        guard let parent = ancestor.parent else { break }
        if set[parent] { grouped.insert(organisation.id) }
        ancestor = dataset[parent]
      }
    }
    return grouped
  }

  func organisations(where holds: (Organisation) -> Bool) -> Members<Organisation> {
    members(dataset.organisations.count, of: dataset.organisations, by: \.id, where: holds)
  }

  /// The ids that rows have where something holds for a row, out of so many ids.
  private func members<Row, Named>(
    _ capacity: Int, of rows: [Row], by id: (Row) -> ID<Named>, where holds: (Row) -> Bool
  ) -> Members<Named> {
    var found = Members<Named>(capacity: capacity)
    for row in rows where holds(row) { found.insert(id(row)) }
    return found
  }

  func countries(_ term: Term) throws(FilterError) -> Members<Country> {
    var found = Members<Country>(capacity: dataset.countries.count)
    for (value, range) in term.texts {
      let needle = Needle(value)
      let typed = dataset.country(typed: value)
      let exact = dataset.countries.filter {
        $0.id == typed || needle.equals(dataset.code($0.id)) || needle.equals(dataset.name($0.id))
      }
      let matches =
        term.isExact || !exact.isEmpty
        ? exact : dataset.countries.filter { needle.occurs(in: dataset.name($0.id)) }
      guard !matches.isEmpty else {
        let names = dataset.countries.flatMap { [dataset.code($0.id), dataset.name($0.id)] }
        throw error(
          .unknownName(value, term.field), range,
          nearest(to: value, among: names).map(FilterField.quoted))
      }
      for country in matches { found.insert(country.id) }
    }
    return found
  }

  func jurisdictions(_ term: Term) throws(FilterError) -> Members<Country> {
    var wanted: UInt32 = 0
    for (value, range) in term.texts {
      // The whole word: its beginning has always meant the Union.
      wanted |=
        value.lowercased() == FilterField.europe.lowercased()
        ? Jurisdiction.allCases.filter(\.isEuropean).reduce(0) { $0 | bit($1) }
        : try mask(Jurisdiction.self, value, term, range)
    }
    var found = Members<Country>(capacity: dataset.countries.count)
    for country in dataset.countries
    where wanted & bit(dataset.jurisdiction(of: country.id)) != 0 {
      found.insert(country.id)
    }
    return found
  }

  func sources(_ term: Term) throws(FilterError) -> Members<Source> {
    var found = Members<Source>(capacity: dataset.sources.count)
    for (value, range) in term.texts {
      let needle = Needle(value)
      if let id = dataset.source(value) {
        found.insert(id)
        continue
      }
      let matches = dataset.sources.filter { source in
        !term.isExact
          && (needle.occurs(in: dataset.slug(source.id))
            || dataset.text(source.title, has: [needle], isExact: false))
      }
      guard !matches.isEmpty else {
        let slugs = dataset.sources.map { dataset.slug($0.id) }
        throw error(.unknownName(value, term.field), range, nearest(to: value, among: slugs))
      }
      for source in matches { found.insert(source.id) }
    }
    return found
  }

  func sources(where holds: (Source) -> Bool) -> Members<Source> {
    members(dataset.sources.count, of: dataset.sources, by: \.id, where: holds)
  }

  /// The rounds with a part taken of some sort.
  func rounds(where holds: (Investment) -> Bool) -> Members<Round> {
    members(dataset.rounds.count, of: dataset.investments, by: \.round, where: holds)
  }
}
