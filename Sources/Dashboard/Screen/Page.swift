import Dataset

/// A place of the dashboard: a screen, or the page of a thing. Things are named by their slugs. So
/// a page survives a reload of the data and a restart of the program.
public struct Page: Hashable, Sendable {
  public let kind: ScreenKind
  public let subject: Subject

  public enum Subject: Hashable, Sendable {
    /// Nothing but what its screen always shows.
    case nothing
    case organisation(String)
    case country(String)
    case layer(Layer)
    case fact(Fact)
    /// Things of one kind, side by side.
    case facts([Fact])
    case question(PlanRequest)
    case day(Day)
  }

  init(_ screen: any Screen.Type, _ subject: Subject = .nothing) {
    kind = ScreenKind(screen)
    self.subject = subject
  }

  /// The organisation, the country or the fact that it shows.
  var thing: Fact? {
    switch subject {
    case .organisation(let slug): .organisation(slug)
    case .country(let code): .country(code)
    case .fact(let fact): fact
    case .nothing, .layer, .facts, .question, .day: nil
    }
  }
}

extension Page {
  /// A name that outlives a restart, such as `company:nscale`; `nil` for what has none.
  var name: String? {
    let word = kind.word
    return switch subject {
    case .nothing: word
    case .organisation(let name), .country(let name): "\(word):\(name)"
    case .layer(let layer): "\(word):\(layer.word)"
    case .fact(let fact): fact.name.map { "\(word):\($0)" }
    case .facts(let facts): "\(word):" + facts.compactMap(\.name).joined(separator: "+")
    case .question(let request): "\(word):\(request.name)"
    case .day(let day): "\(word):\(day)"
    }
  }

  init?(name: String) {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    guard let kind = ScreenKind.allCases.first(where: { $0.word == parts.first }),
      let subject = kind.type.subject(named: parts.count == 2 ? parts[1] : "")
    else { return nil }
    self.init(kind.type, subject)
  }
}

extension World {
  /// True if the data still has the thing that a page shows.
  func shows(_ page: Page) -> Bool {
    switch page.subject {
    case .organisation(let slug): dataset.organisation(slug) != nil
    case .country(let code): dataset.country(code) != nil
    case .fact(let fact): knows(fact)
    case .facts(let facts): facts.allSatisfy(knows)
    case .nothing, .layer, .question, .day: true
    }
  }
}
