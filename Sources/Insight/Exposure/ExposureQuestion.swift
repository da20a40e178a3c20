import Dataset

/// In what an organisation depends on others.
public enum ExposureDimension: String, CaseIterable, Sendable, JSONConvertible {
  /// The chips in its own sites and in those it rents; upstream of the maker, its foundry, memory
  /// and lithography.
  case compute
  /// The money in its rounds.
  case capital
  /// The customers of its capacity.
  case customers
  /// Under whose law its sites stand.
  case location
}

/// On whom or on what an organisation depends.
public enum ExposureTarget: Hashable, Sendable {
  /// One organisation (with its group, where groups are folded).
  case organisation(ID<Organisation>)
  /// One commitment: whoever operates or rents it depends on it.
  case commitment(ID<Commitment>)
  /// A country: the home of makers, investors and customers, the location of sites.
  case country(ID<Country>)
  /// A jurisdiction, in the same sense.
  case jurisdiction(Jurisdiction)

  /// Why it cannot be asked for in a dimension; `nil` where it can.
  public func problem(in dimension: ExposureDimension) -> ExposureProblem? {
    switch (dimension, self) {
    case (.location, .organisation), (.location, .commitment): .locationNeedsAPlace
    case (.capital, .commitment), (.customers, .commitment): .commitmentIsCompute
    default: nil
    }
  }

  /// The id, the code or the word of the command line and of JSON.
  public func slug(in dataset: Dataset) -> String {
    switch self {
    case .organisation(let id): dataset.slug(id)
    case .commitment(let id): dataset.slug(id)
    case .country(let id): dataset.code(id)
    case .jurisdiction(let jurisdiction): jurisdiction.word
    }
  }
}

public struct ExposureOptions: Hashable, Sendable {
  /// True if announced sites, rounds and relations count; firm rows always do.
  public var announced: Announced
  public var folding: Folding
  /// The greatest number of paths told for an organisation.
  public var pathLimit: Int
  /// The unit that weighs compute.
  public var unit: ComputeUnit
  /// True if announced purchases count: what is bought is then one with its buyer.
  public var purchases: Announced

  /// Firm facts alone, every organisation on its own, five paths each and accelerators unless said
  /// otherwise.
  public init(
    announced: Announced = .beside, folding: Folding = .none, pathLimit: Int = 5,
    unit: ComputeUnit = .accelerators, purchases: Announced = .beside
  ) {
    self.announced = announced
    self.folding = folding
    self.pathLimit = pathLimit
    self.unit = unit
    self.purchases = purchases
  }
}

/// A question about exposure that has no answer.
public enum ExposureProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Sites stand in countries, not in organisations or commitments.
  case locationNeedsAPlace
  /// A commitment is compute; nobody is its customer or owes it money.
  case commitmentIsCompute

  /// The fault, and the question to ask instead.
  public var description: String {
    switch self {
    case .locationNeedsAPlace:
      "location is asked for a country or a jurisdiction, such as NO or EU-27, not an organisation"
    case .commitmentIsCompute:
      "a commitment is compute; ask for the dimension compute, or for an organisation"
    }
  }
}
