/// Lines of a screen shared by need: each line goes to the list that has the fewest and wants more.
///
/// So lists of a few rows stand whole, and long lists are of the same height.
struct FairShares {
  private(set) var given: [Int]

  /// - Parameters:
  ///   - wanted: the lines that show all of each list.
  ///   - given: the lines that each has already.
  ///   - lists: the lists that take part, of equals the first before the last.
  ///   - room: the lines that are left.
  init(wanted: [Int], given: [Int], among lists: [Int], room: Int) {
    self.given = given
    for _ in 0..<max(0, room) {
      let open = lists.filter { self.given[$0] < wanted[$0] }
      guard let next = open.min(by: { self.given[$0] < self.given[$1] }) else { return }
      self.given[next] += 1
    }
  }
}
