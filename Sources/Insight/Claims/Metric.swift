import Dataset

/// A metric with its arguments, all of which exist in the dataset.
public enum Metric: Hashable, Sendable {
  /// The sum of the amounts of rounds.
  case roundAmount([ID<Round>])
  /// A round's amount less those of the rounds inside it.
  case newMoney(ID<Round>)
  /// The valuation after a round.
  case postMoney(ID<Round>)
  /// The valuation before a round.
  case preMoney(ID<Round>)
  /// The date of a round.
  case roundDate(ID<Round>)
  /// The place of a round among those of European companies.
  case roundRank(ID<Round>, Set<Instrument>)
  /// Months from the founding of the company to a round.
  case ageAtRound(ID<Round>)
  /// What companies have raised.
  case raisedToDate([ID<Organisation>], Set<Instrument>)
  /// What companies had raised before a date.
  case raisedBefore([ID<Organisation>], PartialDate, Set<Instrument>)
  /// What companies raised in a quarter.
  case raisedInQuarter(Quarter, [ID<Organisation>], Set<Instrument>)
  /// What all European companies raised in a quarter.
  case raisedTotal(Quarter, Set<Instrument>)
  /// Those of some investors that took part in a company's rounds.
  case investedIn(ID<Organisation>, [ID<Organisation>])
  /// Those of some companies in whose rounds an investor took part.
  case holdings(ID<Organisation>, [ID<Organisation>])
  /// The home of an organisation.
  case home(ID<Organisation>)
  /// The accelerators of commitments.
  case accelerators([ID<Commitment>])
  /// The largest number that any row of a commitment bears.
  case largestCommitment(ID<Commitment>)
  /// The accelerators that an organisation operates in countries.
  case acceleratorsIn(ID<Organisation>, [ID<Country>], Set<ComputeStatus>)
  /// When a commitment is to run.
  case targetDate(ID<Commitment>)
  /// How far a commitment has come.
  case status(ID<Commitment>)
  /// Who rents commitments.
  case tenant([ID<Commitment>])
  /// The chips of commitments.
  case chip([ID<Commitment>])
  /// The families of the chips of commitments.
  case chipFamily([ID<Commitment>])
  /// The share of an operator's accelerators that stand in a bloc.
  case shareInBloc(ID<Organisation>, Bloc)
  /// The share of an operator's accelerators that a vendor made.
  case shareOfVendor(ID<Organisation>, ID<Organisation>)
  /// The share of an operator's rented accelerators whose tenant has its home in a country.
  case shareOfTenantHome(ID<Organisation>, ID<Country>)
  /// The date of a milestone that binds.
  case milestoneDate(ID<Milestone>)
  /// The date of a milestone that was proposed.
  case proposedDate(ID<Milestone>)
  /// How far a milestone was put off.
  case milestoneDelay(ID<Milestone>)
  /// Months until a milestone.
  case monthsUntil(ID<Milestone>)
  /// How many states have full enforcement authority.
  case fullAuthority
  /// A figure that outside sources give.
  case found(Double, [ID<Source>])
  /// A statement that sources bear out.
  case sourced([ID<Source>])
  /// No source was found.
  case unsourced
  /// A matter of opinion.
  case judgement
}

/// A calendar quarter, written `2026-Q1`.
public struct Quarter: Hashable, Sendable, CustomStringConvertible {
  /// The year.
  public let year: Int
  /// 1...4.
  public let quarter: Int

  /// Reads `2026-Q1`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "Q"),
      bytes[..<4].allSatisfy({ (48...57).contains($0) }), (49...52).contains(bytes[6])
    else { return nil }
    year = bytes[..<4].reduce(0) { $0 * 10 + Int($1) - 48 }
    quarter = Int(bytes[6]) - 48
  }

  /// Whether a date surely lies in it; a year alone lies in no quarter.
  public func contains(_ date: PartialDate) -> Bool {
    date.precision != .year && date.year == year && date.lastDay.quarter == quarter
  }

  /// As it is written.
  public var description: String { "\(year)-Q\(quarter)" }
}
