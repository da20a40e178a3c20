import Charts
import Dataset

extension TimelineScreen {
  var slideChart: SlideChart? {
    let (axis, span, day) = (axis, settings[TimelineOptions.span].days, day)
    var chart = axis.chart
    chart.hasWholeLabels = true
    return SlideChart(
      SlideChart.finding(of: headline),
      caption: "Regulation, rounds, valuations, compute and enforcement", leastWidth: 120
    ) { [chart] area, frame in
      let window = axis.window(span: span, centre: day.number - span / 12, selected: nil)
      chart.layout(in: area, days: window.days, selected: nil).draw(on: &frame.canvas)
    }
  }
}
