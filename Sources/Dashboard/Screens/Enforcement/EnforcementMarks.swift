import Canvas
import Charts
import Dataset
import Insight

extension Standing {
  /// Its character, so that colour is never all that tells.
  var mark: Unicode.Scalar {
    switch self {
    case .full: Glyph.markFull
    case .possible: Glyph.markHalf
    case .partly: Glyph.markSome
    case .proposed, .none: Glyph.markNone
    }
  }

  var style: Style {
    switch self {
    case .full: Style(.good, .bold)
    case .possible: .possible
    case .partly: .plain
    case .proposed, .none: .dim
    }
  }

  /// The meaning, in the legend's words.
  var words: String {
    switch self {
    case .full: "full"
    case .possible: "possibly full"
    case .partly: "in part"
    case .proposed: "proposed"
    case .none: "none"
    }
  }
}

/// The look of a step's status: done, legislated or done in part, proposed, nothing found.
struct StepLook: Hashable, Sendable {
  let mark: Unicode.Scalar
  let style: Style
  /// The further it has come, the more.
  let rank: Int

  init(_ step: EnforcementStepKind, _ status: EnforcementStatus) {
    if EnforcementDefinition.holds(step, status) {
      (mark, style, rank) = (Glyph.markFull, .good, 3)
    } else {
      switch status {
      case .none: (mark, style, rank) = (Glyph.markNone, .dim, 0)
      case .proposed: (mark, style, rank) = (Glyph.markSome, .dim, 1)
      default: (mark, style, rank) = (Glyph.markHalf, .possible, 2)
      }
    }
  }
}

extension EnforcementCell {
  private var look: StepLook? { row.map { StepLook(step, $0.status) } }

  /// Its character; `·` where no row says anything.
  var mark: Unicode.Scalar { look?.mark ?? Glyph.unknown }

  var style: Style { look?.style ?? .dim }

  /// The status in a word or two.
  var words: String { row == nil ? "not known" : status.words }

  /// For sorting: the further it has come, the more.
  var rank: Double? { look.map { Double($0.rank) } }
}

extension EnforcementStepKind {
  var columnTitle: String {
    switch self {
    case .bill: "Bill"
    case .law: "Law"
    case .marketSurveillance: "Surveillance"
    case .notifying: "Notifying"
    case .singlePointOfContact: "Contact"
    case .penalties: "Penalties"
    case .fundamentalRights: "Rights"
    case .sandbox: "Sandbox"
    }
  }

  /// The same where a column is as wide as a mark.
  var columnAbbreviation: String {
    switch self {
    case .bill, .law: columnTitle
    case .marketSurveillance: "Surv."
    case .notifying: "Notif."
    case .singlePointOfContact: "Cont."
    case .penalties: "Pen."
    case .fundamentalRights: "Rights"
    case .sandbox: "Sand."
    }
  }

  /// The name of the step where a state lacks it.
  var shortWords: String {
    switch self {
    case .marketSurveillance: "surveillance"
    case .singlePointOfContact: "contact"
    case .fundamentalRights: "rights bodies"
    case .bill, .law, .notifying, .penalties, .sandbox: words
    }
  }
}

/// A state of the map and of the table: what is known of its way, where anything is.
struct EnforcementRow: Sendable {
  let country: Country
  let code: String
  let name: String
  /// `nil` for a state outside the Union of which there is no row.
  let state: StateEnforcement?

  /// True if it is a member state, which the counts include.
  var isMember: Bool { country.bloc == .eu }

  var fact: Fact { .country(code) }

  /// The members, the furthest first, then the others: by standing, then by the day since which it
  /// holds, then by name.
  static func all(_ report: EnforcementReport) -> [EnforcementRow] {
    let dataset = report.snapshot.dataset
    let rows = dataset.countries
      .filter { [.eu, .eea, .ch, .uk].contains($0.bloc) }
      .map { country in
        EnforcementRow(
          country: country, code: dataset.code(country.id), name: dataset.name(country.id),
          state: report[country.id])
      }
    func key(_ row: EnforcementRow) -> (Int, Int, Int) {
      guard row.isMember, let state = row.state else { return (1, 0, 0) }
      let since = state.fullSince?.number ?? 0
      return (0, -state.standing.rawValue, state.isFull ? since : state.missing.count)
    }
    return rows.sorted { left, right in
      let (first, second) = (key(left), key(right))
      return first == second ? left.name < right.name : first < second
    }
  }
}
