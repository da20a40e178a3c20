import Dataset

/// The sums of a set of rounds, in millions of dollars.
public struct CapitalTally: Sendable {
  public internal(set) var rounds: [ID<Round>] = []
  /// Of those, the rounds whose amount was not disclosed: they are in no sum.
  public internal(set) var undisclosed = 0
  /// The sum of the disclosed amounts. With rounds undisclosed, at least this.
  public internal(set) var usdMillions = 0.0
  /// Of the rounds counted, those whose dollars come from a reference rate, not from the source.
  public internal(set) var converted = 0
  /// Of the rounds counted, those whose sources disagree.
  public internal(set) var disputed = 0
  /// The part of the sum that rests on disputed rounds.
  public internal(set) var disputedUSDMillions = 0.0
  public internal(set) var announcedRounds: [ID<Round>] = []
  /// The announced rounds without a disclosed amount.
  public internal(set) var announcedUndisclosed = 0
  /// The sum of the announced and conditional amounts.
  public internal(set) var announcedUSDMillions = 0.0
  /// The rounds left out because another round contains them.
  public internal(set) var contained = 0

  private var split = [Double](repeating: 0, count: Instrument.moneyRaised.count)

  public init() {}

  /// The part of the sum that came in one form.
  public func usdMillions(_ instrument: Instrument) -> Double {
    instrument.raisesMoney ? split[Int(instrument.rawValue)] : 0
  }

  /// The part that was raised for shares: equity, safe, ipo, and mixed rounds whole, since how much of
  /// those is debt is seldom said.
  public var sharesUSDMillions: Double {
    [.equity, .safe, .ipo, .mixed].reduce(0) { $0 + usdMillions($1) }
  }

  /// True if no round is in it, announced rounds included.
  public var isEmpty: Bool { rounds.isEmpty && announcedRounds.isEmpty && contained == 0 }

  /// Adds a round that is counted.
  mutating func count(_ round: Round, _ dollars: Dollars?) {
    rounds.append(round.id)
    if round.confidence == .disputed { disputed += 1 }
    guard let dollars else {
      undisclosed += 1
      return
    }
    usdMillions += dollars.millions
    split[Int(round.instrument.rawValue)] += dollars.millions
    if dollars.isConverted { converted += 1 }
    if round.confidence == .disputed { disputedUSDMillions += dollars.millions }
  }

  /// Adds the sums of other rounds.
  mutating func add(_ other: CapitalTally) {
    rounds += other.rounds
    undisclosed += other.undisclosed
    usdMillions += other.usdMillions
    converted += other.converted
    disputed += other.disputed
    disputedUSDMillions += other.disputedUSDMillions
    announcedRounds += other.announcedRounds
    announcedUndisclosed += other.announcedUndisclosed
    announcedUSDMillions += other.announcedUSDMillions
    contained += other.contained
    for place in split.indices { split[place] += other.split[place] }
  }

  /// Adds a round by its standing.
  mutating func add(
    _ round: Round, _ standing: RoundStanding, _ dollars: Dollars?, announced: Announced
  ) {
    switch standing {
    case .counted: count(round, dollars)
    case .announced:
      announcedRounds.append(round.id)
      if let dollars {
        announcedUSDMillions += dollars.millions
      } else {
        announcedUndisclosed += 1
      }
      if announced == .counted { count(round, dollars) }
    case .contained: contained += 1
    case .notRaised, .withdrawn: break
    }
  }
}

extension Instrument {
  /// The forms that bring money to a company, in the order they are shown.
  public static let moneyRaised: [Instrument] = allCases.filter(\.raisesMoney)
}
