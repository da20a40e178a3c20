import Dataset

extension FilterField {
  /// Every field, in the order in which they are offered.
  public static let all = names + things + steps + pages + rows + dates + figures + exposures

  static let company = FilterField(
    "company", or: ["developer", "organisation"], .organisations,
    "an organisation of the row, by id or name"
  ) { compiler, term throws(FilterError) in
    compiler.isAbout(try compiler.organisations(term))
  }

  private static let names = [
    company,
    FilterField("group", .organisations, "an organisation or anyone in its group") {
      compiler, term throws(FilterError) in
      compiler.isAbout(compiler.grouped(try compiler.organisations(term)))
    },
    FilterField("layer", .words(Layer.words), "the layer of an organisation of the row") {
      compiler, term throws(FilterError) in
      let layers = try compiler.mask(Layer.self, term)
      return compiler.isAbout(compiler.organisations { layers & bit($0.layer) != 0 })
    },
    FilterField(
      "country", or: ["home", "state"], .countries,
      "the home of a company, the place of a site, the state of a step",
      attribute: Attribute(name: "country") { compiler in
        let dataset = compiler.dataset
        return PerRow(
          organisation: { $0.country != nil }, round: { dataset[$0.company].country != nil })
      }
    ) { compiler, term throws(FilterError) in
      compiler.isPlaced(in: try compiler.countries(term))
    },
    FilterField(
      "bloc", or: ["jurisdiction", "region"], .jurisdictions,
      "Europe, EU-27, EEA, CH, UK, US, other"
    ) { compiler, term throws(FilterError) in
      compiler.isPlaced(in: try compiler.jurisdictions(term))
    },
    FilterField(
      "kind", .words(kindWords),
      "the kind of row, such as round or site; of organisation, relation or source"
    ) { compiler, term throws(FilterError) in try compiler.isOfKind(term) },
    FilterField(
      "investor", or: ["investors"], .organisations,
      "who took part in the round, or funded the company, or anyone of its group; = it alone",
      offers: .organisations(PerRow(investment: { $0.investor })),
      attribute: Attribute(name: "investor") { compiler in
        let funded = compiler.rounds { _ in true }
        return PerRow(round: { funded[$0.id] })
      }
    ) { compiler, term throws(FilterError) in
      compiler.isFunded(by: try compiler.parties(term), onlyLeads: false)
    },
    FilterField(
      "lead", .organisations, "who led the round, or anyone of its group; = it alone",
      offers: .organisations(PerRow(investment: { $0.role == .lead ? $0.investor : nil }))
    ) {
      compiler, term throws(FilterError) in
      compiler.isFunded(by: try compiler.parties(term), onlyLeads: true)
    },
    FilterField(
      "role", .words(InvestorRole.words + AuthorityRole.words),
      "lead, participant, strategic; or the task of an authority"
    ) { compiler, term throws(FilterError) in try compiler.hasRole(term) },
    organisation(
      "operator", "who operates the compute, or anyone of its group; = it alone",
      PerRow(commitment: \.operatedBy)),
    organisation(
      "customer", or: ["tenant", "tenants"],
      "who rents the compute, or anyone of its group; = it alone",
      PerRow(commitment: \.customer)),
    organisation(
      "vendor", or: ["maker"], "whose chips they are",
      PerRow(commitment: \.vendor, model: \.trainedOn)),
  ]

  private static let things = [
    ofText("chip", or: ["chips"], "the chip", isAttribute: true, PerRow(commitment: \.chip)),
    ofText(
      "city", "the city or town", isAttribute: true,
      PerRow(organisation: \.city, commitment: \.city)),
    word("scope", "site, programme, bid or option", PerRow(commitment: \.scope)),
    FilterField(
      "instrument", or: ["form"], .words(Instrument.words),
      "the form of the money, or the act of a milestone"
    ) { compiler, term throws(FilterError) in try compiler.isOfForm(term) },
    ofText("series", or: ["round"], "the name of the round", PerRow(round: \.series)),
    FilterField(
      "status", .words(statusWords),
      "how far it has come; firm is contracted, building or operational"
    ) { compiler, term throws(FilterError) in try compiler.hasStatus(term) },
    word(
      "confidence", "how good the row is",
      PerRow(
        round: \.confidence, valuation: \.confidence, commitment: \.confidence,
        authority: \.confidence, step: \.confidence, milestone: \.confidence, model: \.confidence)
    ),
  ]

  /// A step not in effect, or something that a row does not say.
  static let missing = FilterField(
    "missing", or: ["lacks"], .words(saidWords),
    "a step not in effect, or what a row does not say; missing= that and no other step"
  ) { compiler, term throws(FilterError) in try compiler.says(term, isWanted: false) }

  private static let steps = [
    word("step", "a step towards enforcement", PerRow(step: \.step)),
    missing,
    FilterField(
      "has", .words(saidWords),
      "a step in effect, or something the row says; has= that and no other step"
    ) { compiler, term throws(FilterError) in try compiler.says(term, isWanted: true) },
  ]

