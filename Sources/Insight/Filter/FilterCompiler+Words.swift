import Dataset

extension FilterCompiler {
  /// The cases that the values of a term name, whole or by their beginning.
  func mask<Word: Vocabulary>(_: Word.Type, _ term: Term) throws(FilterError) -> UInt32 {
    var found: UInt32 = 0
    for (value, range) in term.texts { found |= try mask(Word.self, value, term, range) }
    return found
  }

  /// The words that one value of a term means.
  func mask<Word: Vocabulary>(
    _: Word.Type, _ value: String, _ term: Term, _ range: Range<Int>
  ) throws(FilterError) -> UInt32 {
    let matching = Insight.mask(Word.self) { names(value, $0, term) }
    guard matching != 0 else { throw unknownWord(value, term, Word.words, range) }
    return matching
  }

  /// Whether a value means a word: the word, or its beginning where that is allowed and no word is
  /// meant exactly.
  private func names(_ value: String, _ word: String, _ term: Term) -> Bool {
    let (value, word) = (value.lowercased(), word.lowercased())
    if value == word { return true }
    guard !term.isExact, word.hasPrefix(value), case .words(let words) = term.field.values else {
      return !term.isExact && word.hasPrefix(value)
    }
    return !words.contains(value)
  }

  private func unknownWord(
    _ value: String, _ term: Term, _ words: [String], _ range: Range<Int>
  ) -> FilterError {
    error(.unknownWord(value, term.field), range, nearest(to: value, among: words))
  }

  func kind(_ term: Term) throws(FilterError) -> Condition {
    var (organisations, relations, sources): (UInt32, UInt32, UInt32) = (0, 0, 0)
    for (value, range) in term.texts {
      let found = (
        Insight.mask(OrganisationKind.self) { names(value, $0, term) },
        Insight.mask(RelationKind.self) { names(value, $0, term) },
        Insight.mask(SourceKind.self) { names(value, $0, term) }
      )
      guard found.0 | found.1 | found.2 != 0 else {
        let words = OrganisationKind.words + RelationKind.words + SourceKind.words
        throw unknownWord(value, term, words, range)
      }
      organisations |= found.0
      relations |= found.1
      sources |= found.2
    }
    let kinds = organisations
    return .kind(
      KindMask(relations: relations, sources: sources),
      self.organisations { kinds & bit($0.kind) != 0 })
  }

  func status(_ term: Term) throws(FilterError) -> StatusMask {
    for (value, range) in term.texts
    where !FilterField.statusWords.contains(where: { names(value, $0, term) }) {
      throw unknownWord(value, term, FilterField.statusWords, range)
    }
    func mask<Word: Vocabulary>(_: Word.Type) -> UInt32 {
      Insight.mask(Word.self) { word in term.texts.contains { names($0.text, word, term) } }
    }
    let isFirm = term.texts.contains { names($0.text, "firm", term) }
    let firm = ComputeStatus.allCases.filter(\.isFirm).reduce(0) { $0 | bit($1) }
    return StatusMask(
      rounds: mask(RoundStatus.self), compute: mask(ComputeStatus.self) | (isFirm ? firm : 0),
      relations: mask(RelationStatus.self), enforcement: mask(EnforcementStatus.self),
      milestones: mask(MilestoneStatus.self), signatures: mask(SignatureStatus.self))
  }

  func role(_ term: Term) throws(FilterError) -> RoleMask {
    for (value, range) in term.texts {
      let words = InvestorRole.words + AuthorityRole.words
      guard words.contains(where: { names(value, $0, term) }) else {
        throw unknownWord(value, term, words, range)
      }
    }
    let investors = Insight.mask(InvestorRole.self) { word in
      term.texts.contains { names($0.text, word, term) }
    }
    let authorities = Insight.mask(AuthorityRole.self) { word in
      term.texts.contains { names($0.text, word, term) }
    }
    var rounds = Members<Round>(capacity: dataset.rounds.count)
    for investment in dataset.investments where investors & bit(investment.role) != 0 {
      rounds.insert(investment.round)
    }
    return RoleMask(investors: investors, authorities: authorities, rounds: rounds)
  }

  /// Forms of money by their words, and acts of milestones by a part of their name.
  func instrument(_ term: Term) throws(FilterError) -> Condition {
    var forms: UInt32 = 0
    var acts: [Needle] = []
    for (value, range) in term.texts {
      let matching = Insight.mask(Instrument.self) { names(value, $0, term) }
      forms |= matching
      guard matching == 0 else { continue }
      let needle = Needle(value)
      guard
        dataset.milestones.contains(where: {
          dataset.text($0.instrument, has: [needle], isExact: false)
        })
      else { throw unknownWord(value, term, Instrument.words, range) }
      acts.append(needle)
    }
    return .instrument(forms, acts)
  }

