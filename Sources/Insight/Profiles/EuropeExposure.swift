import Dataset

/// The dependency of Europe's compute and capital as a whole on the United States and on a maker of
/// chips.
///
/// The four bars of an organisation, for everything the ledger counts. The rules are those of
/// `Exposure`: firm sites and closed rounds count, and unknown parts widen the interval. A site
/// without a named customer may serve anybody. The rest of a round after the known parts may be
/// anybody's (`RoundSplit`).
public struct EuropeExposure: Sendable {
  /// A part of a whole, as an interval.
  public struct Share: Hashable, Sendable, JSONConvertible {
    /// The part that the rows prove, 0...1.
    public let documented: Double
    /// The part if everything open belonged to it, 0...1.
    public let possible: Double

    public var json: JSON { ["documented": documented, "possible": possible] }

    init(_ part: Double, open: Double, of whole: Double) {
      documented = whole > 0 ? part / whole : 0
      possible = whole > 0 ? min(1, max(documented, (part + open) / whole)) : 1
    }

    init(_ share: AcceleratorShare) {
      self.init(Double(share.part), open: Double(share.open), of: Double(share.whole))
    }
  }

  /// The firm accelerators that the maker designed; `nil` where the data knows no such maker.
  public let chips: Share?
  /// The firm accelerators rented by customers at home in the United States.
  public let customers: Share
  /// The money raised that came from investors at home in the United States.
  public let capital: Share
  /// The firm accelerators that stand outside of the Union's 27 states.
  public let outside: Share

  /// The shares as of the snapshot's day, of what a filter lets through.
  public init(
    of snapshot: Snapshot, maker: ID<Organisation>?, where filter: CompiledFilter = .everything
  ) {
    let dataset = snapshot.dataset
    func isAmerican(_ id: ID<Organisation>) -> Bool? {
      dataset[id].country.map { dataset.jurisdiction(of: $0) == .us }
    }
    chips = maker.map { maker in
      Share(Compute.share(ofVendor: maker, in: snapshot, where: filter))
    }
    customers = Share(
      Compute.share(in: snapshot, .beside, filter) { $0.customer.flatMap(isAmerican) })
    outside = Share(
      Compute.share(in: snapshot, .beside, filter) { commitment in
        let place = dataset.jurisdiction(of: commitment.country)
        return place == .unstated ? nil : place != .eu27
      })
    var (part, open, whole) = (0.0, 0.0, 0.0)
    for round in filter.rounds(in: snapshot) {
      guard snapshot.standing(of: round) == .counted, let dollars = dataset.dollars(round)?.millions
      else { continue }
      whole += dollars
      let split = RoundSplit(of: round, dollars, snapshot.investments(in: round.id), snapshot)
      for (investment, amount) in split.known {
        switch isAmerican(investment.investor) {
        case true?: part += amount
        case nil: open += amount
        case false?: break
        }
      }
      if case .known(let rest) = split.rest { open += rest }
    }
    capital = Share(part, open: open, of: whole)
  }
}
