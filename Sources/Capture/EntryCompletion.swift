import Dataset

/// Fills an entry where the draft says nothing.
extension EntryBuilder {
  /// Fills cells by default or from what stands in others; gives those that were filled.
  ///
  /// - Parameter isLater: True if the row moves something on, which happened today unless a page tells
  ///   its day.
  func complete(_ values: inout [String: String], _ draft: Draft, isLater: Bool) -> [(
    column: String, text: String
  )] {
    let kind = draft.kind
    var assumed: [(column: String, text: String)] = []
    func assume(_ column: String, _ text: String?) {
      guard let text, !text.isEmpty, values[column] == nil, draft.values[column] == nil,
        kind.columns.contains(where: { $0.name == column })
      else { return }
      values[column] = text
      assumed.append((column, text))
    }
    assume("date", published(of: values["source"] ?? ""))
    if isLater { assume("date", today.description) }
    if kind.table == .compute {
      assume("name", siteName(values))
    }
    if kind.table == .organisations, let parent = values["parent"],
      let id = dataset.organisation(parent)
    {
      assume("layer", dataset[id].layer.word)
    }
    for (column, text) in kind.defaults.sorted(by: { $0.key < $1.key }) { assume(column, text) }
    return assumed
  }

  /// The publication of a list's first source whose day is known.
  private func published(of list: String) -> String? {
    list.split(separator: ";").lazy.compactMap { id in
      published[String(id)]
        ?? dataset.source(String(id)).flatMap { dataset[$0].published?.description }
    }.first
  }

  private func siteName(_ values: [String: String]) -> String? {
    guard let city = values["city"] else { return nil }
    let name = values["operator"].flatMap { dataset.organisation($0) }.map { dataset.name($0) }
    return [name, city].compactMap(\.self).joined(separator: " ")
  }

  /// An id for a row of a kind, by the manner of the curated package.
  func newID(_ kind: EntryKind, _ values: [String: String]) -> String {
    let wanted: String
    switch kind.table {
    case .rounds:
      let date = String((values["date"] ?? "").prefix(7))
      wanted = Slug.of("\(values["company"] ?? "") \(date) \(values["series"] ?? "")")
    case .milestones: wanted = Slug.of(values["title"] ?? "", longest: 40)
    case .sources:
      wanted = Slug.of("\(values["publisher"] ?? "") \(values["title"] ?? "")", longest: 40)
    default: wanted = Slug.of(values["name"] ?? "", longest: 40)
    }
    return Slug.free(wanted.isEmpty ? kind.word : wanted) { names.has($0, in: kind.table) }
  }

  /// The sources of a draft: ids as they are, addresses as the source that has them or as a new row.
  mutating func readSources(_ draft: Draft, _ values: inout [String: String]) throws(EntryFault)
    -> (
      ids: [String], new: [EntryRow]
    )
  {
    guard let written = draft.text("source") else {
      throw EntryFault("source", "missing; name the address of the page, or a source's id")
    }
    var ids: [String] = []
    var new: [EntryRow] = []
    // An address may hold a semicolon. Only after that an address or an id of its own follows.
    let parts =
      WebAddress(written) != nil && !written.contains(";http")
      ? [written] : written.split(separator: ";").map { String($0).trimmed }
    for part in parts where !part.isEmpty {
      guard part.contains("://") else {
        ids.append(try names.id(part, in: .sources, field: "source"))
        continue
      }
      guard let address = WebAddress(part) else {
        throw EntryFault("source", "found \"\(part)\", expected an address with https://")
      }
      if let id = sources.id(of: address) {
        ids.append(id)
        continue
      }
      let row = try source(part, address, draft)
      sources.note(address, as: row["id"])
      names.note(row["id"], named: row["title"], in: .sources)
      if !row["published"].isEmpty { published[row["id"]] = row["published"] }
      new.append(row)
      ids.append(row["id"])
    }
    return (ids, new)
  }

