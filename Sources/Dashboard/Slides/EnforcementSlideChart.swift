import Canvas
import Charts
import Insight

extension EnforcementScreen {
  var slideChart: SlideChart? {
    let (full, possible) = (report.full.count, report.possible.count)
    let finding =
      "\(full) of \(report.members.count) member states can enforce the AI Act in full"
      + (possible > 0 ? ", possibly \(full + possible)" : "")
    let entries = EnforcementScreen.legend(report, comparison)
    let legend = entries.flatMap {
      [Span("\($0.mark) ", $0.style), Span("\($0.text)   ", .dim)]
    }
    let members = rows.filter(\.isMember)
    // The classes of the legend: what is merely proposed is none of it yet.
    let classes: [[Standing]] = [[.full], [.possible], [.partly], [.none, .proposed]]
    let values = classes.compactMap { standings in
      let names = members.filter { state in
        standings.contains { state.state?.standing == $0 }
      }.map(\.name)
      return names.isEmpty ? nil : "\(standings[0].words): \(names.joined(separator: ", "))"
    }
    return SlideChart(
      finding,
      caption: "Full: market surveillance, notifying, contact point and penalties in force",
      legend: legend, leastWidth: 80, lines: 23, values: values.joined(separator: "; ")
    ) { [map] area, frame in
      map.draw(on: &frame.canvas, in: area, selected: nil)
    }
  }
}
