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
    let organisations = dataset.organisations
    guard folding == .groups else {
      heads = organisations.map(\.id)
      return
    }
    var heads = [ID<Organisation>?](repeating: nil, count: organisations.count)
    for organisation in organisations where heads[Int(organisation.id.index)] == nil {
      // Each chain is walked once: up to one whose head is known, to its end, or around a circle.
      var chain = [organisation]
      var onChain: Set<ID<Organisation>> = [organisation.id]
      var head: ID<Organisation>?
      while let last = chain.last, head == nil {
        guard let parent = last.parent else {
          head = last.id
          break
        }
        if let known = heads[Int(parent.index)] {
          // Whoever belongs to somebody in a circle is on their own too, as that one is.
          head = dataset[known].parent == nil ? known : nil
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
