import Dataset

/// The facts of a layer of the chain on a day.
public struct LayerProfile: Sendable {
  public struct Member: Sendable {
    public let organisation: ID<Organisation>
    public let raised: CapitalTally
    public let compute: ComputeTally
    /// Its value; `nil` where no established value is known.
    public let value: ValuationPoint?
  }

  public let snapshot: Snapshot
  public let layer: Layer
  /// Its organisations: most money raised first, then most accelerators, then by id.
  public private(set) var members: [Member]
  /// The money its companies raised.
  public let capital: CapitalTally
  public let compute: ComputeTally
  /// That compute by who designed its chips.
  public let suppliers: [ComputeTotals.Group]
  /// The models its organisations made, the latest first.
  public private(set) var models: [Model]
  /// The answers of its organisations to voluntary instruments.
  public private(set) var signatures: [Signatory]

  /// The same with some organisations alone, and the models and answers that pass a filter. The sums stay
  /// those of the whole layer.
  public func only(
    _ isWanted: (ID<Organisation>) -> Bool, _ filter: CompiledFilter
  ) -> LayerProfile {
    var profile = self
    profile.members = members.filter { isWanted($0.organisation) }
    profile.models = models.filter(filter.matches)
    profile.signatures = signatures.filter(filter.matches)
    return profile
  }

  public init(_ layer: Layer, in snapshot: Snapshot) {
    let dataset = snapshot.dataset
    self.snapshot = snapshot
    self.layer = layer
    let compiler = FilterCompiler(
      text: "", dataset: dataset, snapshot: snapshot, watching: .nothing)
    let own = compiler.organisations { $0.layer == layer }
    let rounds = Capital.totals(
      of: snapshot, by: .company, where: CompiledFilter(rows: compiler.isAbout(own)))
    let operators = CompiledFilter(rows: PerRow(commitment: { own[$0.operatedBy] }))
    let sites = Compute.totals(of: snapshot, by: .operator, where: operators)
    capital = rounds.total
    compute = sites.total
    suppliers = Compute.totals(of: snapshot, by: .vendor, where: operators).groups
    models = snapshot.models.filter { own[$0.developer] }.latestFirst(\.date)
    signatures = snapshot.signatories.filter { own[$0.organisation] }.latestFirst(\.date)
    members = LayerProfile.members(
      of: layer, snapshot,
      raised: Dictionary(
        rounds.groups.map { ($0.key, $0.tally) }, uniquingKeysWith: { first, _ in first }),
      operated: Dictionary(
        sites.groups.map { ($0.key, $0.tally) }, uniquingKeysWith: { first, _ in first }))
  }

  private static func members(
    of layer: Layer, _ snapshot: Snapshot, raised: [GroupKey: CapitalTally],
    operated: [GroupKey: ComputeTally]
  ) -> [Member] {
    let dataset = snapshot.dataset
    let valued = Set(
      snapshot.valuations.map(\.company)
        + snapshot.rounds.filter { $0.postMoneyMillions != nil }.map(\.company))
    return dataset.organisations.filter { $0.layer == layer }
      .map { organisation in
        let key = GroupKey.organisation(organisation.id)
        let capital =
          valued.contains(organisation.id) ? Capital.of(organisation.id, in: snapshot) : nil
        return (
          slug: dataset.slug(organisation.id),
          member: Member(
            organisation: organisation.id, raised: raised[key] ?? CapitalTally(),
            compute: operated[key] ?? ComputeTally(), value: capital?.last?.taken)
        )
      }
      .sorted { left, right in
        let (first, second) = (left.member, right.member)
        if first.raised.usdMillions != second.raised.usdMillions {
          return first.raised.usdMillions > second.raised.usdMillions
        }
        if first.compute.accelerators != second.compute.accelerators {
          return first.compute.accelerators > second.compute.accelerators
        }
        return left.slug < right.slug
      }.map(\.member)
  }
}
