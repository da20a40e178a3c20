import Charts

extension ComputeScreen {
  var slideChart: SlideChart? {
    guard groups.rows.count > 1 else { return nil }
    // A stopped commitment has no delay to draw.
    let bars = form == .slips ? groups.withBars : groups
    return SlideChart(finding, bars: bars, legend: legend) { group in
      guard form == .slips else { return nil }
      // A delay that is not over has its days, which on the screen stand in the remark.
      guard let days = group.values.last?.plain, Int(days) != nil else { return nil }
      let slip = group.bar.figureText
      return (slip.isEmpty ? "" : "\(slip), ") + "\(days) d late"
    }
  }

  private var finding: String {
    if form == .slips { return "Put off or overdue: " + (groups.rows.first?.bar.note ?? "") }
    let total = totals.total
    let unit = totals.unit
    if form == .funnel, total.firm(in: unit).upperBound > 0 {
      return
        "\(unit.figure(total.runs(in: unit))) of \(unit.figure(total.firm(in: unit))) "
        + "firm \(unit.title) run"
    }
    let largest = totals.groups.filter { $0.key != .unknown }
      .max { $0.tally.firm(in: unit).lowerBound < $1.tally.firm(in: unit).lowerBound }
    guard form == .groups, let largest, largest.tally.firm(in: unit).lowerBound > 0,
      let name = groups.rows.first(where: { $0.key == largest.key })?.bar.label
    else {
      // The words behind the first dot are an aside.
      return SlideChart.finding(of: headline).split(separator: " · ").first.map { String($0) } ?? ""
    }
    guard unit == .accelerators else {
      return
        "\(name) has the largest part of the \(total.words(in: unit)[0].text) firm \(unit.title)"
    }
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
