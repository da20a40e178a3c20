import Dataset

/// The counting of organisations: singly or with their group.
public enum Folding: String, CaseIterable, Sendable, JSONConvertible {
  /// Every organisation on its own: NVentures is not NVIDIA.
  case none
  /// Each under the head of its group: NVentures is NVIDIA, Scaleway is iliad.
  case groups
}

/// The head of each organisation's group: the last that `parent` leads to.
public struct GroupHeads: Sendable {
  private let heads: [ID<Organisation>]

  /// The heads as `folding` wants them; with `.none` everyone is their own.
  public init(_ dataset: Dataset, _ folding: Folding) {
    self.init(dataset) { folding == .groups ? $0.parent : nil }
  }

  /// The heads as the options of an exposure want them: where announced purchases count, what is bought
  /// belongs to its buyer, and to the buyer's group where groups are folded.
  public init(_ snapshot: Snapshot, _ options: ExposureOptions) {
    let purchases = options.purchases == .counted ? AnnouncedPurchase.all(in: snapshot) : []
    guard !purchases.isEmpty else {
      self.init(snapshot.dataset, options.folding)
      return
    }
    let buyers = Dictionary(
      purchases.map { ($0.bought, $0.buyer) }, uniquingKeysWith: { _, latest in latest })
    self.init(snapshot.dataset) { organisation in
      buyers[organisation.id] ?? (options.folding == .groups ? organisation.parent : nil)
    }
  }

  /// The last that a way of owners leads to, of each organisation.
  private init(_ dataset: Dataset, ownedBy owner: (Organisation) -> ID<Organisation>?) {
    let organisations = dataset.organisations
    var heads = [ID<Organisation>?](repeating: nil, count: organisations.count)
    for organisation in organisations where heads[Int(organisation.id.index)] == nil {
      // Most belong to nobody, and need no chain.
      guard owner(organisation) != nil else {
        heads[Int(organisation.id.index)] = organisation.id
        continue
      }
      // Each chain is walked once: up to a member whose head is known, to its end, or around a
      // circle.
      var chain = [organisation]
      var onChain: Set<ID<Organisation>> = [organisation.id]
      var head: ID<Organisation>?
      while let last = chain.last, head == nil {
        guard let parent = owner(last) else {
          head = last.id
          break
        }
        if let known = heads[Int(parent.index)] {
          // Whoever belongs to somebody in a circle is on their own too, as that organisation is.
          head = owner(dataset[known]) == nil ? known : nil
          break
        }
        if !onChain.insert(parent).inserted { break }
        chain.append(dataset[parent])
      }
      // A circle of parents is a mistake in the data; whoever is in it stays on their own.
      for member in chain { heads[Int(member.id.index)] = head ?? member.id }
    }
    self.heads = zip(organisations, heads).map { $1 ?? $0.id }
  }

  /// The head of an organisation's group.
  public subscript(id: ID<Organisation>) -> ID<Organisation> { heads[Int(id.index)] }

  /// The organisation and everyone whose group it heads, in the order of the file.
  public func members(of head: ID<Organisation>, in dataset: Dataset) -> [ID<Organisation>] {
    dataset.organisations.map(\.id).filter { $0 == head || self[$0] == head }
  }
}
