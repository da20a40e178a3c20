import Canvas
import Charts
import Dataset
import Insight

/// The answer of a plan in a few lines: by when, start by when, before whom, with what power, what is
/// late. Each is a name and what it says.
struct PlannerAnswer: Sendable {
  /// A line: its name, and its text.
  struct Line: Sendable {
    let name: String
    let spans: [Span]
  }

  private let plan: Plan
  private let world: World
  private var dataset: Dataset { plan.snapshot.dataset }
  private var country: String { dataset.name(plan.question.country) }

  init(_ plan: Plan, in world: World) {
    self.plan = plan
    self.world = world
  }

  /// The lines with the change of the date after it, where the width has room for both.
  var lines: [Line] { [Line(name: "Complies by", spans: deadline + change)] + others }

  /// The same with that change in a line of its own: it would cut the article.
  var narrowLines: [Line] {
    moved.isEmpty
      ? lines
      : [Line(name: "Complies by", spans: deadline), Line(name: "Change", spans: moved)] + others
  }

  private var others: [Line] {
    [
      Line(name: "Start by", spans: start), Line(name: "Supervisor", spans: before),
      Line(name: "Can fine", spans: fines), Line(name: "Late", spans: late),
    ]
  }

  private var change: [Span] {
    moved.isEmpty ? [] : [Span(" · ", .dim)] + moved
  }

  /// The answer in a line, under the tabs.
  var headline: [Span] {
    let kind = plan.question.kind.shortTitle
    var spans = [Span("Planner", .heading)]
    // The date of the law comes first: a start is no deadline.
    if let start = plan.soonestStart {
      if let due = plan.duty?.scheduled {
        spans += [Span(" · complies by ", .dim), Span(readable(due), .strong)]
      }
      let style: Style = start.daysLeft < 0 ? .alarm : Style(.strong, .bold)
      spans += [Span(" · start by ", .dim), Span(readable(start.day), style)]
    } else if let due = plan.duty?.scheduled {
      let applies = plan.duty?.status == .inForce
      spans.append(Span(applies ? " · applies since " : " · complies by ", .dim))
      spans.append(Span(readable(due), Style(.strong, .bold)))
    }
    spans += [Span(" · ", .dim), Span("\(kind), \(country)", Style(.strong, .bold))]
    return spans
  }

  private var deadline: [Span] {
    guard plan.bindsThere else {
      return [
        Span("The Act does not bind in \(country); these are its dates in the Union.", .possible)
      ]
    }
    guard let duty = plan.duty, let due = duty.scheduled else {
      return [Span("no date is known on this day", .dim)]
    }
    let article = dataset.string(duty.current.article)
    var spans = [Span(readable(due), Style(.strong, .bold))]
    switch duty.timeliness {
    case .ahead(let days)?: spans.append(Span(", \(coming(duty.due, in: days))"))
    case .late(let days)?, .unverified(let days)?:
      spans.append(Span(", \(NumberFormat.days(days)) ago"))
    case .done?, nil: if duty.status == .inForce { spans.append(Span(", applies")) }
    }
    if !article.isEmpty { spans.append(Span(" · Article \(article)", .dim)) }
    return spans
  }

  /// How far the date was put off and where it is proposed to go; empty where it stands.
  private var moved: [Span] {
    guard plan.bindsThere, let duty = plan.duty, duty.scheduled != nil else { return [] }
    var parts: [String] = []
    if let slip = duty.slip, let first = duty.firstScheduled {
      parts.append("moved \(TimelineScreen.words(slip)) from \(readable(first))")
    }
    if let proposed = duty.proposal?.scheduled {
      parts.append("\(readable(proposed)) proposed")
    }
    return parts.isEmpty ? [] : [Span(parts.joined(separator: ", "), .possible)]
  }

