import Canvas
import Charts
import Insight

extension ExposureScreen {
  /// The graph of reach, or the share over time; lists are no charts.
  var slideChart: SlideChart? {
    switch content {
    case .graph(let graph, _):
      let screen = self
      var chart = SlideChart(
        finding, caption: caption(of: graph), legend: [Span(legend, .dim)], leastWidth: 150,
        lines: graph.naturalHeight + 1
      ) { area, frame in
        var view = ViewState()
        view.isPrinted = true
        screen.draw(pane: 0, in: area, of: &frame, view: view)
      }
      // A slide as high as it is wide has room for those that a window folds, unless they are hundreds.
      if graph.unfoldedHeight <= ExposureScreen.mostNodes {
        chart.mostLines = graph.unfoldedHeight * 5 / 4 + 2
      }
      return chart
    case .time(let time):
      guard var line = time.line else { return nil }
      let caption = line.title + ", %"
      line.title = ""
      return SlideChart(finding, caption: caption, leastWidth: 90) { [line] area, frame in
        line.draw(on: &frame.canvas, in: area)
      }
    case .table, .capacity, .money: return nil
    }
  }

  /// As many nodes of a tier as a slide can be read with.
  private static let mostNodes = 40

  /// The tiers and the figures, without what the finding says already.
  private func caption(of graph: ReachView) -> String {
    let rest = graph.caption.hasPrefix(finding) ? graph.caption.dropFirst(finding.count + 2) : ""
    return rest.isEmpty ? graph.caption : rest.prefix(1).uppercased() + rest.dropFirst()
  }

  /// The share of all firm compute that the target makes, in the unit.
  private var finding: String {
    guard let made else {
      // Without a share the graph answers a question, which its caption says first.
      guard case .graph(let graph, _) = content else { return SlideChart.finding(of: headline) }
      return String(graph.caption.prefix { $0 != "," && $0 != ";" })
    }
    let unit = facts.options.unit
    return
      "\(facts.questionName) makes \(NumberFormat.percent(made.share)) of the "
      + "\(unit.figure(made.whole)) "
      + (facts.options.announced == .counted ? unit.title : "firm \(unit.title)") + " counted"
  }
}
