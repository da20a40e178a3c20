import Dataset

/// A kind of argument: its name in a call's usage, and how a text is read as it.
struct MetricArgument<Value: Sendable>: Sendable {
  typealias Part = MetricArguments.Part

  let name: String
  let wanted: String
  let read: @Sendable (Part, Dataset) throws(MetricFault) -> Value

  /// A single value. The slugs are those among which a misspelt slug is looked for.
  static func one(
    _ name: String, _ wanted: String,
    near slugs: @escaping @Sendable (Dataset) -> [String] = { _ in [] },
    _ find: @escaping @Sendable (Dataset, String) -> Value?
  ) -> MetricArgument {
    MetricArgument(name: name, wanted: wanted) { (part, dataset) throws(MetricFault) -> Value in
      if let value = find(dataset, part.text) { return value }
      let hint =
        nearest(to: part.text, among: slugs(dataset)).map { "; did you mean \"\($0)\"?" } ?? ""
      throw MetricFault(
        offset: part.offset, message: "found \"\(part.text)\", expected \(wanted)\(hint)")
    }
  }

  static func list<Item: Sendable>(
    _ name: String, _ item: MetricArgument<Item>, separator: Character = ";"
  ) -> MetricArgument where Value == [Item] {
    MetricArgument(name: name, wanted: item.wanted) {
      (part, dataset) throws(MetricFault) -> Value in
      var values: [Item] = []
      var offset = part.offset
      for text in part.text.split(separator: separator, omittingEmptySubsequences: false) {
        values.append(try item.read(Part(text: String(text), offset: offset), dataset))
        offset += text.unicodeScalars.count + 1
      }
      return values
    }
  }

  static func words<Word: Vocabulary>(_ name: String) -> MetricArgument where Value == Set<Word> {
    let list: MetricArgument<[Word]> = .list(
      name, .one(name, "words of \(Word.words.joined(separator: ", "))") { Word($1) },
      separator: "+")
    return MetricArgument(name: name, wanted: list.wanted) {
      (part, dataset) throws(MetricFault) -> Value in Set(try list.read(part, dataset))
    }
  }
}

extension MetricArgument where Value == ID<Round> {
  static var round: MetricArgument { slug("ROUND", "an id of rounds") }
  fileprivate static func slug(_ name: String, _ wanted: String) -> MetricArgument {
    one(name, wanted, near: { data in data.rounds.map { data.slug($0.id) } }) { $0.round($1) }
  }
}

extension MetricArgument where Value == [ID<Round>] {
  static var rounds: MetricArgument { list("ROUNDS", .slug("ROUND", "ids of rounds")) }
}

extension MetricArgument where Value == ID<Organisation> {
  static var organisation: MetricArgument { slug("ORG", "an id of organisations") }
  fileprivate static func slug(_ name: String, _ wanted: String) -> MetricArgument {
    one(name, wanted, near: { data in data.organisations.map { data.slug($0.id) } }) {
      $0.organisation($1)
    }
  }
}

extension MetricArgument where Value == [ID<Organisation>] {
  static var organisations: MetricArgument { list("ORGS", .slug("ORG", "ids of organisations")) }
}

extension MetricArgument where Value == ID<Commitment> {
  static var commitment: MetricArgument { slug("COMPUTE", "an id of compute") }
  fileprivate static func slug(_ name: String, _ wanted: String) -> MetricArgument {
    one(name, wanted, near: { data in data.compute.map { data.slug($0.id) } }) {
      $0.commitment($1)
    }
  }
}

extension MetricArgument where Value == [ID<Commitment>] {
  static var commitments: MetricArgument { list("COMPUTES", .slug("COMPUTE", "ids of compute")) }
}

extension MetricArgument where Value == ID<Milestone> {
  static var milestone: MetricArgument {
    one(
      "MILESTONE", "an id of milestones",
      near: { data in data.milestones.map { data.slug($0.id) } }
    ) { $0.milestone($1) }
  }
}

extension MetricArgument where Value == [ID<Source>] {
  static var sources: MetricArgument {
    list(
      "SOURCES",
      .one("SOURCE", "ids of sources", near: { data in data.sources.map { data.slug($0.id) } }) {
        $0.source($1)
      })
  }
}

extension MetricArgument where Value == ID<Country> {
  static var country: MetricArgument { one("COUNTRY", "a country's code") { $0.country($1) } }
}

extension MetricArgument where Value == [ID<Country>] {
  static var countries: MetricArgument {
    list("COUNTRIES", .one("COUNTRY", "countries' codes") { $0.country($1) })
  }
}

extension MetricArgument where Value == Quarter {
  static var quarter: MetricArgument {
    one("QUARTER", "a quarter such as 2026-Q1") { Quarter($1) }
  }
}

extension MetricArgument where Value == PartialDate {
  static var date: MetricArgument {
    one("DATE", "a date such as 2026, 2026-03 or 2026-03-21") { PartialDate($1) }
  }
}

extension MetricArgument where Value == Double {
  static var number: MetricArgument {
    one("NUMBER", "a number such as 14000 or 0.5") { Stated.number($1) }
  }
}

extension MetricArgument where Value == Bloc {
  static var bloc: MetricArgument {
    one("BLOC", "one of \(Bloc.words.joined(separator: ", "))") { Bloc($1) }
  }
}

extension MetricArgument where Value == Set<Instrument> {
  static var instruments: MetricArgument { words("INSTRUMENTS") }
}

extension MetricArgument where Value == Set<ComputeStatus> {
  static var statuses: MetricArgument { words("STATUSES") }
}

/// Hands out the arguments of a call, each as the kind that the metric takes.
struct MetricArguments {
  struct Part {
    let text: String
    let offset: Int
  }

  private let dataset: Dataset
  private let usage: String
  private var parts: ArraySlice<Part>

  /// The last part is empty and stands at the closing parenthesis.
  init(dataset: Dataset, usage: String, parts: [Part]) {
    self.dataset = dataset
    self.usage = usage
    self.parts = parts[...]
  }

  mutating func next<Value>(_ kind: MetricArgument<Value>) throws(MetricFault) -> Value {
    guard let part = parts.first, parts.count > 1, !part.text.isEmpty else {
      throw MetricFault(
        offset: parts.first?.offset ?? 0,
        message: "found nothing, expected \(kind.wanted) as in \(usage)")
    }
    parts.removeFirst()
    return try kind.read(part, dataset)
  }

  /// Makes sure that nothing is left.
  func end() throws(MetricFault) {
    guard parts.count > 1, let extra = parts.first else { return }
    throw MetricFault(
      offset: extra.offset, message: "found \"\(extra.text)\", expected \")\" as in \(usage)")
  }
}
