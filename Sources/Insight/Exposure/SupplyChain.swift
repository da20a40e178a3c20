import Dataset

/// Who makes chips, and who supplies the makers with which part.
///
/// A chip needs a foundry and memory and cores and lithography: suppliers of different parts are
/// complements, suppliers of one part alternatives. So a maker depends by the largest of its parts.
/// A part depends by the least, or at most the greatest, of its suppliers. A part with a named
/// supplier has no unnamed supplier: NVIDIA depends on TSMC wholly, and on SK hynix by 0 to 1 next
/// to Samsung. Where nobody up a maker's chain names a supplier of the part that is asked about,
/// any may be it.
///
/// A target is had wholly or not at all, so each end is a question of ways:
/// - *possible*: some way leads from the maker to the target;
/// - *documented*: every choice of suppliers leads there. A circle proves nothing by itself, and its
///   ways out are always taken in the end. The maker reaches the target almost surely, whichever
///   supplier each part takes. (L. de Alfaro, Formal Verification of Probabilistic Systems, 1997.)
struct SupplyChain {
  /// A part that a maker needs, as far as rows name its suppliers.
  struct Part {
    /// The part; `nil` where the row names none.
    let part: SuppliedPart?
    /// Who supplies it, in the order of the rows.
    fileprivate(set) var suppliers: [ID<Organisation>]
  }

  /// A supply of a part to a maker, as a row says it.
  struct Supply {
    let supplier: ID<Organisation>
    let maker: ID<Organisation>
    let part: SuppliedPart?
    let row: Relation
  }

  /// The supplies in the order of the rows.
  let supplies: [Supply]
  private let parts: [ID<Organisation>: [Part]]
  private let customers: [ID<Organisation>: [ID<Organisation>]]

  /// The chain of the relations that count.
  init(_ facts: SiteFacts, _ dataset: Dataset) {
    let makers = ChipMakers(facts, dataset)
    var supplies: [Supply] = []
    for relation in facts.relations where relation.kind == .supplies {
      let (supplier, maker) = facts.ends(relation)
      // A row without a part leads upstream where one maker supplies another.
      let isBuiltIn = relation.part?.isBuiltIn ?? (dataset[maker].layer == .chips)
      guard supplier != maker, isBuiltIn, makers.contains(maker) else { continue }
      supplies.append(
        Supply(supplier: supplier, maker: maker, part: relation.part, row: relation))
    }
    self.init(supplies)
  }

  init(_ supplies: [Supply]) {
    self.supplies = supplies
    var parts: [ID<Organisation>: [Part]] = [:]
    var customers: [ID<Organisation>: [ID<Organisation>]] = [:]
    for supply in supplies {
      customers[supply.supplier, default: []].append(supply.maker)
      let place = parts[supply.maker]?.firstIndex { $0.part == supply.part }
      if let place {
        if parts[supply.maker]?[place].suppliers.contains(supply.supplier) == false {
          parts[supply.maker]?[place].suppliers.append(supply.supplier)
        }
      } else {
        parts[supply.maker, default: []]
          .append(Part(part: supply.part, suppliers: [supply.supplier]))
      }
    }
    self.parts = parts
    self.customers = customers
  }

  /// The parts that a maker is known to need.
  func parts(of maker: ID<Organisation>) -> [Part] { parts[maker] ?? [] }

  /// Everyone who supplies a maker or is supplied as a maker.
  var members: Set<ID<Organisation>> {
    Set(supplies.flatMap { [$0.supplier, $0.maker] })
  }

  /// How far each maker depends on some targets, each of which counts for its own share.
  func shares(reaching targets: [ID<Organisation>: ShareInterval]) -> MakerShares {
    let possible = upstreamOf(targets.filter { $0.value.possible > 0 }.keys)
    let documented = certain(targets.filter { $0.value.documented > 0 }.keys)
    let asked = Set(
      supplies.filter { (targets[$0.supplier]?.possible ?? 0) > 0 }.map(\.part))
    let named = asked.map { part in
      upstreamOf(parts.filter { $0.value.contains { $0.part == part } }.keys)
    }
    var shares = targets
    for maker in members where shares[maker] == nil {
      let isOpen = named.contains { !$0.contains(maker) }
      shares[maker] =
        documented.contains(maker)
        ? .all : possible.contains(maker) || isOpen ? .unknown : ShareInterval.none
    }
    for (id, own) in targets where own == .unknown && documented.contains(id) { shares[id] = .all }
    return MakerShares(shares: shares, others: asked.isEmpty ? .none : .unknown)
  }

  /// The makers from which a way leads to some, these included.
  private func upstreamOf(_ ends: some Sequence<ID<Organisation>>) -> Set<ID<Organisation>> {
    var found = Set(ends)
    var queue = Array(found)
    while let next = queue.popLast() {
      for maker in customers[next] ?? [] where found.insert(maker).inserted {
        queue.append(maker)
      }
    }
    return found
  }

  /// The makers that reach some, whichever supplier each part takes.
  private func certain(_ ends: some Sequence<ID<Organisation>>) -> Set<ID<Organisation>> {
    let ends = Set(ends)
    var allowed = members.union(ends)
    while true {
      // Of those allowed, whoever gets closer to an end whatever is chosen.
      var found = ends
      var queue = Array(ends)
      while let next = queue.popLast() {
        for maker in customers[next] ?? [] where !found.contains(maker) {
          let isLed = parts(of: maker).contains { part in
            part.suppliers.allSatisfy { allowed.contains($0) }
              && part.suppliers.contains { found.contains($0) }
          }
          if isLed {
            found.insert(maker)
            queue.append(maker)
          }
        }
      }
      if found == allowed { return found }
      allowed = found
    }
  }

  /// Who supplies a maker directly.
  func suppliers(of maker: ID<Organisation>) -> Set<ID<Organisation>> {
    Set(parts(of: maker).flatMap(\.suppliers))
  }
}

/// How far each maker depends on what is asked about.
struct MakerShares {
  fileprivate let shares: [ID<Organisation>: ShareInterval]
  /// The share of makers of whom no row says what they are made with.
  fileprivate let others: ShareInterval

  subscript(maker: ID<Organisation>) -> ShareInterval { shares[maker] ?? others }
}

/// Who makes chips: the layer chips, whoever the table of chips names, and the makers of sites.
struct ChipMakers {
  private let dataset: Dataset
  private let named: Set<ID<Organisation>>

  init(_ facts: SiteFacts, _ dataset: Dataset) {
    self.dataset = dataset
    named = Set(dataset.chips.map { facts.head(of: $0.vendor) })
      .union(facts.sites.compactMap { facts.vendor(of: $0) })
  }

  func contains(_ id: ID<Organisation>) -> Bool {
    dataset[id].layer == .chips || named.contains(id)
  }
}

extension SuppliedPart {
  /// True if a chip, or a machine that makes chips, is made with it.
  var isBuiltIn: Bool {
    switch self {
    case .memory, .cores, .foundry, .lithography, .optics, .laser, .network, .processors: true
    case .accelerators, .systems, .cloud, .energy: false
    }
  }

  /// True if somebody who gets it gets chips with it.
  var holdsChips: Bool { self == .accelerators || self == .systems }
}
