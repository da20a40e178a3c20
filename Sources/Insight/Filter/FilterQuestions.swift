import Dataset

/// The questions that several fields ask of rows.
extension FilterCompiler {
  func isAbout(_ wanted: Members<Organisation>) -> PerRow<Bool> {
    let snapshot = snapshot
    return PerRow(
      organisation: { wanted[$0.id] }, round: { wanted[$0.company] },
      investment: { wanted[snapshot?.round($0.round)?.company] },
      valuation: { wanted[$0.company] },
      commitment: { wanted[$0.operatedBy] || wanted[$0.customer] },
      relation: { wanted[$0.from] || wanted[$0.to] }, model: { wanted[$0.developer] },
      signatory: { wanted[$0.organisation] })
  }

  /// True for a row in one of some countries: its own, or else the home of an organisation of it.
  func isPlaced(in countries: Members<Country>) -> PerRow<Bool> {
    var isPlaced = isAbout(organisations { countries[$0.country] })
    isPlaced.commitment = { countries[$0.country] }
    isPlaced.authority = { countries[$0.country] }
    isPlaced.step = { countries[$0.country] }
    isPlaced.country = { countries[$0.id] }
    return isPlaced
  }

  /// True for a round in which some organisations took part. Also true for a row about a company of such a
  /// round.
  func isFunded(by investors: Members<Organisation>, onlyLeads: Bool) -> PerRow<Bool> {
    let rounds = rounds { investors[$0.investor] && (!onlyLeads || $0.role == .lead) }
    var companies = Members<Organisation>(capacity: dataset.organisations.count)
    if let snapshot {
      for round in snapshot.rounds where rounds[round.id] { companies.insert(round.company) }
    }
    var isFunded = isAbout(companies)
    isFunded.round = { rounds[$0.id] }
    isFunded.investment = { investors[$0.investor] && (!onlyLeads || $0.role == .lead) }
    isFunded.relation = { $0.kind == .investsIn && investors[$0.from] && !onlyLeads }
    return isFunded
  }

  /// The date on which a row was announced, took effect or happens.
  var dates: PerRow<PartialDate?> {
    let snapshot = snapshot
    return PerRow(
      round: { $0.date }, investment: { snapshot?.round($0.round)?.date },
      valuation: { $0.date }, commitment: { $0.date }, relation: { $0.date },
      authority: { $0.date }, step: { $0.date }, milestone: { $0.scheduled ?? $0.date },
      source: { $0.published }, model: { $0.date }, signatory: { $0.date })
  }

  /// The day from which that date counts: its last day, or the day on which its package was revised.
  ///
  /// A scheduled milestone comes by the last day that its date may mean, however early the data was revised.
  var days: PerRow<Day?> {
    let (dataset, snapshot) = (dataset, snapshot)
    return PerRow(
      round: { dataset.known($0) },
      investment: { snapshot?.round($0.round).map { dataset.known($0) } },
      valuation: { dataset.known($0) }, commitment: { dataset.known($0) },
      relation: { dataset.known($0) }, authority: { dataset.known($0) },
      step: { dataset.known($0) }, milestone: { $0.scheduled?.lastDay ?? dataset.known($0) },
      source: { row in row.published.map { dataset.rateDay($0, in: row.origin) } },
      model: { dataset.known($0) }, signatory: { dataset.known($0) })
  }

  /// True for a source of a set, and for a row that names such a source.
  func cites(_ wanted: Members<Source>) -> PerRow<Bool> {
    let dataset = dataset
    let sources = PerRow<IDList<Source>>(
      organisation: \.sources, round: \.sources, investment: \.sources, valuation: \.sources,
      commitment: \.sources, relation: \.sources, authority: \.sources, step: \.sources,
      milestone: \.sources, model: \.sources, signatory: \.sources)
    var cites = sources.map { dataset.ids($0).contains { wanted[$0] } }
    cites.source = { wanted[$0.id] }
    return cites
  }

  /// True for a row of a set. Also true for a part taken in a round of it, or a signature under an
  /// instrument of it.
  func isAmong(_ set: RowSet) -> PerRow<Bool> {
    PerRow(
      organisation: { set.organisations[$0.id] }, round: { set.rounds[$0.id] },
      investment: { set.rounds[$0.round] }, commitment: { set.commitments[$0.id] },
      milestone: { set.milestones[$0.id] }, claim: { set.claims[$0.id] },
      source: { set.sources[$0.id] }, model: { set.models[$0.id] },
      signatory: { set.milestones[$0.instrument] })
  }

  /// True for a row that holds a text, or names an organisation or a country that does.
  func contains(_ text: String) -> PerRow<Bool> {
    let (dataset, snapshot, needle) = (dataset, snapshot, Needle(text))
    let named = organisations {
      needle.occurs(in: dataset.slug($0.id)) || dataset.text($0.name, has: [needle], isExact: false)
    }
    var places = Members<Country>(capacity: dataset.countries.count)
    for country in dataset.countries
    where dataset.text(country.name, has: [needle], isExact: false) {
      places.insert(country.id)
    }
    let countries = places
    let funded = named.isEmpty ? Members<Round>(capacity: 0) : rounds { named[$0.investor] }
    let needles = [needle]
    let has: @Sendable (Text) -> Bool = { dataset.text($0, has: needles, isExact: false) }
    return PerRow(
      organisation: { named[$0.id] || countries[$0.country] || has($0.city) || has($0.note) },
      round: { named[$0.company] || funded[$0.id] || has($0.series) || has($0.note) },
      investment: { named[$0.investor] || named[snapshot?.round($0.round)?.company] },
      valuation: { named[$0.company] || has($0.note) },
      commitment: {
        named[$0.operatedBy] || named[$0.customer] || named[$0.vendor] || countries[$0.country]
          || [$0.name, $0.city, $0.chip, $0.note].contains(where: has)
      },
      relation: { named[$0.from] || named[$0.to] || has($0.note) },
      authority: {
        countries[$0.country]
          || [$0.name, $0.english, $0.acronym, $0.website, $0.legalBasis, $0.note]
            .contains(where: has)
      },
      step: { countries[$0.country] || has($0.detail) },
      country: { countries[$0.id] },
      milestone: { [$0.title, $0.instrument, $0.article, $0.note].contains(where: has) },
      claim: { [$0.claim, $0.stated, $0.unit, $0.method].contains(where: has) },
      source: { [$0.title, $0.publisher, $0.url].contains(where: has) },
      model: { row in
        named[row.developer] || named[row.trainedOn] || named[row.baseDeveloper]
          || dataset.ids(row.hostedBy).contains { named[$0] }
          || [row.name, row.licence, row.note].contains(where: has)
      },
      signatory: { named[$0.organisation] || has($0.note) })
  }
}