  /// A new source, as the draft describes it and as its address and its publisher's other pages tell.
  private func source(_ text: String, _ address: WebAddress, _ draft: Draft) throws(EntryFault)
    -> EntryRow
  {
    func told(_ field: String) -> String? {
      if let text = draft.text("source_" + field) { return text }
      return draft.kind.extraFields.contains(field) ? draft.text(field) : nil
    }
    var values = ["url": text]
    values["publisher"] = told("publisher") ?? sources.publisher(of: address) ?? address.host
    guard let title = told("title") else {
      throw EntryFault(
        draft.kind.field(ofSource: "title"),
        "missing; type the title of the page, which is not held yet")
    }
    values["title"] = title
    if let text = told("published") {
      switch CellReading.date(text, today: today) {
      case .success(let date): values["published"] = date
      case .failure(let refusal): throw EntryFault("published", refusal.message)
      }
    } else {
      values["published"] = address.published?.description
    }
    switch CellReading.word(
      told("kind") ?? (sources.kind(of: address) ?? .news).word, among: SourceKind.words)
    {
    case .success(let kind): values["kind"] = kind
    case .failure(let refusal): throw EntryFault("source_kind", refusal.message)
    }
    switch CellReading.word(draft.text("retrieved") ?? "page", among: Retrieval.words) {
    case .success(let retrieved): values["retrieved"] = retrieved
    case .failure(let refusal): throw EntryFault("retrieved", refusal.message)
    }
    let host = address.host.split(separator: ".").first.map(String.init) ?? address.host
    let wanted = draft.text("source_id") ?? Slug.of("\(host) \(title)", longest: 40)
    values["id"] = Slug.free(wanted.isEmpty ? "source" : wanted) { names.has($0, in: .sources) }
    return EntryRow(.sources, values)
  }

  /// The place of a site's town where the draft says where it lies and no package does yet.
  func place(
    _ draft: Draft, _ values: [String: String], _ reasons: inout [EntryFault.Reason]
  ) throws(EntryFault) -> EntryRow? {
    guard let latitude = draft.text("latitude"), let longitude = draft.text("longitude") else {
      return nil
    }
    guard let city = values["city"], let country = values["country"] else { return nil }
    let isKnown = dataset.places.contains {
      dataset.string($0.city) == city && dataset.code($0.country) == country
    }
    for (field, text, most) in [("latitude", latitude, 90.0), ("longitude", longitude, 180.0)] {
      guard let degrees = Double(text), abs(degrees) <= most else {
        reasons.append(.init(field, "found \"\(text)\", expected degrees from -\(most) to \(most)"))
        continue
      }
    }
    return isKnown
      ? nil
      : EntryRow(
        .places,
        [
          "city": city, "country": country, "latitude": latitude, "longitude": longitude,
          "source": values["source"] ?? "",
        ])
  }

  /// Adds the parts taken in a round: `NAME[:ROLE[:AMOUNT]]`, separated by semicolons.
  mutating func tickets(_ text: String, of round: EntryRow) throws(EntryFault) -> [EntryRow] {
    var rows: [EntryRow] = []
    var reasons: [EntryFault.Reason] = []
    var taken: Set<String> = []
    for part in text.split(separator: ";") {
      let pieces = part.split(separator: ":", omittingEmptySubsequences: false)
        .map { String($0).trimmed }
      guard let name = pieces.first, !name.isEmpty else { continue }
      do throws(EntryFault) {
        let id = try names.id(name, in: .organisations, field: "investors")
        guard taken.insert(id).inserted else {
          throw EntryFault("investors", "\(name) is named twice")
        }
        var values = [
          "round": round["id"], "investor": id, "source": round["source"], "role": "participant",
        ]
        if pieces.count > 1, !pieces[1].isEmpty {
          switch CellReading.word(pieces[1], among: InvestorRole.words) {
          case .success(let role): values["role"] = role
          case .failure(let refusal): throw EntryFault("investors", "\(name): \(refusal.message)")
          }
        }
        if pieces.count > 2, !pieces[2].isEmpty {
          let (number, currency) = CellReading.amount(pieces[2])
          switch CellReading.number(number, isWhole: false, isMillions: true) {
          case .success(let amount):
            values["amount_m"] = amount
            values["currency"] = currency ?? round["currency"]
          case .failure(let refusal): throw EntryFault("investors", "\(name): \(refusal.message)")
          }
        }
        rows.append(EntryRow(.investments, values))
      } catch {
        reasons += error.reasons
      }
    }
    guard reasons.isEmpty else { throw EntryFault(reasons) }
    return rows
  }
}
