import Insight

public enum ExposureChoices {
  public static let view = Choice(
    .view, .graph, among: ExposureView.allCases,
    flag: ChoiceFlag("view", "The view shown: \(ExposureView.words.joined(separator: ", "))."),
    keys: [.next("v", help: "the next view: graph, exposed, without, …", hint: "view")]
      + ExposureView.allCases.map { .only($0.key, $0, name: $0.rawValue, help: $0.help) })

  public static let dimension = Choice(
    .dimension, .compute, among: ExposureDimension.allCases,
    flag: ChoiceFlag("dimension", "In what: compute, capital, customers or location."),
    keys: [
      .next(
        "d", help: "the next dimension: compute, capital, customers, location", hint: "dimension")
    ]
  ) { $0.rawValue }

  /// Companies one by one, or with the groups they belong to.
  public static let fold = Choice(
    .fold, .none, among: [Folding.none, .groups],
    flag: ChoiceFlag("fold", "See groups of companies as one."),
    keys: [.next("Z", help: "companies of one owner as one, or each on its own")],
    mode: { $0 == .groups ? "groups as one" : nil }
  ) { $0.words }

  static let zoom = Choice(
    .zoom, .fit, among: ReachChart.Zoom.allCases,
    keys: [
      .next(
        "+", "=", help: "zoom in: folded to fit, all names, all names and figures", hint: "zoom"),
      .back("-", help: "zoom out: everything as a dot"),
    ])

  public static let announced = Choice(
    .announced, .beside, among: [Announced.beside, .counted],
    flag: ChoiceFlag("include", "Count announced sites too."),
    keys: [.next("i", help: "count announced sites too, or leave them out")],
    mode: { $0 == .counted ? "announced too" : nil }
  ) { $0 == .counted ? "announced too" : "firm only" }

  /// The part that announced purchases have: with them what is bought is one with its buyer.
  public static let purchases = Choice(
    .purchases, .beside, among: [Announced.beside, .counted],
    flag: ChoiceFlag(
      "purchases", "Count announced purchases: see what is bought as one with its buyer."),
    keys: [
      .next("b", help: "count announced purchases, the bought as one with its buyer, or not")
    ],
    mode: { $0 == .counted ? "purchases counted" : nil }
  ) {
    $0 == .counted ? "announced purchases count as closed" : "announced purchases do not count"
  }

  /// The unit that weighs compute.
  public static let unit = Choice(
    .unit, .accelerators, among: ComputeUnit.allCases,
    flag: ChoiceFlag("unit", "Read compute in accelerators, h100e (H100-equivalents) or mw."),
    isShared: true,
    keys: [
      .next("u", help: "compute in accelerators, H100-equivalents or megawatts", hint: "unit")
    ], mode: { $0 == .accelerators ? nil : "in \($0.title)" }
  ) { "in \($0.title)" }

  static var views: [NamedView] {
    ExposureView.allCases.map {
      NamedView("Exposure: \($0.help)", also: "\($0.title) \($0.also)", .exposure, view.chosen($0))
    }
  }
}

extension ExposureView {
  fileprivate var also: String {
    switch self {
    case .chokepoints: "bottlenecks single points of failure"
    case .capacity: "what is lost if a customer leaves largest tenant tenants share"
    case .without: "independence"
    case .law: "sovereignty paradox jurisdiction ownership home"
    case .time: "months history due delivered deliveries"
    case .graph: "supplier paths"
    case .list: "who depends on dependence"
    case .money: "circular circles money since chips since invests in its customers"
    case .concentration: "hhi monopoly"
    }
  }
}
