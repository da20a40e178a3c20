import Charts

extension ComputeScreen {
  var slideChart: SlideChart? {
    guard groups.rows.count > 1 else { return nil }
    return SlideChart(finding, bars: groups, legend: legend)
  }

  private var finding: String {
    if form == .slips { return "Put off or overdue: " + (groups.rows.first?.bar.note ?? "") }
    let total = totals.total
    let largest = totals.groups.filter { $0.key != .unknown }
      .max { $0.tally.accelerators < $1.tally.accelerators }
    guard form == .groups, totals.unit == .accelerators, total.accelerators > 0, let largest,
      let name = groups.rows.first(where: { $0.key == largest.key })?.bar.label
    else { return SlideChart.finding(of: headline) }
    let share = NumberFormat.percent(
      Double(largest.tally.accelerators) / Double(total.accelerators))
    let whole =
      "\(share) of \(NumberFormat.integer(total.accelerators)) "
      + (totals.announced == .counted ? "accelerators, announced ones too" : "firm accelerators")
    return switch totals.grouping {
    case .vendor: "\(name) makes \(whole)"
    case .operator: "\(name) operates \(whole)"
    case .customer: "\(name) rents \(whole)"
    case .country, .jurisdiction: "\(name) holds \(whole)"
    case .chip: "\(name) is \(whole)"
    case .status: "\(whole) are \(name)"
    }
  }
}
