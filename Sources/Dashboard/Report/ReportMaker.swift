import Canvas
import Charts
import Dataset
import Insight

/// Makes the sections of a report from the screens.
struct ReportMaker {
  let world: World
  let theme: Theme

  /// The days of deadlines that are listed.
  private static let ahead = 90
  private static let mostChanges = 40
  private static let mostRows = 15

  private func screen(_ page: Page, _ settings: Settings = Settings()) -> any Screen {
    page.kind.type.init(page: page, world: world, settings: settings)
  }

  private func chart(_ page: Page, _ settings: Settings = Settings(), id: String) -> ReportChart? {
    let sheet = Sheet(page: page, world: world, settings: settings)
    guard let chart = sheet.screen.slideChart else { return nil }
    let canvas = sheet.picture(of: chart)
    return ReportChart(
      finding: chart.finding, caption: chart.caption,
      picture: SVG.write(
        canvas, theme: theme, title: chart.finding,
        description: chart.values.isEmpty ? sheet.description : chart.values, id: id),
      values: chart.values, leastWidth: canvas.width * 6, isNarrow: canvas.width <= 66,
      isOverTime: chart.isOverTime)
  }

  func overview(isBrief: Bool, _ notes: inout ReportNotes) -> Report.Section {
    let screen = screen(.overview)
    let pane = screen.panes[0]
    let figures = (0..<pane.count).map { place in
      ReportTable.Row(cells: pane.cells(place), sources: notes.numbers(of: pane.fact(place)))
    }
    var quarters = Settings()
    quarters[CapitalOptions.grouping] = .quarter
    var makers = Settings()
    makers[ComputeOptions.grouping] = .vendor
    let charts =
      isBrief
      ? []
      : [
        chart(.capital, quarters, id: "quarters"), chart(.capital, id: "layers"),
        chart(.compute, makers, id: "makers"),
      ]
    // The sum is the finding; how it is made up stands below.
    let parts = SlideChart.finding(of: self.screen(.capital).headline).split(separator: " · ")
    return Report.Section(
      id: "overview", name: "Overview",
      finding: "Capital raised: " + (parts.first.map { String($0) } ?? ""), figures: figures,
      charts: charts.compactMap(\.self), note: parts.dropFirst().joined(separator: " · ").sentence)
  }

  func exposure(_ notes: inout ReportNotes) -> Report.Section {
    var list = Settings()
    list[ExposureChoices.view] = .list
    let pane = screen(.exposure, list).panes[0]
    let chart = chart(.exposure, id: "reach")
    return Report.Section(
      id: "exposure", name: "Exposure",
      finding: chart?.finding ?? SlideChart.finding(of: screen(.exposure).headline),
      charts: [chart].compactMap(\.self),
      tables: [
        ReportTable(
          pane, most: ReportMaker.mostRows, command: "moat exposure --view list", &notes)
      ])
  }

  func enforcement(_ notes: inout ReportNotes) -> Report.Section {
    let screen = screen(.enforcement)
    let chart = chart(.enforcement, id: "states")
    return Report.Section(
      id: "enforcement", name: "Enforcement", finding: screen.slideChart?.finding ?? "",
      charts: [chart].compactMap(\.self),
      tables: [
        ReportTable(
          screen.panes[0], most: 40, without: ["fundamental_rights", "sandbox"],
          command: "moat enforcement", &notes)
      ])
  }

  func changes(since day: Day, _ notes: inout ReportNotes) -> Report.Section {
    let screen = screen(.changes(since: day))
    let pane = screen.panes[1]
    let known = "became known since \(readable(day))"
    return Report.Section(
      id: "changes", name: "What changed",
      finding: pane.count == 0
        ? "Nothing \(known)" : "\(counted(pane.count, "fact")) \(known), or changed",
      tables: pane.count == 0
        ? []
        : [
          ReportTable(
            pane, most: ReportMaker.mostChanges, command: "moat changes --since \(day)", &notes)
        ])
  }

  func deadlines(_ notes: inout ReportNotes) -> Report.Section {
    let law = LawReport(world.snapshot)
    let table = NewsList(world: world, law: law).next
    let data = table.data
    let column = data?.headers.firstIndex(of: "days")
    let places = (0..<table.count).filter { place in
      guard let data, let column, case .integer(let days) = data.row(place)[column] else {
        return false
      }
      return (0...ReportMaker.ahead).contains(days)
    }
    let until = "until \(readable(world.day.adding(days: ReportMaker.ahead)))"
    return Report.Section(
      id: "deadlines", name: "Deadlines",
      finding: places.isEmpty
        ? "Nothing of the AI Act falls due \(until)"
        : "\(places.count) of the AI Act's dates fall \(until)",
      tables: places.isEmpty
        ? []
        : [
          ReportTable(
            table.pane, places: places, most: ReportMaker.mostRows,
            command: "moat timeline --table next", &notes)
        ])
  }

  /// The latest of what is watched: what became known since a day, else the things themselves.
  func watched(since day: Day, _ notes: inout ReportNotes) -> Report.Section {
    let facts = world.watchlist.facts.filter { world.shows($0) }
    guard !facts.isEmpty else {
      return Report.Section(
        id: "watched", name: "Watch list", finding: "Nothing is watched",
        note:
          "In the dashboard w watches what is selected: a company, a state, a site, a milestone.")
    }
    let names = facts.map { world.title(of: $0) }.joined(separator: ", ")
    guard let filter = try? Filter("watched:yes", in: world.dataset) else {
      return Report.Section(id: "watched", name: "Watch list", finding: names)
    }
    let own = ReportMaker(world: world.through(filter), theme: theme)
    let pane = own.screen(.changes(since: day)).panes[1]
    return Report.Section(
      id: "watched", name: "Watch list",
      finding: pane.count == 0
        ? "Nothing new of what is watched since \(readable(day))"
        : "\(counted(pane.count, "fact")) of what is watched since \(readable(day))",
      tables: pane.count == 0
        ? []
        : [
          ReportTable(
            pane, most: ReportMaker.mostChanges,
            command: "moat changes --since \(day) --where watched:yes", &notes)
        ], note: "Watched: \(names).")
  }
}

extension String {
  /// The words as a sentence: with a capital and an end.
  fileprivate var sentence: String { isEmpty ? "" : prefix(1).uppercased() + dropFirst() + "." }
}

extension World {
  /// True if the data still has a thing that is watched.
  fileprivate func shows(_ fact: Fact) -> Bool { page(of: fact).map { shows($0) } ?? true }
}

extension Sheet {
  /// A chart in as many cells as it needs, its legend below it.
  func picture(of chart: SlideChart) -> Canvas {
    let width = chart.leastWidth
    let legend = chart.legend(columns: width)
    let lines = chart.lines ?? chart.fill(width, 18)
    let below = chart.legend.isEmpty ? 0 : legend.height(width: width) + 1
    var frame = Frame(size: Size(width: width, height: lines + below))
    let area = frame.canvas.bounds
    chart.draw(area.inset(bottom: below), &frame)
    legend.draw(on: &frame.canvas, in: area.inset(top: lines + 1))
    return frame.canvas
  }
}
