import Dataset

extension ReviewRule {
  /// The same name in two spellings: but for case, marks, punctuation and legal forms they are equal. Or
  /// two towns of a country differ in a single letter.
  static let spelledTwice = ReviewRule(
    pattern: .spelledTwice,
    lookFor: "Look for how it calls itself, and use that spelling in every row"
  ) { facts in
    var found: [ReviewFinding] = []
    for table in TableName.allCases {
      var names: [String: [String: [any Record]]] = [:]
      let columns = named[table] ?? []
      guard !columns.isEmpty, facts.dataset.count(of: table) <= mostRows else { continue }
      facts.dataset.forEachRow(of: table) { row in
        for (column, text) in facts.dataset.cells(of: row) where columns.contains(column) {
          if !text.isEmpty { names[column, default: [:]][text, default: []].append(row) }
        }
      }
      for column in columns {
        found += pairs(names[column] ?? [:], table, column, facts)
      }
    }
    return found + towns(facts)
  }

  /// Of more rows the names would be compared for seconds.
  private static let mostRows = 50_000

  /// The columns that hold names.
  private static let named: [TableName: [String]] = [
    .sources: ["publisher"], .organisations: ["name"], .rounds: ["series"],
    .compute: ["name", "chip"], .authorities: ["authority"], .milestones: ["instrument"],
    .models: ["licence"], .chips: ["name", "family"],
  ]

  private static func pairs(
    _ names: [String: [any Record]], _ table: TableName, _ column: String, _ facts: ReviewFacts
  ) -> [ReviewFinding] {
    var spellings: [[UInt8]: [String]] = [:]
    for name in names.keys { spellings[plain(name), default: []].append(name) }
    return spellings.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
      .compactMap { spelled in
        let ranked = spelled.sorted { (names[$0]?.count ?? 0, $1) > (names[$1]?.count ?? 0, $0) }
        guard let usual = ranked.first, let odd = ranked.last, let row = names[odd]?.first else {
          return nil
        }
        let others = names[usual]?.first.map { [$0.origin] } ?? []
        return ReviewFinding(
          title: "\"\(odd)\"", wrong: "in \(table.word).\(column) is \"\(usual)\" elsewhere",
          rows: [row.origin] + others, key: "\(odd)|\(usual)", column: column, stake: Stake())
      }
  }

  /// Towns of compute, organisations and places.
  private static func towns(_ facts: ReviewFacts) -> [ReviewFinding] {
    let dataset = facts.dataset
    var towns: [ID<Country>: [String: (count: Int, row: Origin)]] = [:]
    func add(_ city: Text, _ country: ID<Country>?, _ row: Origin) {
      guard let country, !city.isEmpty else { return }
      let known = towns[country]?[dataset.string(city)]
      towns[country, default: [:]][dataset.string(city)] = (
        (known?.count ?? 0) + 1, known?.row ?? row
      )
    }
    for row in dataset.compute { add(row.city, row.country, row.origin) }
    for row in dataset.organisations { add(row.city, row.country, row.origin) }
    for row in dataset.places { add(row.city, row.country, row.origin) }
    var found: [ReviewFinding] = []
    for (_, spellings) in towns.sorted(by: { $0.key < $1.key }) {
      let names = spellings.keys.sorted()
      // A package of another kind must not keep everybody waiting.
      guard names.count < 2_000 else { continue }
      for (place, name) in names.enumerated() {
        for other in names[(place + 1)...] where isNear(name, other) {
          guard let left = spellings[name], let right = spellings[other] else { continue }
          let (odd, usual) = left.count < right.count ? (name, other) : (other, name)
          let rows = left.count < right.count ? [left.row, right.row] : [right.row, left.row]
          found.append(
            ReviewFinding(
              title: "\"\(odd)\"", wrong: "is \"\(usual)\" elsewhere in the same country",
              rows: rows,
              key: "\(odd)|\(usual)", column: "city", stake: Stake()))
        }
      }
    }
    return found
  }

  /// True if two names are the same but for marks, case or a single letter of at least six.
  private static func isNear(_ left: String, _ right: String) -> Bool {
    let (one, two) = (plain(left), plain(right))
    if one == two { return true }
    guard min(one.count, two.count) >= 6, abs(one.count - two.count) <= 1 else { return false }
    let start = zip(one, two).prefix { $0 == $1 }.count
    let end = zip(one.reversed(), two.reversed()).prefix { $0 == $1 }.count
    return start + end >= max(one.count, two.count) - 1
  }

  /// A name without case, marks, punctuation and legal forms.
  private static func plain(_ name: String) -> [UInt8] {
    let folded = String(decoding: FoldedText.bytes(name), as: UTF8.self)
    var words = folded.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    while words.count > 1, let last = words.last, forms.contains(last) { words.removeLast() }
    return Array(words.joined().utf8)
  }

  /// The endings that say in which legal form a company is.
  private static let forms: Set = [
    "ab", "ag", "as", "asa", "bv", "gmbh", "inc", "llc", "ltd", "limited", "nv", "oy", "oyj", "plc",
    "sa", "sas", "se", "spa", "srl",
  ]
}
