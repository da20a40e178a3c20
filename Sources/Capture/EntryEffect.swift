import Dataset
import Insight

/// The changes of an entry to the figures that analysts look at.
public struct EntryEffect: Sendable {
  /// A figure before and after.
  public struct Figure: Equatable, Sendable {
    public enum Unit: String, Sendable {
      /// Millions of dollars.
      case usdMillions = "usd_m"
      case accelerators
      case states
    }

    public let title: String
    public let unit: Unit
    /// The figure without the entry.
    public let before: Double
    /// The figure with it.
    public let after: Double

    /// True if the entry changes it.
    public var isChanged: Bool { before != after }
  }

  /// A claim whose verdict changes.
  public struct ClaimChange: Equatable, Sendable {
    /// The claim's id.
    public let id: String
    /// The verdict without the entry.
    public let before: Verdict
    public let after: Verdict
  }

  /// The figures that an entry of its kind may change, those it does not change too.
  public let figures: [Figure]
  public let claims: [ClaimChange]

  /// Compares the facts on a day without and with entries.
  ///
  /// - Parameter companies: The ids of those whose money is told apart.
  public init(from before: Snapshot, to after: Snapshot, companies: [String]) {
    var figures: [Figure] = []
    for id in companies {
      guard let company = after.dataset.organisation(id) else { continue }
      let raised = Capital.of(company, in: after).raised.usdMillions
      let stood = before.dataset.organisation(id).map {
        Capital.of($0, in: before).raised.usdMillions
      }
      figures.append(
        Figure(
          title: "\(after.dataset.name(company)) raised", unit: .usdMillions, before: stood ?? 0,
          after: raised))
    }
    let sums = [before, after].map { snapshot in
      (
        raised: Capital.totals(of: snapshot, by: .layer).total.usdMillions,
        firm: Compute.totals(of: snapshot, by: .status).total.accelerators,
        announced: Compute.totals(of: snapshot, by: .status).total.announced,
        states: EnforcementReport(snapshot).full.count
      )
    }
    func add(_ title: String, _ unit: Figure.Unit, _ value: (Int) -> Double) {
      figures.append(Figure(title: title, unit: unit, before: value(0), after: value(1)))
    }
    add("raised in all", .usdMillions) { sums[$0].raised }
    add("firm accelerators", .accelerators) { Double(sums[$0].firm) }
    add("announced accelerators", .accelerators) { Double(sums[$0].announced) }
    add("states with full authority", .states) { Double(sums[$0].states) }
    self.figures = figures

    let verdicts = EntryEffect.verdicts(before)
    claims = EntryEffect.verdicts(after).compactMap { id, verdict in
      guard let stood = verdicts[id], stood != verdict else { return nil }
      return ClaimChange(id: id, before: stood, after: verdict)
    }.sorted { $0.id < $1.id }
  }

  private static func verdicts(_ snapshot: Snapshot) -> [String: Verdict] {
    let checks = ClaimReport(snapshot).checks
    return Dictionary(checks.map { (snapshot.dataset.slug($0.claim.id), $0.now) }) { first, _ in
      first
    }
  }
}
