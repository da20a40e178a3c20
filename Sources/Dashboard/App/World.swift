import Dataset
import Insight

/// The input of every screen: the facts as of a day, through a filter.
public struct World: Sendable {
  public let dataset: Dataset
  /// The day the program runs on.
  public let today: Day
  /// The facts as known on the day shown.
  public let snapshot: Snapshot
  /// The filter that applies; an empty filter lets everything pass.
  public let filter: Filter
  /// The filter, ready for testing rows.
  public let passes: CompiledFilter
  public let watchlist: Watchlist
  /// The problems of other things than the data, such as the configuration.
  public let notices: [Problem]
  /// An earlier state of the data; `nil` where there is none.
  public let past: Past?
  /// True if the filter means something for the facts.
  let isCompiled: Bool
  /// The reason why the filter lets nothing through, or why a filter that was asked for does not
  /// apply.
  let filterProblem: Problem?

  /// Tells this world from every other world, so that a screen made for it need not be made again.
  final class Token: Sendable {}
  let token = Token()

  /// Sums that no filter changes; worlds of one snapshot have them together.
  final class Unfiltered: Sendable {
    private let raised = Memo<Announced, Double>()

    /// The money raised, in millions of dollars.
    func raised(_ announced: Announced, in snapshot: Snapshot) -> Double {
      raised.value(announced) {
        Capital.totals(of: snapshot, by: .instrument, announced: announced).total.usdMillions
      }
    }
  }
  let unfiltered: Unfiltered

  /// The values after the money that are told apart from a round, once a list asks for them.
  private let stated = Once<[Stated: ValuationPoint]>()
  /// The established values of the table of values, once a list asks which others contradict.
  private let toldApart = Once<[ID<Organisation>: [ValuationPoint]]>()
  /// The established values of a company by date.
  private let told = Memo<ID<Organisation>, [PartialDate: [ValuationPoint]]>()

  private struct Stated: Hashable {
    let company: ID<Organisation>
    let date: PartialDate
  }

  /// The value after the money that a company is said to have had on a date, told apart from its rounds.
  func postMoney(of company: ID<Organisation>, on date: PartialDate) -> ValuationPoint? {
    let found = stated.value {
      Dictionary(
        snapshot.valuations.filter { $0.basis == .postMoney }.map {
          (Stated(company: $0.company, date: $0.date), ValuationPoint($0, in: dataset))
        }, uniquingKeysWith: { first, other in other.isTaken(over: first) ? other : first })
    }
    return found[Stated(company: company, date: date)]
  }

  /// The established values of the company and the date of a value, itself among them: of several figures each
  /// is one that others contradict. Of talks and rounds not closed there are none.
  func established(onTheDayOf point: ValuationPoint) -> [ValuationPoint] {
    guard point.standing == .established else { return [] }
    let company = point.company
    let found = told.value(company) {
      let points =
        snapshot.rounds(of: company).compactMap { ValuationPoint($0, in: dataset) }
        + (establishedApart[company] ?? [])
      return Dictionary(grouping: points.filter { $0.standing == .established }, by: \.date)
    }
    return found[point.date] ?? []
  }

  private var establishedApart: [ID<Organisation>: [ValuationPoint]] {
    toldApart.value {
      Dictionary(
        grouping: snapshot.valuations.map { ValuationPoint($0, in: dataset) }.filter {
          $0.standing == .established
        }, by: \.company)
    }
  }

  public var day: Day { snapshot.day }

  /// The name of who is measured first; what else such a figure bore would be a wrong name.
  var focusName: String { dataset.focus.map { dataset.name($0) } ?? "the usual maker" }

  public var isPast: Bool { day != today }

  /// Problems outside the data: of the settings, of the filter.
  var notes: [Problem] { notices + [filterProblem].compactMap(\.self) }

  /// Everything that is wrong: with the settings first, then with the data.
  public var problems: [Problem] { notes + dataset.problems }

