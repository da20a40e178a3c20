import Dataset

/// The purchase of an organisation that was announced and has not closed.
///
/// It is a relation `owns` with the status `announced`, of whoever does not own it already. A part
/// that changes hands is no purchase: the ledger has no such relation for it.
public struct AnnouncedPurchase: Hashable, Sendable {
  public let buyer: ID<Organisation>
  public let bought: ID<Organisation>
  /// The relation that says so.
  public let origin: Origin

  /// The purchases announced by the day, in the order of the file; of several offers for an organisation the
  /// last.
  public static func all(in snapshot: Snapshot) -> [AnnouncedPurchase] {
    let dataset = snapshot.dataset
    let owned = Set(
      snapshot.relations.filter { $0.kind == .owns && $0.status == .active }.map(\.to))
    var last: [ID<Organisation>: AnnouncedPurchase] = [:]
    var order: [ID<Organisation>] = []
    for row in snapshot.relations
    where row.kind == .owns && row.status == .announced && row.from != row.to
      && !owned.contains(row.to) && dataset[row.to].parent != row.from
    {
      if last[row.to] == nil { order.append(row.to) }
      last[row.to] = AnnouncedPurchase(buyer: row.from, bought: row.to, origin: row.origin)
    }
    return order.compactMap { last[$0] }
  }
}
