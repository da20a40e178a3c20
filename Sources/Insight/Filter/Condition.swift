import Dataset

/// A term with its names looked up: what is tested against rows.
enum Condition: Sendable {
  /// An organisation of the row is among these.
  case organisations(Members<Organisation>)
  /// The kind of the row, or of an organisation of it.
  case kind(KindMask, Members<Organisation>)
  /// The row's own country, or else the home of an organisation of it.
  case countries(Members<Country>)
  case investors(Investors)
  case operators(Members<Organisation>)
  case customers(Members<Organisation>)
  case vendors(Members<Organisation>)
  case chip([Needle], isExact: Bool)
  case city([Needle], isExact: Bool)
  case series([Needle], isExact: Bool)
  case briefing([Needle], isExact: Bool)
  case text([TextQuery])
  case scope(UInt32)
  case instrument(UInt32, [Needle])
  case status(StatusMask)
  case confidence(UInt32)
  case role(RoleMask)
  case weights(UInt32)
  case steps(UInt32)
  case has(HasQuery)
  case missing(HasQuery)
  case sources(Members<Source>)
  case rows(RowSet)
  case watched([WatchedSet])
  case since(Day)
  case until(Day)
  case years([Bound<Int>])
  case quarters([Int])
  case target([Bound<PartialDate>])
  case amount([Bound<Double>])
  case valuation([Bound<Double>])
  case accelerators([Bound<Double>])
  case megawatts([Bound<Double>])
  case parameters([Bound<Double>])
}

/// A value and how a row's is compared with it.
struct Bound<Value: Sendable>: Sendable {
  let comparison: Filter.Comparison
  let value: Value
}

extension Bound where Value: Comparable {
  func allows(_ other: Value) -> Bool {
    switch comparison {
    case .matches, .equals: other == value
    case .less: other < value
    case .atMost: other <= value
    case .greater: other > value
    case .atLeast: other >= value
    }
  }
}

extension Bound where Value == PartialDate {
  /// A date counts from its last day; it equals a partial one that it lies in.
  func allows(_ date: PartialDate) -> Bool {
    switch comparison {
    case .matches, .equals:
      value.firstDay <= date.firstDay && date.lastDay <= value.lastDay
    case .less: date.lastDay < value.firstDay
    case .atMost: date.lastDay <= value.lastDay
    case .greater: date.lastDay > value.lastDay
    case .atLeast: date.lastDay >= value.firstDay
    }
  }
}

/// Some cases of a vocabulary, one bit each.
func mask<Word: Vocabulary>(_: Word.Type, where holds: (String) -> Bool) -> UInt32 {
  Word.allCases.reduce(0) { holds($1.word) ? $0 | bit($1) : $0 }
}

/// The bit of a case.
func bit<Word: Vocabulary>(_ word: Word) -> UInt32 { 1 << UInt32(word.rawValue) }

/// Statuses of every table that has some.
struct StatusMask: Sendable {
  let rounds: UInt32
  let compute: UInt32
  let relations: UInt32
  let enforcement: UInt32
  let milestones: UInt32
  let signatures: UInt32
}

/// Kinds of relations and sources; those of organisations are looked up with them.
struct KindMask: Sendable {
  let relations: UInt32
  let sources: UInt32
}

/// Roles of investors and tasks of authorities.
struct RoleMask: Sendable {
  let investors: UInt32
  let authorities: UInt32
  /// The rounds in which somebody has such a role.
  let rounds: Members<Round>
}

/// Some investors, the rounds they took part in and the companies of those.
struct Investors: Sendable {
  let organisations: Members<Organisation>
  let rounds: Members<Round>
  let funded: Members<Organisation>
  /// Whether only those who led count.
  let onlyLeads: Bool
}

/// What a row has to say or to lack.
struct HasQuery: Sendable {
  /// Attributes, one bit each.
  let attributes: UInt32
  /// The states that a step is asked of and that have it in effect, for each step asked of.
  let statesWith: [Members<Country>]
  /// The states that have, or lack, the steps asked of and no other part of full authority; `nil` unless
  /// that is asked (`missing=penalties`).
  let statesExactly: Members<Country>?
  /// The rounds with an investor, where `investor` is asked of.
  let roundsWithInvestors: Members<Round>?
  /// The sources with an address, where `url` is asked of.
  let retrieved: Members<Source>?
}

/// Rows picked by their ids.
struct RowSet: Sendable {
  var organisations: Members<Organisation>
  var rounds: Members<Round>
  var commitments: Members<Commitment>
  var milestones: Members<Milestone>
  var claims: Members<Claim>
  var sources: Members<Source>
  var models: Members<Model>
}

/// A text looked for anywhere in a row, with the names it stands in found beforehand.
struct TextQuery: Sendable {
  let needle: Needle
  let organisations: Members<Organisation>
  let countries: Members<Country>
  /// The rounds with an investor of such a name.
  let rounds: Members<Round>
}
