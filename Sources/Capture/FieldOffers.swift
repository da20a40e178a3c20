import Dataset
import Insight

/// A text that may be written in a field.
public struct FieldOffer: Equatable, Sendable {
  /// The text of the field.
  public let text: String
  /// The thing that it stands for.
  public let detail: String
}

extension EntryBuilder {
  /// The offers for a field that holds a text, the best first.
  public func offers(for field: String, of kind: EntryKind, holding text: String, most: Int = 6)
    -> [FieldOffer]
  {
    if field == "investors" { return investors(text, most) }
    if EntryKind.sourceFields.contains(field) || kind.extraFields.contains(field) {
      return extra(field, text, most)
    }
    guard let column = kind.columns.first(where: { $0.name == field }) else { return [] }
    switch column.type {
    case .word(let words):
      let found = words.filter { $0.lowercased().hasPrefix(text.lowercased()) }
      return found.prefix(most).map { FieldOffer(text: $0, detail: "") }
    case .reference(let table): return rows(of: table, text, most)
    case .country: return countries(text, most)
    case .references(.sources):
      return text.contains("://") ? [] : pages(text, most)
    case .references(let table):
      let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      let rest = parts.dropLast().map { $0 + ";" }.joined()
      return rows(of: table, parts.last ?? "", most).map {
        FieldOffer(text: rest + $0.text, detail: $0.detail)
      }
    case .text where field == "city": return towns(text, most)
    default: return []
    }
  }

  /// The offer that is written without having been chosen; `nil` where none says what was typed.
  ///
  /// Two letters are a country's code, and another country whose name begins so is not meant. In a list
  /// the last name counts, and a name that is held is not made longer.
  public func completion(
    for field: String, of kind: EntryKind, holding text: String, among offers: [FieldOffer]
  ) -> FieldOffer? {
    let type = kind.columns.first { $0.name == field }?.type
    let last =
      (text.split(separator: ";", omittingEmptySubsequences: false).last.map(String.init))?
      .trimmed ?? ""
    switch type {
    case .country where last.count == 2:
      return offers.first { $0.text.lowercased() == last.lowercased() }
    case .references(let table) where isHeld(last, in: table): return nil
    case nil where field == "investors" && isHeld(last, in: .organisations): return nil
    default: return offers.first
    }
  }

  private func isHeld(_ text: String, in table: TableName) -> Bool {
    var names = names
    return (try? names.id(text, in: table, field: "")) != nil
  }

  /// The country whose code was typed, then those by their names.
  private func countries(_ text: String, _ most: Int) -> [FieldOffer] {
    let found = rows(of: .countries, text, most)
    guard let id = dataset.country(typed: text.trimmed) else { return found }
    let offer = FieldOffer(text: dataset.code(id), detail: dataset.name(id))
    return Array(([offer] + found.filter { $0 != offer }).prefix(most))
  }

  private func extra(_ field: String, _ text: String, _ most: Int) -> [FieldOffer] {
    let words: [String] =
      switch field {
      case "source_kind": SourceKind.words
      case "retrieved": Retrieval.words
      default: []
      }
    return words.filter { $0.hasPrefix(text.lowercased()) }.prefix(most).map {
      FieldOffer(text: $0, detail: "")
    }
  }

