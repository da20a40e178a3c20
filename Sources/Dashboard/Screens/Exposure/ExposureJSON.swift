import Dataset
import Insight

extension ExposureFacts {
  /// The exposure as data: the name of the view shown, and each view under a key of its own. The views
  /// are the exposed, chokepoints, the loss of a cut, independence, circles of money, concentration and
  /// capacity.
  ///
  /// A question without an answer has only the parts that do not depend on it. Every list holds whom the
  /// filter shows, as the tables of the screen do.
  func json(view: ExposureView) -> JSON {
    let snapshot = world.snapshot
    let isShown = { (id: ID<Organisation>) in world.shows(world.dataset[id]) }
    let report = try? ExposureReport(
      of: snapshot, to: question, in: dimension, cutting: cut?.scenario, options)
    let law = LawMatrix(of: snapshot, options) { world.shows(world.dataset[$0]) }
    let sums = LawTable.sums(law)
    let views: JSON = [
      "view": view.rawValue,
      "without": Independence(of: snapshot, from: supplier, options).only(isShown),
      "circular_money": CircularMoney(of: snapshot, options).only(isShown),
      "concentration": ConcentrationReport(of: snapshot, options).only(isShown),
      "capacity": CapacityReport(of: snapshot, options).only(isShown),
      "time": ComputeCourse(of: snapshot, to: target, options),
      "law": law,
      "counts": main.map { exposure in
        let counts = ExposedCounts(exposure.organisations.filter { isShown($0.id) })
        return [
          "depend": counts.sure, "may_depend": counts.possible, "do_not_depend": counts.none,
        ] as JSON
      },
      "law_sums": [
        "us_owned_in_eu": sums.usInUnion, "european_owned_in_us": sums.europeInUS,
        "european_soil_for_us_tenants": sums.forUS, "total": law.total.lowerBound,
      ] as JSON,
    ]
    return (report?.json(showing: isShown) ?? [:]).adding(views)
      .adding(otherCut.map { ["lost_other": $0] })
  }
}
