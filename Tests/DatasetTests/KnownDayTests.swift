import Testing

@testable import Dataset

/// From which day a row counts.
@Suite struct KnownDayTests {
  private static let sources = """
    id,title,publisher,kind,published
    d10,A,P,news,2026-03-10
    d20,B,P,news,2026-03-20
    feb,C,P,news,2026-02-27
    march,D,P,news,2026-03
    may,E,P,news,2026-05
    year,F,P,news,2026
    never,G,P,news,
    late,H,P,news,2026-11-30
    s,I,P,news,

    """

  /// The day of a model of a date that rests on some sources.
  private func known(_ date: String, _ sources: String, updated: String = "2026-11-21") throws
    -> String
  {
    let dataset = try TemporaryPackage.read(
      [
        .sources: KnownDayTests.sources,
        .models: "id,name,developer,date,weights,licence,modality,confidence,source\n"
          + "m,M,acme,\(date),open,MIT,text,reported,\(sources)\n",
      ], updated: updated)
    try #require(dataset.shownProblems == [])
    let day = dataset.known(dataset.models[0])
    #expect(dataset.asOf(day).models.count == 1)
    #expect(dataset.asOf(day.adding(days: -1)).models.isEmpty)
    return day.description
  }

  @Test(arguments: [
    // A whole date counts from itself, whatever its sources.
    ("2026-03-05", "d10", "2026-03-05"), ("2026-03-25", "d10", "2026-03-25"),
    // A month counts from the earliest source within it.
    ("2026-03", "d20", "2026-03-20"), ("2026-03", "d20;d10", "2026-03-10"),
    ("2026-03", "feb;d20", "2026-03-20"), ("2026-03", "feb", "2026-03-31"),
    ("2026-03", "may", "2026-03-31"), ("2026-03", "never", "2026-03-31"),
    // A source dated by month was published on its last day; a source dated by year tells no day.
    ("2026-03", "march", "2026-03-31"), ("2026", "march", "2026-03-31"),
    ("2026", "may;march", "2026-03-31"), ("2026", "may;d20", "2026-03-20"),
    ("2026", "year", "2026-11-21"), ("2026", "feb;year", "2026-02-27"),
    // Where none lies within, the last day or the day of the revision.
    ("2026", "never", "2026-11-21"), ("2025", "d10", "2025-12-31"), ("2026-11", "s", "2026-11-21"),
    // No row counts later than from the day on which its package was revised.
    ("2026-11", "late", "2026-11-21"),
  ])
  func aRowCountsFromItsSources(_ date: String, _ sources: String, _ day: String) throws {
    #expect(try known(date, sources) == day)
  }

  /// Of two rows that count from one day the more exact stands, else the later line.
  @Test func ofTwoRowsOfOneDayTheMoreExactStands() throws {
    let header = "id,company,date,series,instrument,status,confidence,source,note\n"
    func standing(_ rows: String...) throws -> String {
      let dataset = try TemporaryPackage.read([
        .sources: KnownDayTests.sources,
        .rounds: header + rows.map { "r,acme,\($0)\n" }.joined(),
      ])
      let snapshot = dataset.asOf(dataset.updated)
      let id = try #require(dataset.round("r"))
      // The history has the order in which the rows count.
      #expect(snapshot.history(of: id).last?.origin == snapshot.round(id)?.origin)
      return dataset.string(try #require(snapshot.round(id)).note)
    }
    let (exact, month, year) = (
      "2026-03-10,A,equity,closed,reported,s,exact", "2026-03,A,equity,closed,reported,d10,month",
      "2026,A,equity,closed,reported,d10,year"
    )
    #expect(try standing(exact, month) == "exact")
    #expect(try standing(month, exact) == "exact")
    #expect(try standing(year, month) == "month")
    #expect(try standing(month, year) == "month")
    // A month whose source came later than the day is the news.
    #expect(try standing(exact, "2026-03,A,equity,closed,reported,d20,month") == "month")
  }

  @Test func aSourceThatAnOverlayCorrectsIsReadAsCorrected() throws {
    let dataset = try TemporaryPackage.read(layers: [
      (
        [
          .sources: KnownDayTests.sources,
          .valuations: "company,date,value_m,currency,basis,confidence,source\n"
            + "acme,2026-03,1,USD,talks,reported,d20\n",
        ], "2026-11-21"
      ),
      ([.sources: "id,title,publisher,kind,published\nd20,B,P,news,2026-03-02\n"], "2026-11-21"),
    ])
    #expect(dataset.known(dataset.valuations[0]).description == "2026-03-02")
  }
}
