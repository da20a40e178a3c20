import Dataset
import Insight
import Testing

/// The order of companies by value, and which talks still stand.
@Suite struct ValueOrderTests {
  private func values(_ rounds: String, _ valuations: String) throws -> [String] {
    let dataset = try SyntheticPackage.dataset([
      .organisations: "id,name\na,A\nb,B\nc,C\nd,D\ne,E",
      .rounds:
        "id,company,date,instrument,status,amount_m,currency,post_money_m,post_money_currency\n"
        + rounds,
      .valuations: "company,date,value_m,currency,basis,confidence\n" + valuations,
    ])
    return CompanyValue.all(in: dataset.asOf(try day("2026-11-21"))).map { value in
      let open = value.open?.dollars.map { "\($0.millions)" } ?? "-"
      return "\(dataset.slug(value.company)) \(value.millions.map { "\($0)" } ?? "-") \(open)"
    }
  }

  /// Below a paid value stand talks, by what was talked of, and what is in no known currency last.
  @Test func smallValuesStandAboveNone() throws {
    #expect(
      try values(
        """
        e1,e,2025-01-01,equity,closed,1,USD,0.5,USD
        c1,c,2025-01-01,equity,closed,1,USD,9,GBP
        """,
        """
        a,2026-01-01,0.4,USD,talks,reported
        b,2026-01-01,0.6,USD,talks,reported
        d,2026-01-01,0.6,USD,talks,reported
        """) == ["e 0.5 -", "b - 0.6", "d - 0.6", "a - 0.4", "c - -"])
  }

  /// The same with the company of no known dollars at the end of the table.
  @Test func noDollarsStandLastWhereverTheyAreRead() throws {
    #expect(
      try values(
        "",
        """
        a,2026-01-01,0.4,USD,talks,reported
        b,2026-01-01,0.6,USD,talks,reported
        c,2026-01-01,9,GBP,talks,reported
        """) == ["b - 0.6", "a - 0.4", "c - -"])
    #expect(
      try values(
        """
        a1,a,2025-01-01,equity,closed,1,USD,0.4,USD
        b1,b,2025-01-01,equity,closed,1,USD,0.6,USD
        c1,c,2025-01-01,equity,closed,1,USD,9,GBP
        """, "") == ["b 0.6 -", "a 0.4 -", "c - -"])
  }

  /// Talks of the very day of the last paid value stand; those of the day before are past.
  @Test func talksOfTheSameDayStand() throws {
    let round = "a1,a,2025-03-05,equity,closed,1,USD,100,USD"
    #expect(try values(round, "a,2025-03-05,300,USD,talks,reported") == ["a 100.0 300.0"])
    #expect(try values(round, "a,2025-03-04,300,USD,talks,reported") == ["a 100.0 -"])
  }

  @Test func aWithdrawnRoundSetsNoValue() throws {
    #expect(
      try values(
        """
        a1,a,2025-01-01,equity,withdrawn,1,USD,900,USD
        b1,b,2025-01-01,equity,conditional,1,USD,7,USD
        """, "") == ["b - 7.0"])
  }
}
