import Dataset
import Insight

/// Why an entry may be a mistake although nothing is wrong with its cells: it is held already, or it breaks
/// the order of its ledger. Whoever enters may say that it is meant.
public struct Concerns: Sendable {
  /// The way to move a fact on from where it is entered.
  public enum Remedy: Hashable, Sendable {
    /// A command of the shell.
    case command
    /// A key on the fact's row, by its label.
    case key(String)
  }

  let dataset: Dataset
  private let remedy: Remedy

  /// Concerns in view of a dataset.
  public init(_ dataset: Dataset, remedy: Remedy = .command) {
    self.dataset = dataset
    self.remedy = remedy
  }

  /// The objections to an entry, a sentence each.
  public func about(_ entry: Entry) -> [String] {
    let same = held(entry).map { [$0] } ?? []
    return same + order(entry)
  }

  /// The fact that looks like the entry or would give way to it, in a sentence; `nil` where none does.
  public func held(_ entry: Entry) -> String? { replaced(entry) ?? alike(entry) }

  private func alike(_ entry: Entry) -> String? {
    let row = entry.row
    return switch entry.kind.table {
    case .rounds: entry.before.isEmpty ? round(row) : nil
    case .compute: entry.before.isEmpty ? site(row) : nil
    case .organisations: organisation(row)
    case .valuations: valuation(row)
    case .relations: relation(row)
    case .authorities: entry.before.isEmpty ? authority(row) : nil
    case .sources: page(row)
    default: nil
    }
  }

  /// A date before the state that it moves on.
  private func order(_ entry: Entry) -> [String] {
    guard let before = entry.before["date"].flatMap({ PartialDate($0) }),
      let date = PartialDate(entry.row["date"]), date.lastDay < before.firstDay
    else { return [] }
    return [
      "date: \(date) is before \(before), the date of the latest row of \(entry.name)"
    ]
  }

  private func round(_ row: EntryRow) -> String? {
    guard let company = dataset.organisation(row["company"]), let day = day(row) else { return nil }
    let (amount, currency) = (Double(row["amount_m"]), Currency(row["currency"]))
    let same = dataset.rounds.filter { round in
      guard round.company == company else { return false }
      let isNear = abs(round.date.lastDay - day) <= 60
      guard isNear || round.date.precision == .year && round.date.year == day.civil.year else {
        return false
      }
      let isSameSum =
        amount.flatMap { amount in
          round.amountMillions.map { abs($0 - amount) <= amount / 20 && round.currency == currency }
        } ?? false
      let isSameName = folded(dataset.string(round.series)) == folded(row["series"])
      return isSameSum || isSameName && (amount == nil || round.amountMillions == nil)
    }
    return latest(same, \.date).map { looks(dataset.slug($0.id), $0.date, "round") }
  }

  private func site(_ row: EntryRow) -> String? {
    let same = dataset.compute.filter { site in
      let isSameName = folded(dataset.string(site.name)) == folded(row["name"])
      let isSamePlace =
        !row["city"].isEmpty && folded(dataset.string(site.city)) == folded(row["city"])
        && site.operatedBy.map { dataset.slug($0) } == row["operator"] && !row["operator"].isEmpty
        && site.customer.map { dataset.slug($0) } ?? "" == row["customer"]
      return isSameName || isSamePlace
    }
    return latest(same, \.date).map { looks(dataset.slug($0.id), $0.date, "site") }
  }

  private func organisation(_ row: EntryRow) -> String? {
    guard !row["name"].isEmpty else { return nil }
    var names = NameBook(dataset)
    guard let match = names.matches(row["name"], in: .organisations).first, match.confidence >= 0.9
    else { return nil }
    return "\(match.name) (\(match.id)) is held already and looks the same"
  }

  private func valuation(_ row: EntryRow) -> String? {
    guard let company = dataset.organisation(row["company"]), let day = day(row),
      let value = Double(row["value_m"])
    else { return nil }
    let same = dataset.valuations.filter {
      $0.company == company && abs($0.date.lastDay - day) <= 60
        && abs($0.millions - value) <= value / 50 && $0.currency.word == row["currency"]
    }
    return latest(same, \.date).map { "a valuation of \($0.date) looks the same" }
  }

  private func relation(_ row: EntryRow) -> String? {
    let rows = dataset.relations.filter {
      dataset.slug($0.from) == row["from"] && dataset.slug($0.to) == row["to"]
        && $0.kind.word == row["kind"]
    }
    guard let same = latest(rows, \.date), same.status.word == row["status"] else { return nil }
    return "the relation of \(same.date) is held already with the status \(same.status.word)"
  }

  private func authority(_ row: EntryRow) -> String? {
    guard let country = dataset.country(row["country"]), !row["authority"].isEmpty else {
      return nil
    }
    let name = folded(row["authority"])
    let same = dataset.authorities.filter {
      $0.country == country && $0.role.word == row["role"]
        && [$0.name, $0.english].contains { folded(dataset.string($0)) == name }
    }
    return latest(same, \.date).map { "it is held already for that role since \($0.date)" }
  }

  private func page(_ row: EntryRow) -> String? {
    guard let address = WebAddress(row["url"]) else { return nil }
    return SourceIndex(dataset).id(of: address).map { "\($0) has that address" }
  }

  private func looks(_ id: String, _ date: PartialDate, _ noun: String) -> String {
    let way: String
    switch remedy {
    case .command: way = "moat update \(noun) \(id)"
    case .key(let label): way = "\(label) on its row"
    }
    return "\(id) of \(date) looks the same; \(way) moves it on"
  }

  /// The latest of some rows; of a single date the later line.
  private func latest<Row>(_ rows: [Row], _ date: (Row) -> PartialDate) -> Row? {
    rows.enumerated().max {
      (date($0.element).lastDay, $0.offset) < (date($1.element).lastDay, $1.offset)
    }?.element
  }

  private func day(_ row: EntryRow) -> Day? { PartialDate(row["date"])?.lastDay }

  private func folded(_ text: String) -> [UInt8] { FoldedText.bytes(text) }
}
