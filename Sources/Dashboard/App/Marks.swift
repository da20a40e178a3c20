import Dataset

extension State {
  /// The most that fit side by side.
  static let mostCompared = 4

  /// Marks what the selection is about, or takes the mark away.
  mutating func mark() {
    guard let fact = comparable else {
      message = .note("no company and no country is selected that could be compared")
      return
    }
    if let place = marks.firstIndex(of: fact) {
      marks.remove(at: place)
    } else {
      if let first = marks.first, first.isCountry != fact.isCountry { marks = [] }
      if marks.count == State.mostCompared { marks.removeFirst() }
      marks.append(fact)
    }
    let names = marks.map(world.title).joined(separator: ", ")
    message = .note(
      marks.isEmpty
        ? "nothing is marked" : "marked: \(names)\(marks.count > 1 ? " · C compares" : "")")
  }

  /// Shows the marked things side by side; a single mark together with the subject of the
  /// selection.
  mutating func compare() {
    var wanted = marks
    if let fact = comparable, wanted.count < 2, !wanted.contains(fact),
      wanted.first.map({ $0.isCountry == fact.isCountry }) ?? true
    {
      wanted.append(fact)
    }
    guard wanted.count > 1 else {
      message = .note("Space marks companies or countries; C compares two to four of them")
      return
    }
    go(to: .compare(wanted))
  }

  /// From the page of a company to its page as an investor, and back.
  mutating func turn() {
    guard case .organisation(let slug) = place.page.subject else { return }
    let isInvestor = world.dataset.organisation(slug).map(world.investors.contains) ?? false
    if place.page == .investor(slug) {
      place = opened(.company(slug))
    } else if isInvestor {
      place = opened(.investor(slug))
    } else {
      message = .note("the ledger knows of no round it took part in")
    }
  }

  /// Opens the list of those who depend on an organisation, over the page that it was asked from.
  mutating func showDependents(on slug: String) {
    mode = .browse
    var view = ViewState()
    view.settings.subjects[.target] = slug
    view.settings[ExposureChoices.view] = .list
    under.append(place)
    place = opened(.exposure, view)
  }

  /// The company or the country of the selection; on a page of either, where nothing else is
  /// selected, that of the page.
  var comparable: Fact? {
    selectedFact.flatMap(world.comparable) ?? place.page.thing.flatMap(world.comparable)
  }
}

extension Fact {
  var isCountry: Bool {
    if case .row(.countries, _) = self { return true }
    return false
  }
}

extension World {
  /// The organisations that took part in a round known by the day, in the order of the file.
  var investors: [ID<Organisation>] {
    var isInvestor = [Bool](repeating: false, count: dataset.organisations.count)
    for investment in snapshot.investments { isInvestor[Int(investment.investor.index)] = true }
    return dataset.organisations.map(\.id).filter { isInvestor[Int($0.index)] }
  }
}
