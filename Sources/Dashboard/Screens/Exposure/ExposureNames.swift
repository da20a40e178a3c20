import Charts
import Dataset
import Insight

extension World {
  /// The name of the target of an exposure or a cut.
  func name(of target: ExposureTarget) -> String {
    switch target {
    case .organisation(let id): dataset.name(id)
    case .country(let id): dataset.name(id)
    case .jurisdiction(let jurisdiction): jurisdiction.word
    case .commitment(let id): title(of: .commitment(dataset.slug(id)))
    }
  }

  /// The same of what is cut.
  func name(of target: CutTarget) -> String {
    switch target {
    case .organisation(let id): name(of: ExposureTarget.organisation(id))
    case .commitment(let id): name(of: ExposureTarget.commitment(id))
    case .standing(let territory): "what stands in \(name(of: territory))"
    case .home(let territory): "whoever is at home in \(name(of: territory))"
    }
  }

  private func name(of territory: Territory) -> String {
    switch territory {
    case .country(let id): dataset.name(id)
    case .jurisdiction(let jurisdiction): jurisdiction.word
    }
  }

  /// The target of an exposure: an organisation or a commitment by its id, a country by its code
  /// (`NO`), a jurisdiction by its word (`EU-27`).
  public func exposureTarget(_ name: String) -> ExposureTarget? {
    if let id = dataset.organisation(name) { return .organisation(id) }
    if let jurisdiction = Jurisdiction(name) { return .jurisdiction(jurisdiction) }
    if let site = dataset.commitment(name) { return .commitment(site) }
    return dataset.country(typed: name).map { .country($0) }
  }

  /// The target of a cut: any target of an exposure, where a place means the sites there (`NO`).
  /// Organisations at home in a place have `home:` in front (`home:NO`).
  public func cutTarget(_ name: String) -> CutTarget? {
    guard name.hasPrefix(CutTarget.homePrefix) else {
      return exposureTarget(name).map({ CutTarget($0) })
    }
    let place = String(name.dropFirst(CutTarget.homePrefix.count))
    guard case .standing(let territory)? = exposureTarget(place).map({ CutTarget($0) }) else {
      return nil
    }
    return .home(in: territory)
  }

  /// The words for everything that a scenario takes: `50 % of NVIDIA and what stands in Norway`.
  func name(of scenario: Scenario) -> String {
    scenario.cuts.map { name(of: $0) }.joined(separator: " and ")
  }

  private func name(of cut: ScenarioCut) -> String {
    let share = cut.fraction < 1 ? "\(NumberFormat.figure(cut.percent)) % of " : ""
    let name = name(of: cut.target)
    switch cut.period {
    case .everything: return share + name
    case .deliveries: return share + "what is not running yet of " + name
    case .due(let years):
      let due = "deliveries due \(years.words)"
      if case .organisation = cut.target { return share + "\(name)'s \(due)" }
      return share + "the \(due) of \(name)"
    }
  }

  /// The scenario of the command line and the screen: names joined by commas.
  ///
  /// Each may have a period (`CutPeriod`) and a percentage for a part: `nvidia:2027=50,NO`.
  public func scenario(_ text: String) throws(ScenarioProblem) -> Scenario {
    var cuts: [ScenarioCut] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let cut = try cut(part.drop { $0 == " " })
      if cuts.contains(where: { $0.target == cut.target && $0.period == cut.period }) {
        throw .namedTwice(name(of: cut.target))
      }
      cuts.append(cut)
    }
    return Scenario(cuts)
  }

  /// A scenario, and the scenario it is compared with, where `vs` stands between two.
  public func scenarios(_ text: String) throws(ScenarioProblem) -> (Scenario, other: Scenario?) {
    let parts = text.split(separator: " ").split(separator: "vs", omittingEmptySubsequences: false)
      .map { $0.joined(separator: " ") }
    guard parts.count <= 2, let first = parts.first else { throw .moreThanTwo }
    return (try scenario(first), parts.count == 2 ? try scenario(parts[1]) : nil)
  }

  private func cut(_ text: Substring) throws(ScenarioProblem) -> ScenarioCut {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    var name = String(parts.first ?? "")
    while name.last == " " { name.removeLast() }
    if name.isEmpty { throw .nothingNamed }
    let period = try takePeriod(of: &name)
    guard let target = cutTarget(name) else {
      throw name.hasPrefix(CutTarget.homePrefix) ? .noPlace(name) : .noTarget(name)
    }
    guard parts.count == 2 else { return ScenarioCut(target, period: period) }
    guard parts[1].allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." }),
      let percent = Double(parts[1]), (0...100).contains(percent)
    else {
      throw .noPart(String(text), name: name)
    }
    return ScenarioCut(target, fraction: percent / 100, period: period)
  }

  /// Takes the period off the end of a name: what stands behind its last colon, unless the colon is that
  /// of `home:`.
  private func takePeriod(of name: inout String) throws(ScenarioProblem) -> CutPeriod {
    guard let colon = name.lastIndex(of: ":"), colon != name.startIndex else { return .everything }
    let (before, word) = (name[..<colon], name[name.index(after: colon)...])
    guard before + ":" != CutTarget.homePrefix else { return .everything }
    if let period = CutPeriod(typed: word) {
      name = String(before)
      return period
    }
    if cutTarget(String(before)) != nil { throw .noPeriod(String(word), name: String(before)) }
    return .everything
  }
}

/// A scenario that cannot be read.
public enum ScenarioProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Nothing stands before or after a comma.
  case nothingNamed
  /// `home:` without a country or a jurisdiction behind it.
  case noPlace(String)
  /// A name that is nothing that can be cut.
  case noTarget(String)
  /// More than two scenarios to compare.
  case moreThanTwo
  /// A word behind the colon of a name that is no period.
  case noPeriod(String, name: String)
  /// A percentage that is none.
  case noPart(String, name: String)
  /// The same is cut twice, by parts that do not add up.
  case namedTwice(String)

  /// The fault, and what was expected.
  public var description: String {
    switch self {
    case .nothingNamed:
      "an id is missing; expected an organisation, a site or a place to cut, such as nvidia=50,NO"
    case .noPlace(let name):
      "'\(name)' names no place; expected a country or a jurisdiction after 'home:', "
        + "such as home:NO or home:EU-27"
    case .noTarget(let name):
      "'\(name)' is no organisation, site or place that can be cut, such as nvidia, NO or home:US"
    case .namedTwice(let name): "\(name) is cut twice; name it once, with the part that stops"
    case .moreThanTwo: "two scenarios are compared at most, such as nvidia=50 vs NO"
    case .noPeriod(let word, let name):
      "'\(name):\(word)' says no time; expected \(name):deliveries for what is not running yet, "
        + "or what is due in some years, such as \(name):2027 or \(name):2027-2028"
    case .noPart(let text, let name):
      "'\(text)' says no part to cut; expected a percentage, such as \(name)=50"
    }
  }
}

extension ClosedRange<Int> {
  /// Years in words: `in 2027`, `from 2027 to 2029`.
  var words: String {
    count == 1 ? "in \(lowerBound)" : "from \(lowerBound) to \(upperBound)"
  }
}
