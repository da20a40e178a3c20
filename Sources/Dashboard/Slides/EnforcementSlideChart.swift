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
    let names = { (standing: Standing) -> String in
      let states = rows.filter { $0.state?.standing == standing }.map(\.name)
      return states.isEmpty ? "" : "\(standing.words): \(states.joined(separator: ", "))"
    }
    let values = [Standing.full, .possible, .partly, .none].map(names).filter { !$0.isEmpty }
    return SlideChart(
      finding,
      caption: "Full: market surveillance, notifying, contact point and penalties in force",
      legend: legend, leastWidth: 80, lines: 23, values: values.joined(separator: "; ")
    ) { [map] area, frame in
      map.draw(on: &frame.canvas, in: area, selected: nil)
    }
  }
}
