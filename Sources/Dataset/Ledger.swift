/// The rows of a table that share an id.
///
/// Ids are numbered in the order of first appearance, so only repeated ids are kept: nothing for a
/// table without repetitions.
struct Ledger: Sendable {
  /// A row whose id stood in a row before it.
  struct Repeat {
    var row: Int32
    let number: Int32
  }

  /// The repeats in the order of the rows.
  private let repeats: [Repeat]
  /// The same in the order of the numbers.
  private let later: [Repeat]

  init(_ repeats: [Repeat]) {
    self.repeats = repeats
    later = repeats.sorted { ($0.number, $0.row) < ($1.number, $1.row) }
  }

  /// The row in which a number appears first: as many rows come before it as there are smaller numbers
  /// and repeats before it.
  static func firstRow(of number: Int32, _ repeats: [Repeat]) -> Int32 {
    let before = partition(repeats.indices) { Int(repeats[$0].row) - $0 > Int(number) }
    return number + Int32(truncatingIfNeeded: before)
  }

  /// The rows of a number, in their order.
  func rows(of number: Int32) -> [Int32] {
    var place = partition(later.indices) { later[$0].number >= number }
    var rows = [Ledger.firstRow(of: number, repeats)]
    while place < later.count, later[place].number == number {
      rows.append(later[place].row)
      place += 1
    }
    return rows
  }

  /// The numbers that stand in more than one row, ascending.
  var repeatedNumbers: [Int32] {
    var numbers: [Int32] = []
    for again in later where again.number != numbers.last { numbers.append(again.number) }
    return numbers
  }

  /// Goes through so many rows with the number of each.
  @inline(__always)
  func forEach(rows: Int, _ body: (_ row: Int, _ number: Int) -> Void) {
    var row = 0
    var number = 0
    for again in repeats {
      while row < Int(again.row) {
        body(row, number)
        row += 1
        number += 1
      }
      body(row, Int(again.number))
      row += 1
    }
    while row < rows {
      body(row, number)
      row += 1
      number += 1
    }
  }
}

/// The first place from which on a condition holds, the end where it never does.
private func partition(_ places: Range<Int>, _ holds: (Int) -> Bool) -> Int {
  var (low, high) = (places.lowerBound, places.upperBound)
  while low < high {
    let middle = (low + high) / 2
    if holds(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}
