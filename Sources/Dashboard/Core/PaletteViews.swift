import Canvas
import Insight

// What a screen shows when something is chosen on it, and the settings, under the words people try.
extension PaletteEntries {
  /// Views that are a key or two behind a screen.
  static var views: [Palette.Entry] {
    func capital(_ title: String, _ other: String, _ grouping: CapitalGrouping) -> Palette.Entry {
      let value = CapitalGrouping.allCases.firstIndex(of: grouping) ?? 0
      return Palette.Entry(
        title, other: other, kind: "Capital", .view(.capital, [.grouping: value]))
    }
    func compute(
      _ title: String, _ other: String, _ form: ComputeScreen.Form, _ grouping: ComputeGrouping
    ) -> Palette.Entry {
      let value = ComputeGrouping.allCases.firstIndex(of: grouping) ?? 0
      return Palette.Entry(
        title, other: other, kind: "Compute",
        .view(.compute, [.form: form.rawValue, .grouping: value]))
    }
    func others(_ view: ExposureView) -> String {
      switch view {
      case .chokepoints: "bottlenecks single points of failure"
      case .capacity: "what is lost if a customer leaves"
      case .without: "independence"
      case .graph, .list, .money, .concentration: ""
      }
    }
    let groups = ComputeGrouping.allCases[0]
    return [
      capital("Investors: who funds European AI", "capital by investor", .investor),
      Palette.Entry(
        "Investors in both infrastructure and models", other: "two layers backed", kind: "Capital",
        .view(.capital, [.form: InvestorScope.machinesAndModels])),
      capital("Debt, equity and grants", "loans capital by instrument form", .instrument),
      capital("Rounds by quarter", "funding capital over time", .quarter),
      compute("Funnel: from announced to running", "compute stages", .funnel, groups),
      compute(
        "Slips: what was put off, and how long", "slipped delayed late overdue", .slips, groups),
      compute("Chips: compute by maker", "vendors gpus nvidia amd", .groups, .vendor),
      Palette.Entry(
        "Models: open weights, and the chips they were trained on", other: "parameters licence",
        kind: "layer", .page(.layer(.models))),
      Palette.Entry(
        "Conformity assessment: by when, before whom", other: "plan planner high-risk deadline",
        kind: "Planner", .page(.planner(PlanRequest()))),
    ]
      + ExposureView.allCases.map {
        Palette.Entry(
          "Exposure: \($0.help)", other: "\($0.title) \(others($0))", kind: "Exposure",
          .view(.exposure, [.view: $0.index]))
      }
  }

  /// The colours, to be tried at once, and the file that keeps them.
  static func settings(_ path: String?) -> [Palette.Entry] {
    Theme.all.map {
      Palette.Entry(
        "Theme: \($0.name)", other: "colour colours color scheme", kind: "theme", .theme($0.name))
    }
      + [
        Palette.Entry(
          "Settings: edit \(path ?? "the configuration, which needs a home folder")",
          other: "configuration config preferences options colours keys", kind: "settings",
          .settings)
      ]
  }
}

extension State {
  /// Other colours at once, and how to keep them.
  mutating func choose(theme name: String) -> [Effect] {
    guard let theme = Theme.named(name) else { return [] }
    let keeping = settingsPath.map { "; to keep it: theme = \(name) in \($0)" } ?? ""
    message = .note("theme \(name) until you quit\(keeping)")
    return [.theme(theme)]
  }

  /// The configuration in the editor.
  mutating func editSettings() -> [Effect] {
    guard let settingsPath else {
      message = .failure("there is no home folder, and so no configuration")
      return []
    }
    message = .note("what \(settingsPath) says holds from the next start on")
    return [.editSettings]
  }
}
