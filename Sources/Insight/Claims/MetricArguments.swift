import Dataset

/// Hands out the arguments of a call one after the other, each as what the metric wants.
struct MetricArguments {
  struct Part {
    let text: String
    let offset: Int
  }

  private let dataset: Dataset
  private let name: MetricName
  private var parts: ArraySlice<Part>

  /// The last part is empty and stands at the closing parenthesis.
  init(dataset: Dataset, name: MetricName, parts: [Part]) {
    self.dataset = dataset
    self.name = name
    self.parts = parts[...]
  }

  mutating func metric() throws(MetricFault) -> Metric {
    switch name {
    case .roundAmount: .roundAmount(try rounds())
    case .newMoney: .newMoney(try round())
    case .postMoney: .postMoney(try round())
    case .preMoney: .preMoney(try round())
    case .roundDate: .roundDate(try round())
    case .roundRank: .roundRank(try round(), try words())
    case .ageAtRound: .ageAtRound(try round())
    case .raisedToDate: .raisedToDate(try organisations(), try words())
    case .raisedBefore: .raisedBefore(try organisations(), try date(), try words())
    case .raisedInQuarter: .raisedInQuarter(try quarter(), try organisations(), try words())
    case .raisedTotal: .raisedTotal(try quarter(), try words())
    case .investedIn: .investedIn(try organisation(), try organisations())
    case .holdings: .holdings(try organisation(), try organisations())
    case .home: .home(try organisation())
    case .accelerators: .accelerators(try commitments())
    case .largestCommitment: .largestCommitment(try commitment())
    case .acceleratorsIn: .acceleratorsIn(try organisation(), try countries(), try words())
    case .targetDate: .targetDate(try commitment())
    case .status: .status(try commitment())
    case .tenant: .tenant(try commitments())
    case .chip: .chip(try commitments())
    case .chipFamily: .chipFamily(try commitments())
    case .shareInBloc: .shareInBloc(try organisation(), try word())
    case .shareOfVendor: .shareOfVendor(try organisation(), try organisation())
    case .shareOfTenantHome: .shareOfTenantHome(try organisation(), try country())
    case .milestoneDate: .milestoneDate(try milestone())
    case .proposedDate: .proposedDate(try milestone())
    case .milestoneDelay: .milestoneDelay(try milestone())
    case .monthsUntil: .monthsUntil(try milestone())
    case .fullAuthority: .fullAuthority
    case .found: .found(try number(), try sources())
    case .sourced: .sourced(try sources())
    case .unsourced: .unsourced
    case .judgement: .judgement
    }
  }

  /// Makes sure that nothing is left.
  func end() throws(MetricFault) {
    guard parts.count > 1, let extra = parts.first else { return }
    throw MetricFault(
      offset: extra.offset, message: "found \"\(extra.text)\", expected \")\" as in \(name.usage)")
  }

  // MARK: One argument

  private mutating func next(_ wanted: String) throws(MetricFault) -> Part {
    guard let part = parts.first, parts.count > 1, !part.text.isEmpty else {
      throw MetricFault(
        offset: parts.first?.offset ?? 0,
        message: "found nothing, expected \(wanted) as in \(name.usage)")
    }
    parts.removeFirst()
    return part
  }

  private mutating func one<Value>(
    _ wanted: String, _ table: TableName?, _ find: (String) -> Value?
  ) throws(MetricFault) -> Value {
    let part = try next(wanted)
    return try found(part, wanted, table, find)
  }

  private mutating func list<Value>(
    _ wanted: String, _ table: TableName?, separator: Character = ";", _ find: (String) -> Value?
  ) throws(MetricFault) -> [Value] {
    let part = try next(wanted)
    var values: [Value] = []
    var offset = part.offset
    for text in part.text.split(separator: separator, omittingEmptySubsequences: false) {
      let item = Part(text: String(text), offset: offset)
      values.append(try found(item, wanted, table, find))
      offset += text.unicodeScalars.count + 1
    }
    return values
  }

  private func found<Value>(
    _ part: Part, _ wanted: String, _ table: TableName?, _ find: (String) -> Value?
  ) throws(MetricFault) -> Value {
    if let value = find(part.text) { return value }
    let hint =
      table.flatMap { nearest(to: part.text, among: slugs(of: $0)) }
      .map { "; did you mean \"\($0)\"?" } ?? ""
    throw MetricFault(
      offset: part.offset, message: "found \"\(part.text)\", expected \(wanted)\(hint)")
  }

  private func slugs(of table: TableName) -> [String] {
    switch table {
    case .rounds: dataset.rounds.map { dataset.slug($0.id) }
    case .organisations: dataset.organisations.map { dataset.slug($0.id) }
    case .compute: dataset.compute.map { dataset.slug($0.id) }
    case .milestones: dataset.milestones.map { dataset.slug($0.id) }
    case .sources: dataset.sources.map { dataset.slug($0.id) }
    default: []
    }
  }

  private mutating func round() throws(MetricFault) -> ID<Round> {
    try one("an id of rounds", .rounds) { [dataset] in dataset.round($0) }
  }

  private mutating func rounds() throws(MetricFault) -> [ID<Round>] {
    try list("ids of rounds", .rounds) { [dataset] in dataset.round($0) }
  }

  private mutating func organisation() throws(MetricFault) -> ID<Organisation> {
    try one("an id of organisations", .organisations) { [dataset] in dataset.organisation($0) }
  }

  private mutating func organisations() throws(MetricFault) -> [ID<Organisation>] {
    try list("ids of organisations", .organisations) { [dataset] in dataset.organisation($0) }
  }

  private mutating func commitment() throws(MetricFault) -> ID<Commitment> {
    try one("an id of compute", .compute) { [dataset] in dataset.commitment($0) }
  }

  private mutating func commitments() throws(MetricFault) -> [ID<Commitment>] {
    try list("ids of compute", .compute) { [dataset] in dataset.commitment($0) }
  }

  private mutating func milestone() throws(MetricFault) -> ID<Milestone> {
    try one("an id of milestones", .milestones) { [dataset] in dataset.milestone($0) }
  }

  private mutating func sources() throws(MetricFault) -> [ID<Source>] {
    try list("ids of sources", .sources) { [dataset] in dataset.source($0) }
  }

  private mutating func country() throws(MetricFault) -> ID<Country> {
    try one("a country's code", nil) { [dataset] in dataset.country($0) }
  }

  private mutating func countries() throws(MetricFault) -> [ID<Country>] {
    try list("countries' codes", nil) { [dataset] in dataset.country($0) }
  }

  private mutating func quarter() throws(MetricFault) -> Quarter {
    try one("a quarter such as 2026-Q1", nil) { Quarter($0) }
  }

  private mutating func date() throws(MetricFault) -> PartialDate {
    try one("a date such as 2026, 2026-03 or 2026-03-21", nil) { PartialDate($0) }
  }

  private mutating func number() throws(MetricFault) -> Double {
    try one("a number such as 14000 or 0.5", nil) { Stated.number($0) }
  }

  private mutating func word<Value: Vocabulary>() throws(MetricFault) -> Value {
    try one("one of \(Value.words.joined(separator: ", "))", nil) { Value($0) }
  }

  private mutating func words<Value: Vocabulary>() throws(MetricFault) -> Set<Value> {
    Set(
      try list("words of \(Value.words.joined(separator: ", "))", nil, separator: "+") {
        Value($0)
      })
  }
}
