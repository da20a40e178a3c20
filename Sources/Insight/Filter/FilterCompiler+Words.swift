import Dataset

extension FilterCompiler {
  /// The cases that the values of a term name, whole or by their beginning.
  func mask<Word: Vocabulary>(_: Word.Type, _ term: Term) throws(FilterError) -> UInt32 {
    var found: UInt32 = 0
    for (value, range) in term.texts { found |= try mask(Word.self, value, term, range) }
    return found
  }

  func mask<Word: Vocabulary>(
    _: Word.Type, _ value: String, _ term: Term, _ range: Range<Int>
  ) throws(FilterError) -> UInt32 {
    let matching = Insight.mask(Word.self) { names(value, $0, term) }
    guard matching != 0 else { throw unknownWord(value, term, Word.words, range) }
    return matching
  }

  /// True if a value means a word: the word itself, or its beginning where that is allowed and no
  /// word is meant exactly.
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

  /// The kind of row, the kind of a relation or a source, or of an organisation of any other row.
  ///
  /// A word for kinds of row alone asks nothing of organisations: `kind:round` says nothing of a state.
  func isOfKind(_ term: Term) throws(FilterError) -> PerRow<Bool> {
    var (organisations, relations, sources): (UInt32, UInt32, UInt32) = (0, 0, 0)
    var tables: Set<TableName> = []
    for (value, range) in term.texts {
      let found = (
        Insight.mask(OrganisationKind.self) { names(value, $0, term) },
        Insight.mask(RelationKind.self) { names(value, $0, term) },
        Insight.mask(SourceKind.self) { names(value, $0, term) }
      )
      let rows = TableName.asked.filter { names(value, $0.noun, term) }
      guard found.0 | found.1 | found.2 != 0 || !rows.isEmpty else {
        throw unknownWord(value, term, FilterField.kindWords, range)
      }
      organisations |= found.0
      relations |= found.1
      sources |= found.2
      tables.formUnion(rows)
    }
    let masks = (organisations, relations, sources)
    // Without a value the question is which rows have a kind at all.
    let every = PerRow.every(of: term.texts.isEmpty ? Set(TableName.asked) : tables)
    if masks.0 | masks.1 | masks.2 == 0 { return every }
    return isAbout(self.organisations { masks.0 & bit($0.kind) != 0 })
      .or(
        PerRow(
          relation: { masks.1 & bit($0.kind) != 0 }, source: { masks.2 & bit($0.kind) != 0 })
      )
      .or(every)
  }

  /// The status of any table that has some.
  func hasStatus(_ term: Term) throws(FilterError) -> PerRow<Bool> {
    for (value, range) in term.texts
    where !FilterField.statusWords.contains(where: { names(value, $0, term) }) {
      throw unknownWord(value, term, FilterField.statusWords, range)
    }
    func mask<Word: Vocabulary>(_: Word.Type) -> UInt32 {
      Insight.mask(Word.self) { word in term.texts.contains { names($0.text, word, term) } }
    }
    let isFirm = term.texts.contains { names($0.text, "firm", term) }
    let firm = ComputeStatus.allCases.filter(\.isFirm).reduce(0) { $0 | bit($1) }
    let (rounds, relations) = (mask(RoundStatus.self), mask(RelationStatus.self))
    let compute = mask(ComputeStatus.self) | (isFirm ? firm : 0)
    let scopes = scopes(amongStatusOf: term)
    let (steps, milestones) = (mask(EnforcementStatus.self), mask(MilestoneStatus.self))
    let signatures = mask(SignatureStatus.self)
    return PerRow(
      round: { rounds & bit($0.status) != 0 },
      commitment: { compute & bit($0.status) != 0 || scopes & bit($0.scope) != 0 },
      relation: { relations & bit($0.status) != 0 }, step: { steps & bit($0.status) != 0 },
      milestone: { milestones & bit($0.status) != 0 },
      signatory: { signatures & bit($0.status) != 0 })
  }

