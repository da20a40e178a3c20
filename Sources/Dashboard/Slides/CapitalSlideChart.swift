import Charts
import Insight

extension CapitalScreen {
  var slideChart: SlideChart? {
    if let per { return perSlideChart(per) }
    let money = { (millions: Double) in NumberFormat.money(millions: millions) }
    let total = totals.total
    let largest = groups.rows.dropFirst().filter { $0.key != .unknown }.max {
      ($0.bar.value.known ?? 0) < ($1.bar.value.known ?? 0)
    }
    let group = totals.groups.first { $0.key == largest?.key }
    guard let largest, let group, total.usdMillions > 0 else { return nil }
    let name = largest.bar.label
    let sum = money(group.tally.usdMillions)
    let share = NumberFormat.percent(group.tally.usdMillions / total.usdMillions)
    let finding =
      switch totals.grouping {
      case .quarter, .year: "\(name) raised most: \(sum) of \(money(total.usdMillions))"
      case .investor: "\(name) took part in the largest sum of rounds: \(sum)"
      case .lead: "\(name) led the largest sum of rounds: \(sum)"
      case .instrument: "\(name) makes \(share) of \(money(total.usdMillions)) raised"
      case .layer, .company, .country:
        "\(name) took \(share) of \(money(total.usdMillions)) raised"
      }
    return totals.grouping.isTime
      ? SlideChart(
        finding, columns: columns.columnChart, legend: CapitalScreen.legend(within: .max))
      : SlideChart(finding, bars: groups, legend: CapitalScreen.legend(within: .max))
  }

  private func perSlideChart(_ per: CapitalPerCompute) -> SlideChart? {
    guard let first = per.operators.first, let dollars = first.dollars else { return nil }
    let figure = CapitalPerCompute.words(dollars)
    return SlideChart(
      "\(first.key.name(in: totals.dataset)) raised most for each \(per.unit.singular): \(figure)",
      bars: groups, legend: per.legend(within: .max))
  }
}
