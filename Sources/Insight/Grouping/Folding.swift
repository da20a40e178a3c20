import Dataset

/// Whether organisations are counted one by one or with the group they belong to.
public enum Folding: String, CaseIterable, Sendable, Encodable {
  /// Every organisation on its own: NVentures is not NVIDIA.
  case none
  /// Each under the head of its group: NVentures is NVIDIA, Scaleway is iliad.
  case groups
}

/// The head of each organisation's group: the last one that `parent` leads to.
public struct GroupHeads: Sendable {
  private let heads: [ID<Organisation>]

  /// The heads as `folding` wants them; with `.none` everyone is their own.
  public init(_ dataset: Dataset, _ folding: Folding) {
    let organisations = dataset.organisations
    heads = organisations.map { organisation in
      guard folding == .groups else { return organisation.id }
      var head = organisation
      // A circle of parents is a mistake in the data; whoever is in it stays on their own.
      for _ in organisations.indices {
        guard let parent = head.parent else { return head.id }
        head = dataset[parent]
      }
      return organisation.id
    }
  }

  /// The head of an organisation's group.
  public subscript(id: ID<Organisation>) -> ID<Organisation> { heads[Int(id.index)] }

  /// The organisation and everyone whose group it heads, in the order of the file.
  public func members(of head: ID<Organisation>, in dataset: Dataset) -> [ID<Organisation>] {
    dataset.organisations.map(\.id).filter { $0 == head || self[$0] == head }
  }
}
