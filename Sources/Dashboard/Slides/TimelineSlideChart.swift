import Charts
import Dataset
import Insight

extension TimelineScreen {
  var slideChart: SlideChart? {
    let (axis, span, day) = (axis, settings[TimelineOptions.span].days, day)
    var chart = axis.chart
    chart.hasWholeLabels = true
    return SlideChart(
      finding,
      caption: "Regulation, rounds, valuations, compute and enforcement", leastWidth: 120
    ) { [chart] area, frame in
      let window = axis.window(span: span, centre: day.number - span / 12, selected: nil)
      chart.layout(in: area, days: window.days, selected: nil).draw(on: &frame.canvas)
    }
  }

  static func finding(_ law: LawReport, _ dataset: Dataset) -> String {
    let late = law.overdue.count
    guard let next = law.upcoming.first(where: { $0.binding != nil }),
      case .ahead(let days)? = next.timeliness
    else {
      return late == 0
        ? "Nothing to come is known" : "\(counted(late, "date")) of the law passed unmet"
    }
    let title = dataset.string((next.binding ?? next.current).title)
    return "\(coming(next.due, in: days)): \(title)"
      + (late > 0 ? "; \(counted(late, "date")) passed unmet" : "")
  }
}