  /// The number of problems, including those of claims and those that are not listed.
  var problemCount: Int {
    problems.count + dataset.unlistedProblems + ClaimReport.plainProblems(in: dataset).count
  }

  public init(
    dataset: Dataset, today: Day, day: Day? = nil, filter: Filter = .everything,
    watchlist: Watchlist = Watchlist(), notices: [Problem] = [], past: Past? = nil
  ) {
    self.init(dataset.asOf(day ?? today), today, filter, watchlist, notices, past)
  }

  private init(
    _ snapshot: Snapshot, _ today: Day, _ filter: Filter, _ watchlist: Watchlist,
    _ notices: [Problem], _ past: Past?, _ problem: Problem? = nil, aim: ExposureAim? = nil,
    unfiltered: Unfiltered = Unfiltered()
  ) {
    dataset = snapshot.dataset
    self.unfiltered = unfiltered
    self.today = today
    self.snapshot = snapshot
    self.filter = filter
    self.watchlist = watchlist
    self.notices = notices
    self.past = past
    do {
      passes = try filter.compiled(for: snapshot, watching: watchlist.watching, aim: aim)
      isCompiled = true
      filterProblem = problem
    } catch {
      // Everything under the filter's name would be a wrong figure; nothing, with the reason, is none.
      passes = .nothing
      isCompiled = false
      filterProblem = World.problem(of: filter.text, error, "nothing is shown")
    }
  }

  private static func problem(
    of filter: String, _ error: any Error, _ consequence: String
  ) -> Problem {
    Problem(
      file: "filter", line: 1, column: 1, severity: .error,
      message: "\(filter): \(error); \(consequence)")
  }

  /// The same through a filter as it was written. Where the facts have nothing of the names in it,
  /// there is no filter, and the problems tell why.
  func through(text: String) -> World {
    do {
      return World(
        snapshot, today, try Filter(text, in: dataset), watchlist, notices, past,
        unfiltered: unfiltered)
    } catch {
      let problem = World.problem(of: text, error, "everything is shown without it")
      return World(
        snapshot, today, .everything, watchlist, notices, past, problem, unfiltered: unfiltered)
    }
  }

  /// The facts as a screen looks at them: a page that is whole leaves nothing out, whatever the filter is.
  func shown(on screen: any Screen.Type) -> World {
    screen.isFiltered || filter.isEmpty ? self : through(.everything)
  }

  public func seen(from day: Day) -> World {
    day == self.day ? self : World(dataset.asOf(day), today, filter, watchlist, notices, past)
  }

  public func through(_ filter: Filter) -> World {
    World(snapshot, today, filter, watchlist, notices, past, unfiltered: unfiltered)
  }

  /// The same with the filter asking about an exposure, where it asks about any.
  func aimed(at aim: ExposureAim) -> World {
    guard filter.isAboutExposure else { return self }
    return World(
      snapshot, today, filter, watchlist, notices, past, filterProblem, aim: aim,
      unfiltered: unfiltered)
  }

  public func watching(_ watchlist: Watchlist) -> World {
    World(snapshot, today, filter, watchlist, notices, past, unfiltered: unfiltered)
  }

  /// The same on another day: seen from it too, or from the day it is seen from.
  func on(_ today: Day, follows: Bool) -> World {
    World(
      follows ? dataset.asOf(today) : snapshot, today, filter, watchlist, notices, past,
      filterProblem)
  }

  /// The same world with other notices.
  func noting(_ notices: [Problem]) -> World {
    World(snapshot, today, filter, watchlist, notices, past, filterProblem)
  }

  /// The same, with an earlier state of the data to compare with.
  public func remembering(_ past: Past?) -> World {
    World(snapshot, today, filter, watchlist, notices, past, filterProblem)
  }

  /// The same, with other facts; the filter goes where they have nothing of the names in it.
  func over(_ dataset: Dataset) -> World {
    World(dataset.asOf(day), today, .everything, watchlist, notices, past).through(
      text: filter.text)
  }
}
