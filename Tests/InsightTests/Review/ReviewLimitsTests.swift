import Dataset
import Insight
import Testing

/// Values exactly at the limit of a pattern, and ties within it.
@Suite struct ReviewLimitsTests {
  private static let rounds = "id,company,date,series,instrument,status,amount_m,currency\n"

  /// The keys of the findings of a pattern, without what is wrong.
  private func keys(
    _ pattern: ReviewPattern, _ tables: [TableName: String], on day: String = "2026-11-29"
  ) throws -> Set<String> {
    Set(try ReviewWorld.items(pattern, tables, on: day).map(\.key))
  }

  /// 365 days are a year, and no more. A target of the day itself has not passed.
  @Test func aYearIsNotOverAYear() throws {
    let found = try keys(
      .longAnnounced,
      [
        .compute: """
        id,date,name,operator,status,target
        year,2025-11-29,A,grid,announced,
        more,2025-11-28,B,grid,announced,
        today,2025-11-28,C,grid,contracted,2026-11-29
        passed,2025-11-28,D,grid,contracted,2026-11-28
        """
      ])
    #expect(found == ["more|2025-11-28", "today|2025-11-28"])
  }

  /// Of parts taken in rounds of a day the first is told, and of two days the earlier.
  @Test func theFirstInvestmentOfAPairIsTold() throws {
    let found = try ReviewWorld.found(
      .investmentUnpaired,
      [
        .rounds: Self.rounds + "late,tenant,2025-04,L,equity,closed,10,USD\n"
          + "one,tenant,2025-03,O,equity,closed,20,USD\n"
          + "two,tenant,2025-03,T,equity,closed,30,USD\n",
        .investments: "round,investor,role\nlate,maker,lead\none,maker,lead\ntwo,maker,lead\n",
      ])
    #expect(
      found == [
        "one|maker: took part in Tenant Labs O, USD 20 m, and no relation says that it invests "
          + "there"
      ])
  }

  /// Sums may exceed their whole by half of a per cent; machines draw two thirds of what they are
  /// rated at, by the chip that draws least; a chip of unknown power proves nothing.
  @Test func partsMayExceedTheirWholeByRounding() throws {
    let found = try ReviewWorld.found(
      .partsExceed,
      [
        .rounds: Self.rounds + "a,start,2025-01-01,A,debt,closed,1000,USD\n"
          + "b,start,2025-01-01,B,debt,closed,1000,USD\n",
        .investments: "round,investor,role,amount_m,currency\na,fund,lead,600,USD\n"
          + "a,grid,lead,404,USD\na,maker,lead,500,EUR\nb,fund,lead,600,USD\nb,grid,lead,406,USD\n"
          + "b,maker,lead,,\n",
        .chips:
          "id,name,vendor,power_w\nbig,Big,maker,1000\nsmall,Small,maker,500\ndark,Dark,maker,\n",
        .compute: """
        id,date,name,operator,status,accelerators,mw,chips
        full,2025-01-01,Full,grid,building,30000,20,big
        over,2025-01-01,Over,grid,building,30000,19,big
        both,2025-01-01,Both,grid,building,30000,10,big;small
        less,2025-01-01,Less,grid,building,30000,9,big;small
        dark,2025-01-01,Dark,grid,building,30000,1,big;dark
        """,
      ])
    #expect(
      Set(found) == [
        "b|2025-01-01: has tickets of 1,006 m USD, more than the round",
        "over|2025-01-01: has 19 MW, and its accelerators alone are rated at 30 MW",
        "less|2025-01-01: has 9 MW, and its accelerators alone are rated at 15 MW",
      ])
  }

  /// The parts of a whole are summed in its currency, without those that were withdrawn.
  @Test func tranchesAreHeldAgainstTheirWhole() throws {
    func found(_ last: String) throws -> [String] {
      try ReviewWorld.found(
        .partsExceed,
        [
          .rounds: """
          id,company,date,series,instrument,status,amount_m,currency,part_of
          whole,start,2025-01-01,W,debt,closed,1000,USD,
          a,start,2025-01-01,A,debt,closed,600,USD,whole
          b,start,2025-01-01,B,debt,withdrawn,300,USD,whole
          c,start,2025-01-01,C,debt,closed,300,EUR,whole
          d,start,2025-01-01,D,debt,announced,\(last),USD,whole
          """
        ])
    }
    #expect(try found("404").isEmpty)
    #expect(
      try found("406") == ["whole|2025-01-01: has parts of 1,006 m USD, more than the whole"])
  }

  /// A model shows on whose base it stands. A day of the same date is not later, nor is a year that
  /// may hold it; the earliest proof is told.
  @Test func aRelationIsLateByTheDaysThatAreCertain() throws {
    func found(_ date: String, _ models: String) throws -> [String] {
      try ReviewWorld.found(
        .relationLate,
        [
          .models: "id,name,developer,base_developer,date\n" + models,
          .relations: "from,to,kind,date,status\nstart,tenant,builds-on,\(date),active\n",
        ])
    }
    let models =
      "m,Second,start,tenant,2025-03\nn,First,start,tenant,2025-02-10\no,Own,start,,2024-01-01\n"
    #expect(
      try found("2025-02-11", models) == [
        "start|tenant|builds-on|2025-02-11: from 2025-02-11 on, and the model First shows it on "
          + "2025-02-10"
      ])
    #expect(try found("2025-02-10", models).isEmpty)
    #expect(try found("2025", models).isEmpty)
    #expect(try found("2025-12-31", "m,Year,start,tenant,2025").isEmpty)
    #expect(try found("2026-01-01", "m,Year,start,tenant,2025").count == 1)
  }

  /// Of several rows of a relation its first date counts, wherever that row stands.
  @Test func theFirstRowOfARelationIsLate() throws {
    let found = try keys(
      .relationLate,
      [
        .models: "id,name,developer,base_developer,date\nm,M,start,tenant,2025-01-01\n",
        .relations: "from,to,kind,date,status\nstart,tenant,builds-on,2025-06-01,ended\n"
          + "start,tenant,builds-on,2025-03-01,active\n",
      ])
    #expect(found == ["start|tenant|builds-on|2025-03-01"])
  }

  /// Of talks of a day the last row is open; older talks below it in the file are not.
  @Test func theLastTalksOfADayAreOpen() throws {
    let found = try keys(
      .talksOpen,
      [
        .valuations: """
        company,date,value_m,currency,basis
        start,2026-03-10,900,USD,talks
        start,2026-03-10,1000,USD,talks
        start,2026-01-10,800,USD,talks
        tenant,2026-03-10,500,USD,talks
        other,2026-03-10,500,USD,talks
        """,
        // Money of the first day of talks ends them; money of the day before does not.
        .rounds: Self.rounds + "r,tenant,2026-03-10,A,equity,closed,10,USD\n"
          + "s,other,2026-03-09,A,equity,closed,10,USD\n",
      ])
    #expect(
      found == ["start|2026-03-10|talks|1000|USD", "other|2026-03-10|talks|500|USD"])
  }
}
