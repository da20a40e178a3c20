/// The rows of a table while it is read, and what it takes to settle which of them stand.
struct TableRows<Row: TableRow> {
  /// A row's primary key as two hashes of 64 bits. That both collide is less likely than a fault of the
  /// memory.
  struct Key: Equatable {
    let first: UInt64
    let second: UInt64
  }

  private(set) var rows: [Row] = []
  /// For each row of a dated table the number of the day it became known.
  private(set) var known: [Int32] = []
  /// Of a table with ids of its own the rows whose id is not new.
  private var repeats: [Ledger.Repeat] = []
  /// Of a table without, the key of every row.
  private var keys: [Key] = []

  var ledger: Ledger { Ledger(repeats) }

  mutating func reserve(_ more: Int) {
    rows.reserveCapacity(rows.count + more)
    if Row.isDated { known.reserveCapacity(rows.count + more) }
  }

  /// Adds a row that has an id of its own.
  mutating func append(_ row: Row, repeating number: Int32?, known day: Day?) {
    if let number { repeats.append(Ledger.Repeat(row: Int32(rows.count), number: number)) }
    append(row, known: day)
  }

  /// Adds a row that has none, with its key.
  mutating func append(_ row: Row, key: Key, known day: Day?) {
    keys.append(key)
    append(row, known: day)
  }

  private mutating func append(_ row: Row, known day: Day?) {
    if let day { known.append(Int32(day.number)) }
    rows.append(row)
  }

  mutating func refer(_ row: Int, to number: Int32) { rows[row].refer(to: number) }

  /// Lays later packages over earlier packages: of rows with the same key the latest package's
  /// stands, and within a package the first.
  ///
  /// The other row is given to `complain` with the row that stands.
  mutating func settle(_ complain: (_ row: Row, _ standing: Row) -> Void) {
    var dropped: [Int32] = []
    func contest(_ row: Int, _ standing: Int) {
      if rows[row].origin.package > rows[standing].origin.package {
        rows[standing] = rows[row]
        if Row.isDated { known[standing] = known[row] }
      } else {
        complain(rows[row], rows[standing])
      }
      dropped.append(Int32(row))
    }
    if Row.schema.hasOwnIDs {
      settleIDs(contest)
    } else {
      settleKeys(contest)
    }
    if !dropped.isEmpty { drop(dropped) }
  }

  /// An entry of a ledger: an id on a day, or an id alone where the table is none.
  private struct Entry: Hashable {
    let number: Int32
    let date: PartialDate?
  }

  private func settleIDs(_ contest: (_ row: Int, _ standing: Int) -> Void) {
    let isLedger = Row.schema.isLedger
    func entry(_ row: Int, _ number: Int32) -> Entry {
      Entry(number: number, date: isLedger ? rows[row].dating?.date : nil)
    }
    var places: [Entry: Int] = [:]
    for again in repeats {
      let first = Int(Ledger.firstRow(of: again.number, repeats))
      places[entry(first, again.number)] = first
    }
    for again in repeats {
      let row = Int(again.row)
      let entry = entry(row, again.number)
      if let standing = places[entry] { contest(row, standing) } else { places[entry] = row }
    }
  }

  private func settleKeys(_ contest: (_ row: Int, _ standing: Int) -> Void) {
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    var places = [Int32](repeating: -1, count: size)
    for (row, key) in keys.enumerated() {
      var slot = Int(truncatingIfNeeded: key.first) & (size - 1)
      while places[slot] >= 0, keys[Int(places[slot])] != key { slot = (slot + 1) & (size - 1) }
      if places[slot] >= 0 {
        contest(row, Int(places[slot]))
      } else {
        places[slot] = Int32(row)
      }
    }
  }

  /// Takes rows out; `gone` is in their order.
  private mutating func drop(_ gone: [Int32]) {
    var next = 0
    var kept = 0
    var again = 0
    var left: [Ledger.Repeat] = []
    for row in rows.indices {
      let isRepeat = again < repeats.count && Int(repeats[again].row) == row
      if isRepeat { again += 1 }
      if next < gone.count, Int(gone[next]) == row {
        next += 1
        continue
      }
      if isRepeat {
        left.append(Ledger.Repeat(row: Int32(kept), number: repeats[again - 1].number))
      }
      rows[kept] = rows[row]
      if Row.isDated { known[kept] = known[row] }
      kept += 1
    }
    rows.removeSubrange(kept...)
    if Row.isDated { known.removeSubrange(kept...) }
    repeats = left
    keys = []
  }
}

extension TableSchema {
  /// True if the rows have ids of their own, by which other rows refer to them.
  var hasOwnIDs: Bool { fields.first?.type == .key }

  /// True if several dated rows may share an id.
  var isLedger: Bool { hasOwnIDs && key.contains("date") }
}