  /// The scopes that a term of the status names: whole, or by a beginning that no status has (`op` is
  /// operational, and no option).
  private func scopes(amongStatusOf term: Term) -> UInt32 {
    let scopes = ComputeScope.notSites.map(\.word)
    let statuses = FilterField.statusWords.filter { !scopes.contains($0) }
    return Insight.mask(ComputeScope.self) { word in
      guard scopes.contains(word) else { return false }
      return term.texts.contains { text, _ in
        text.lowercased() == word
          || names(text, word, term) && !statuses.contains { names(text, $0, term) }
      }
    }
  }

  /// The role of an investor, of somebody in a round, or the task of an authority.
  func hasRole(_ term: Term) throws(FilterError) -> PerRow<Bool> {
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
    let rounds = rounds { investors & bit($0.role) != 0 }
    return PerRow(
      round: { rounds[$0.id] }, investment: { investors & bit($0.role) != 0 },
      authority: { authorities & bit($0.role) != 0 })
  }

  /// Forms of money by their words, and acts of milestones by a part of their name.
  func isOfForm(_ term: Term) throws(FilterError) -> PerRow<Bool> {
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
    let (wanted, needles) = (forms, acts)
    return PerRow(
      round: { wanted & bit($0.instrument) != 0 },
      investment: { row in
        snapshot?.round(row.round).map { wanted & bit($0.instrument) != 0 } ?? false
      },
      milestone: {
        !needles.isEmpty && dataset.text($0.instrument, has: needles, isExact: false)
      })
  }

  /// The attributes that a row has to say, or to lack where they are not wanted.
  ///
  /// With `=` the steps named are meant exactly: `missing=penalties` are the states that lack
  /// penalties and have the other parts of full authority. `missing=penalties,notifying` are those
  /// that lack these two alone.
  func says(_ term: Term, isWanted: Bool) throws(FilterError) -> PerRow<Bool> {
    let words = EnforcementStepKind.words + FilterField.attributes.map(\.name)
    for (value, range) in term.texts
    where !words.contains(where: { names(value, $0, term) }) {
      throw unknownWord(value, term, words, range)
    }
    func isNamed(_ word: String) -> Bool {
      term.texts.contains { names($0.text, word, term) }
    }
    let attributes = FilterField.attributes.filter { isNamed($0.name) }
      .map { $0.says(self).map { $0 == isWanted } }
    let steps = EnforcementStepKind.allCases.filter { isNamed($0.word) }
    let states =
      term.isExact && !steps.isEmpty
      ? states(thatHave: isWanted, exactly: steps) : states(thatHave: isWanted, anyOf: steps)
    let inState = PerRow<Bool>(
      authority: { states[$0.country] }, step: { states[$0.country] }, country: { states[$0.id] })
    return .any(attributes + [inState])
  }

  /// The states in which one of some steps is, or is not, in effect.
  private func states(
    thatHave isWanted: Bool, anyOf steps: [EnforcementStepKind]
  ) -> Members<Country> {
    var states = Members<Country>(capacity: dataset.countries.count)
    for step in steps {
      let having = self.states(with: step)
      for country in dataset.countries where having[country.id] == isWanted {
        states.insert(country.id)
      }
    }
    return states
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

  /// True for what is watched, or for all else; both words together let everything through.
  func isWatched(_ term: Term) throws(FilterError) -> PerRow<Bool> {
    var sets: [PerRow<Bool>] = []
    for (value, range) in term.texts {
      guard let word = ["yes", "no"].first(where: { names(value, $0, term) }) else {
        throw unknownWord(value, term, ["yes", "no"], range)
      }
      let set = WatchedSet(watching, in: dataset)
      let isWatched = isAbout(set.organisations).or(isPlaced(in: set.countries))
        .or(isAmong(set.rows))
      sets.append(isWatched.map { $0 == (word == "yes") })
    }
    return .any(sets)
  }

  /// The rows of some ids, whichever table they are of. All rows whose ids begin so, unless an id
  /// is meant exactly.
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
