extension Dataset {
  /// The day from which a row counts, by its date, its sources and the package it stands in.
  @inlinable public func known(_ row: some DatedRecord) -> Day {
    let date = row.date
    return date.precision == .day
      ? date.lastDay : known(date, told: row.sources, in: Int(row.origin.package))
  }

  /// The day from which a partial date of a row of a package counts.
  @usableFromInline func known(
    _ date: PartialDate, told sources: IDList<Source>, in package: Int
  ) -> Day {
    date.known(
      revised: packages[package].updated,
      published: ids(sources).lazy.compactMap { self[$0].published })
  }

  /// The places of some rows of a table, the earliest row first.
  ///
  /// Of two rows of a day, the more precisely dated is the later; of two alike, the lower in the
  /// file.
  @inlinable public func ordered<Row: DatedRecord>(_ places: [Int], of rows: [Row]) -> [Int] {
    if places.count < 2 { return places }
    return places.map {
      (place: $0, known: known(rows[$0]), precision: rows[$0].date.precision.rawValue)
    }
    .sorted { ($0.known, $0.precision, $0.place) < ($1.known, $1.precision, $1.place) }
    .map { $0.place }
  }
}

// Inlinable, so that the callers' modules get these loops for the rows they ask for.
extension Snapshot {
  /// True if a row is known on the day.
  @inlinable public func knows(_ row: some DatedRecord) -> Bool { dataset.known(row) <= day }

  /// The rows of a table known on the day, grouped by a key, as places in the table.
  ///
  /// Groups come in the order in which their keys first appear, the rows of each the earliest first.
  @inlinable public func histories<Row: DatedRecord, Key: Hashable>(
    of rows: [Row], by key: (Row) -> Key
  ) -> [[Int]] {
    var numbers: [Key: Int] = [:]
    var groups: [[Int]] = []
    for (index, row) in rows.enumerated() where knows(row) {
      let number = numbers[key(row)] ?? groups.count
      if number == groups.count {
        groups.append([])
        numbers[key(row)] = number
      }
      groups[number].append(index)
    }
    return groups.map { dataset.ordered($0, of: rows) }
  }
}