  /// Rows whose id or name begins with a text, then those that hold it.
  private func rows(of table: TableName, _ text: String, _ most: Int) -> [FieldOffer] {
    let wanted = FoldedText.bytes(text.trimmed)
    guard !wanted.isEmpty else { return [] }
    var first: [FieldOffer] = []
    var second: [FieldOffer] = []
    func look(_ id: String, _ name: String) {
      guard first.count < most else { return }
      let folded = FoldedText.bytes(name)
      let offer = FieldOffer(text: id, detail: name)
      if folded.starts(with: wanted) || id.lowercased().hasPrefix(text.lowercased()) {
        first.append(offer)
      } else if second.count < most, folded.count > wanted.count,
        (1...folded.count - wanted.count).contains(where: {
          folded[$0...].starts(with: wanted) && folded[$0 - 1] == 32
        })
      {
        second.append(offer)
      }
    }
    switch table {
    case .organisations:
      for row in dataset.organisations { look(dataset.slug(row.id), dataset.string(row.name)) }
    case .countries:
      for row in dataset.countries { look(dataset.code(row.id), dataset.string(row.name)) }
    case .chips: for row in dataset.chips { look(dataset.slug(row.id), dataset.string(row.name)) }
    case .models: for row in dataset.models { look(dataset.slug(row.id), dataset.string(row.name)) }
    case .compute:
      var seen: Set<ID<Commitment>> = []
      for row in dataset.compute where seen.insert(row.id).inserted {
        look(dataset.slug(row.id), dataset.string(row.name))
      }
    case .rounds:
      var seen: Set<ID<Round>> = []
      for row in dataset.rounds where seen.insert(row.id).inserted {
        look(dataset.slug(row.id), "\(dataset.name(row.company)) \(dataset.string(row.series))")
      }
    default: break
    }
    return Array((first + second).prefix(most))
  }

  private func pages(_ text: String, _ most: Int) -> [FieldOffer] {
    let wanted = FoldedText.bytes(text.trimmed)
    guard wanted.count > 1 else { return [] }
    let found = dataset.sources.lazy.filter { source in
      dataset.slug(source.id).hasPrefix(text)
        || [source.title, source.publisher].contains {
          FoldedText.bytes(dataset.string($0)).starts(with: wanted)
        }
    }
    return found.prefix(most).map { source in
      FieldOffer(
        text: dataset.slug(source.id),
        detail: "\(dataset.string(source.publisher)): \(dataset.string(source.title))")
    }
  }

  private func towns(_ text: String, _ most: Int) -> [FieldOffer] {
    let wanted = FoldedText.bytes(text.trimmed)
    guard !wanted.isEmpty else { return [] }
    return dataset.places.lazy.filter {
      FoldedText.bytes(self.dataset.string($0.city)).starts(with: wanted)
    }.prefix(most).map {
      FieldOffer(text: dataset.string($0.city), detail: dataset.name($0.country))
    }
  }

  /// The last of several investors, and their roles behind a colon.
  private func investors(_ text: String, _ most: Int) -> [FieldOffer] {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    let rest = parts.dropLast().map { $0 + ";" }.joined()
    let last = (parts.last ?? "").trimmed
    let pieces = last.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if pieces.count == 2 {
      return InvestorRole.words.filter { $0.hasPrefix(pieces[1]) }.map {
        FieldOffer(text: "\(rest)\(pieces[0]):\($0)", detail: $0)
      }
    }
    guard pieces.count < 2 else { return [] }
    return rows(of: .organisations, last, most).map {
      FieldOffer(text: rest + $0.text, detail: $0.detail)
    }
  }

  /// The builder with the names it looks up most gathered, so that each key of a form finds them there.
  public func prepared() -> EntryBuilder {
    var builder = self
    for table in [TableName.organisations, .countries, .chips] {
      _ = builder.names.matches("\u{1}", in: table)
    }
    return builder
  }

  /// The key by which ``update(_:_:)`` finds the subject of a row.
  public static func subject(of row: some Record, kind: EntryKind, in dataset: Dataset) -> String {
    let cells = dataset.texts(of: row)
    return kind.subject.map { cells[$0] ?? "" }.joined(separator: "/")
  }

  /// The amount of a draft in dollars at the rates of its day, in millions. `nil` where it is in dollars
  /// already or cannot be converted.
  public func converted(_ entry: Entry) -> Double? {
    guard
      let amount = Double(
        entry.row["amount_m"].isEmpty ? entry.row["value_m"] : entry.row["amount_m"]),
      let currency = Currency(entry.row["currency"]), currency != .usd,
      let date = PartialDate(entry.row["date"])
    else { return nil }
    return dataset.dollars(
      Money(millions: amount, currency: currency), on: min(date.lastDay, today))?.millions
  }
}