  private static let pages = [
    FilterField(
      "source", or: ["sources"], .sources, "a source, by id or title",
      attribute: Attribute(name: "url") { compiler in
        compiler.cites(compiler.sources { !$0.url.isEmpty })
      }
    ) { compiler, term throws(FilterError) in compiler.cites(try compiler.sources(term)) },
    FilterField(
      "publisher", .text, "who published a source", offers: .texts(PerRow(source: \.publisher))
    ) { compiler, term in
      compiler.cites(
        compiler.sources {
          compiler.dataset.text($0.publisher, has: term.needles, isExact: term.isExact)
        })
    },
    word("weights", "who may use a model's weights", PerRow(model: \.weights)),
    ofText("briefing", "which briefing a claim is from", PerRow(claim: \.briefing)),
  ]

  static let anywhere = FilterField("text", .text, "anywhere in the row") { compiler, term in
    .any(term.texts.map { compiler.contains($0.text) })
  }

  private static let rows = [
    FilterField("id", .ids, "the row itself, or all whose ids begin so") {
      compiler, term throws(FilterError) in compiler.isAmong(try compiler.rows(term))
    },
    anywhere,
    FilterField("watched", .words(["yes", "no"]), "what you watch, marked with w: yes or no") {
      compiler, term throws(FilterError) in try compiler.isWatched(term)
    },
  ]

  private static let dates = [
    date("date", "the date; also date>2025-07-04") { $0.dates },
    FilterField("since", or: ["from"], .date, "dated on or after") { compiler, term in
      let first = term.dates.map(\.value.firstDay).min() ?? Day(number: .min)
      return compiler.days.map { $0.map { $0 >= first } ?? false }
    },
    FilterField("until", or: ["to"], .date, "dated on or before") { compiler, term in
      let last = term.dates.map(\.value.lastDay).max() ?? Day(number: .max)
      return compiler.days.map { $0.map { $0 <= last } ?? false }
    },
    number("year", values: .year, "the year") { $0.dates.map { $0.map { Double($0.year) } } },
    FilterField("quarter", .quarter, "the quarter, such as 2026-Q1") { compiler, term in
      let quarters = term.quarters
      return compiler.dates.map { date in
        guard let date, let month = date.month else { return false }
        return quarters.contains(date.year * 4 + (month + 2) / 3)
      }
    },
    date(
      "target", "when the compute is to run", isAttribute: true
    ) { _ in PerRow(commitment: \.target) },
  ]

  private static let figures = [
    number(
      "amount", or: ["raised"], values: .millions, "millions of dollars raised",
      says: { _ in
        PerRow(
          round: { $0.usdMillions != nil || $0.amount != nil }, investment: { $0.amount != nil })
      }
    ) { compiler in
      let (dataset, snapshot) = (compiler.dataset, compiler.snapshot)
      return PerRow(
        round: { dataset.dollars($0)?.millions },
        investment: { row in
          snapshot?.round(row.round).flatMap { dataset.dollars(row, in: $0) }?.millions
        })
    },
    number(
      "valuation", or: ["valued"], values: .millions, "millions of dollars of value",
      says: { _ in PerRow(round: { $0.postMoney != nil }) }
    ) { compiler in
      let dataset = compiler.dataset
      return PerRow(
        round: { dataset.postMoneyDollars($0)?.millions },
        valuation: { dataset.dollars($0)?.millions })
    },
    number(
      "accelerators", or: ["gpus"], "how many accelerators", isAttribute: true
    ) { _ in
      PerRow(
        commitment: { $0.accelerators.map(Double.init) },
        model: { $0.trainingAccelerators.map(Double.init) })
    },
    number(
      "mw", or: ["power"], "megawatts", isAttribute: true
    ) { _ in PerRow(commitment: \.megawatts) },
    number("parameters", "billions of parameters") { _ in PerRow(model: \.parametersBillions) },
  ]

  /// The attributes that `missing:` and `has:` may ask for, apart from steps.
  static let attributes = (names + things + pages + dates + figures).compactMap(\.attribute)

  private static let saidWords = unique(EnforcementStepKind.words + attributes.map(\.name))

  /// The words of every table's status, and `firm`.
  ///
  /// The rule for values: a word that a column prints is a value of the field of that name. Of what is no site the
  /// column of the status prints what it is, so those words are among them.
  static let statusWords = unique(
    RoundStatus.words + ComputeStatus.words + RelationStatus.words + EnforcementStatus.words
      + MilestoneStatus.words + SignatureStatus.words + ["firm"]
      + ComputeScope.notSites.map(\.word))

  /// The nouns for rows, and the kinds of organisations, relations and sources.
  static let kindWords = unique(
    TableName.asked.map(\.noun) + OrganisationKind.words + RelationKind.words + SourceKind.words)

  /// The word for every jurisdiction of Europe at once.
  static let europe = "Europe"
}

private func unique(_ words: [String]) -> [String] {
  words.enumerated().filter { words.firstIndex(of: $0.element) == $0.offset }.map(\.element)
}