  /// The last days to start, for the shortest, the middle and the longest assessment.
  private var start: [Span] {
    guard plan.question.kind.isAssessed else {
      return [Span("no conformity assessment comes before its use (Article 43)", .dim)]
    }
    let starts = plan.startLadder
    guard !starts.isEmpty else { return [Span("no date stands to count back from", .dim)] }
    var spans: [Span] = []
    for start in starts {
      if !spans.isEmpty { spans.append(Span("  ")) }
      let isPast = start.daysLeft < 0
      spans += [
        Span("\(start.months) mo: ", .dim),
        Span(readable(start.day), isPast ? Style(.alarm, .bold) : Style(.strong, .bold)),
      ]
      // The days left of the date that presses are what matters; more would not fit a narrow
      // window.
      if isPast {
        spans.append(Span(", \(NumberFormat.shortDays(-start.daysLeft)) ago", .alarm))
      } else if start == plan.soonestStart {
        spans.append(Span(", in \(NumberFormat.shortDays(start.daysLeft))"))
      }
    }
    return spans
  }

  /// The bodies that watch the market; the others stand in their table.
  private var before: [Span] {
    if plan.question.kind.roles.isEmpty {
      return [
        Span("the European Commission supervises models", .strong), Span("  Article 88", .dim),
      ]
    }
    let bodies = plan.authorities.filter { $0.role == .marketSurveillance }
    guard !bodies.isEmpty else {
      return [Span("no market surveillance authority of \(country) is named", .possible)]
    }
    var spans: [Span] = []
    for body in bodies {
      if !spans.isEmpty { spans.append(Span("; ", .dim)) }
      spans.append(Span(world.name(of: body), .strong))
    }
    return spans
  }

  private var fines: [Span] {
    let detail = plan.penalties.map { " · " + dataset.string($0.detail) } ?? ""
    return switch plan.finingPower {
    case .yes(let since) where plan.fineableOnly != nil:
      [
        Span("for \(plan.fineableOnly ?? "") only", Style(.possible, .bold)),
        Span(" since \(readable(since))"), Span(detail, .dim),
      ]
    case .yes(let since):
      [Span("yes", Style(.good, .bold)), Span(" since \(readable(since))"), Span(detail, .dim)]
    case .possibly:
      [
        Span("possibly", Style(.possible, .bold)),
        Span(": legislated, not seen in force", .possible), Span(detail, .dim),
      ]
    case .no:
      [Span("no", .strong), Span(detail.isEmpty ? ": nothing in force is known" : detail, .dim)]
    case .outsideTheUnion: [Span("the Act does not bind there", .dim)]
    }
  }

  private var late: [Span] {
    guard !plan.late.isEmpty else { return [Span("nothing", .dim)] }
    var spans: [Span] = []
    for late in plan.late {
      if !spans.isEmpty { spans.append(Span("; ", .dim)) }
      let (what, days) = words(late)
      spans += [Span(what + " "), Span("\(NumberFormat.shortDays(days)) late", .alarm)]
    }
    return spans
  }

  private func words(_ late: Plan.Late) -> (String, Int) {
    switch late {
    case .start(let start): ("start for \(start.months) months", -start.daysLeft)
    case .obligation(let obligation, let days):
      (dataset.string(obligation.named.title), days)
    case .state(let step, let days): ("\(country): \(step.words)", days)
    }
  }
}

extension Plan {
  /// True if the Act binds where the system is used.
  var bindsThere: Bool { finingPower != .outsideTheUnion || question.kind == .generalPurpose }

  /// The last day to start that comes first and has not passed, else the latest of those passed.
  var soonestStart: Start? {
    let ladder = startLadder
    return ladder.filter { $0.daysLeft >= 0 }.min { $0.day < $1.day }
      ?? ladder.max { $0.day < $1.day }
  }

  /// The starts for the shortest, the middle and the longest assessment, the shortest first.
  var startLadder: [Start] {
    let months = question.assessmentMonths
    let middle = (months.lowerBound + months.upperBound) / 2
    return Set([months.lowerBound, middle, months.upperBound]).sorted()
      .compactMap { latestStart(months: $0) }
  }
}

extension SystemKind {
  var shortTitle: String {
    switch self {
    case .prohibited: "Article 5"
    case .annexIII: "Annex III"
    case .annexI: "Annex I"
    case .generalPurpose: "General-purpose model"
    case .transparency: "Article 50"
    case .none: "None of these"
    }
  }
}
