import Canvas
import Charts
import Dataset
import Insight

/// The state of European AI as a page to send: its sections, made of the screens' own lists and charts, and the
/// pages that every figure rests on.
///
/// A brief holds what became known since a day, what is due and what is watched; a whole report the charts and
/// the exposed and the states too.
public struct Report: Sendable {
  /// A part of the page under its finding.
  struct Section: Sendable {
    let id: String
    /// The thing it is about, for the table of contents.
    let name: String
    /// The answer in a sentence.
    let finding: String
    var figures: [ReportTable.Row] = []
    var charts: [ReportChart] = []
    var tables: [ReportTable] = []
    /// The sentence where there is nothing to list.
    var note = ""
  }

  /// A page that a figure rests on.
  struct Source: Sendable {
    let title: String
    let publisher: String
    let published: String
    /// Its address; empty where none is known, or where it is none of a page.
    let address: String
  }

  let title: String
  let day: Day
  /// The origin and the day of the figures.
  let imprint: String
  let sections: [Section]
  let sources: [Source]
  /// The data that is not in it; empty where nothing is left out.
  let losses: String

  /// The report as of the world's day.
  ///
  /// - Parameters:
  ///   - since: The day since which changes are told; a month before unless given, which makes a brief.
  ///   - theme: The colours of its charts.
  public init(_ world: World, since: Day?, theme: Theme) {
    var notes = ReportNotes(world: world)
    let maker = ReportMaker(world: world, theme: theme)
    let start = since ?? world.day.adding(months: -1)
    var sections = [maker.overview(isBrief: since != nil, &notes)]
    if since == nil { sections += [maker.exposure(&notes), maker.enforcement(&notes)] }
    sections += [
      maker.changes(since: start, &notes), maker.deadlines(&notes),
      maker.watched(since: start, &notes),
    ]
    self.sections = sections
    title =
      since == nil ? "European AI: money, chips, law" : "European AI since \(readable(start))"
    day = world.day
    imprint = Sheet(page: .overview, world: world).source
    sources = notes.sources
    let left = world.dataset.losses
    losses =
      left.isEmpty
      ? ""
      : "\(left.rows) rows and \(left.tables.count) tables of the data cannot be read and are not in this."
  }
}

/// A chart of a report: its picture, and its figures in words.
struct ReportChart: Sendable {
  /// The answer in a sentence.
  let finding: String
  /// The thing that is measured, and its unit.
  let caption: String
  let picture: String
  let values: String
  /// The width in pixels below which its letters are too small to read.
  let leastWidth: Int
  /// True if two stand side by side on a wide page.
  let isNarrow: Bool
  /// True if a narrow window shows its end first.
  let isOverTime: Bool
}

/// The numbers of the pages that figures rest on, in the order in which they are first named.
struct ReportNotes {
  private let world: World
  private var numbers: [ID<Source>: Int] = [:]
  private(set) var sources: [Report.Source] = []

  init(world: World) { self.world = world }

  /// The numbers of a fact's sources, from 1.
  mutating func numbers(of fact: Fact?) -> [Int] {
    guard let fact else { return [] }
    return world.sources(of: fact).map { id in
      if let number = numbers[id] { return number }
      let source = world.dataset[id]
      let address = world.dataset.string(source.url)
      let isPage = address.hasPrefix("https://") || address.hasPrefix("http://")
      sources.append(
        Report.Source(
          title: world.dataset.string(source.title),
          publisher: world.dataset.string(source.publisher),
          published: source.published.map { "\($0)" } ?? "", address: isPage ? address : ""))
      numbers[id] = sources.count
      return sources.count
    }
  }
}