  /// What a row has to say, or to lack where it is not wanted.
  ///
  /// With `=` the steps named are meant exactly: `missing=penalties` are the states that lack penalties and
  /// have the other parts of full authority, `missing=penalties,notifying` those that lack these two alone.
  func hasQuery(_ term: Term, isWanted: Bool) throws(FilterError) -> HasQuery {
    let words = EnforcementStepKind.words + Attribute.words
    for (value, range) in term.texts
    where !words.contains(where: { names(value, $0, term) }) {
      throw unknownWord(value, term, words, range)
    }
    func isNamed(_ word: String) -> Bool {
      term.texts.contains { names($0.text, word, term) }
    }
    let attributes = Insight.mask(Attribute.self, where: isNamed)
    let steps = EnforcementStepKind.allCases.filter { isNamed($0.word) }
    let isExact = term.isExact && !steps.isEmpty
    return HasQuery(
      attributes: attributes, statesWith: isExact ? [] : steps.map { states(with: $0) },
      statesExactly: isExact ? states(thatHave: isWanted, exactly: steps) : nil,
      roundsWithInvestors: attributes & bit(Attribute.investor) == 0 ? nil : roundsWithInvestors,
      retrieved: attributes & bit(Attribute.url) == 0 ? nil : sources { !$0.url.isEmpty })
  }

  /// The states in which a step is in effect.
  private func states(with step: EnforcementStepKind) -> Members<Country> {
    var states = Members<Country>(capacity: dataset.countries.count)
    for row in snapshot.map({ Array($0.enforcement) }) ?? []
    where row.step == step && row.status.isEffective { states.insert(row.country) }
    return states
  }

  /// The states that have, or lack, some steps and no other of those and the parts of full authority.
  private func states(
    thatHave isWanted: Bool, exactly steps: [EnforcementStepKind]
  ) -> Members<Country> {
    var states = Members<Country>(capacity: dataset.countries.count)
    guard let snapshot else { return states }
    var held: [ID<Country>: UInt32] = [:]
    for row in snapshot.enforcement where EnforcementDefinition.holds(row.step, row.status) {
      held[row.country, default: 0] |= bit(row.step)
    }
    let named = steps.reduce(0) { $0 | bit($1) }
    let asked = EnforcementDefinition.parts.reduce(named) { $0 | bit($1) }
    for country in dataset.countries {
      let has = held[country.id, default: 0] & asked
      if has == (isWanted ? named : asked & ~named) { states.insert(country.id) }
    }
    return states
  }

  /// Whether what is watched is asked for; both words together let everything through.
  func watched(_ term: Term) throws(FilterError) -> [WatchedSet] {
    var sets: [WatchedSet] = []
    for (value, range) in term.texts {
      guard let word = ["yes", "no"].first(where: { names(value, $0, term) }) else {
        throw unknownWord(value, term, ["yes", "no"], range)
      }
      sets.append(WatchedSet(watching, isWanted: word == "yes", in: dataset))
    }
    return sets
  }

  private var roundsWithInvestors: Members<Round> {
    var rounds = Members<Round>(capacity: dataset.rounds.count)
    for investment in dataset.investments { rounds.insert(investment.round) }
    return rounds
  }

  /// The rows of some ids, whichever table they are of; all whose ids begin so, unless one is meant
  /// exactly.
  func rows(_ term: Term) throws(FilterError) -> RowSet {
    var rows = RowSet(dataset)
    for (value, range) in term.texts {
      let found =
        term.isExact
        ? rows.insert(dataset, where: { $0 == value }, quickly: value)
        : rows.insert(dataset, where: { $0.hasPrefix(value) }, quickly: nil)
      guard found else { throw error(.unknownName(value, term.field), range, nil) }
    }
    return rows
  }
}

extension RowSet {
  init(_ dataset: Dataset) {
    organisations = Members(capacity: dataset.organisations.count)
    rounds = Members(capacity: dataset.rounds.count)
    commitments = Members(capacity: dataset.compute.count)
    milestones = Members(capacity: dataset.milestones.count)
    claims = Members(capacity: dataset.claims.count)
    sources = Members(capacity: dataset.sources.count)
    models = Members(capacity: dataset.models.count)
  }

  /// Adds the rows whose id is wanted, and says whether there were any. Where `slug` is given, the
  /// large tables are asked for it and not searched.
  mutating func insert(
    _ dataset: Dataset, where isWanted: (String) -> Bool, quickly slug: String?
  ) -> Bool {
    var found = false
    func add<Row>(_ ids: [ID<Row>], to set: inout Members<Row>) {
      for id in ids { set.insert(id) }
      if !ids.isEmpty { found = true }
    }
    func wanted<Row>(_ ids: some Sequence<ID<Row>>, _ slug: (ID<Row>) -> String) -> [ID<Row>] {
      ids.filter { isWanted(slug($0)) }
    }
    add(wanted(dataset.organisations.lazy.map(\.id), dataset.slug), to: &organisations)
    add(
      slug.map { dataset.round($0).map { [$0] } ?? [] }
        ?? wanted(dataset.rounds.lazy.map(\.id), dataset.slug), to: &rounds)
    add(wanted(dataset.compute.lazy.map(\.id), dataset.slug), to: &commitments)
    add(wanted(dataset.milestones.lazy.map(\.id), dataset.slug), to: &milestones)
    add(wanted(dataset.claims.lazy.map(\.id), dataset.slug), to: &claims)
    add(
      slug.map { dataset.source($0).map { [$0] } ?? [] }
        ?? wanted(dataset.sources.lazy.map(\.id), dataset.slug), to: &sources)
    add(wanted(dataset.models.lazy.map(\.id), dataset.slug), to: &models)
    return found
  }
}
