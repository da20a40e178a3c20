import Dataset
import Insight
import Testing

/// The row behind an event, and the order of events of a day.
@Suite struct TimelineRowsTests {
  @Test func aDateThatWasReplacedPointsToTheRowThatSetIt() throws {
    let snapshot = try SyntheticPackage.dataset(
      [
        .milestones: """
        id,date,scheduled,status,article
        act,2024-07-12,2026-08-02,scheduled,6
        act,2026-01-01,2027-12-02,postponed,6
        act,2026-02-01,,scheduled,6
        """
      ], updated: "2026-11-21"
    ).asOf(try day("2026-01-15"))
    let events = Timeline(snapshot).events.filter { $0.nature != .happened }
    func row(_ nature: TimelineEvent.Nature) -> TimelineEvent.Row? {
      events.first { $0.nature == nature }?.row
    }
    #expect(row(.former) == .milestone(0))
    #expect(row(.planned) == .milestone(1))
  }

  /// The later the lane, the lower in its table stands the row here, so that no lane passes for
  /// another.
  @Test func ofADayLanesStandInOrder() throws {
    let day = "2026-05-05"
    func early(_ count: Int, _ row: (Int) -> String) -> String {
      (1...count).map { row($0) + "\n" }.joined()
    }
    let snapshot = try SyntheticPackage.dataset(
      [
        .organisations: "id,name,country\na,A,FR",
        .milestones: "id,date,scheduled,status,article\n"
          + early(5) { "m\($0),2026-01-01,2026-01-01,in-force,1" }
          + "m,\(day),\(day),in-force,1",
        .rounds: "id,company,date,instrument,status,post_money_m,post_money_currency\n"
          + early(3) { "r\($0),a,2026-01-01,equity,closed,," }
          + "r4,a,\(day),equity,closed,5,USD\nr5,a,\(day),equity,closed,,",
        .valuations: "company,date,value_m,currency,basis,confidence\n"
          + early(2) { "a,2026-01-0\($0),\($0),USD,talks,reported" }
          + "a,\(day),3,USD,talks,reported",
        .compute: "id,date,name,scope,operator,country,accelerators,status\n"
          + "t,2026-01-01,T,site,a,FR,5,operational\ns,\(day),S,site,a,FR,5,operational",
        .enforcement: "country,date,step,status\nFR,\(day),penalties,in-force",
      ], updated: "2026-11-21"
    ).asOf(try TestSupport.day("2026-11-21"))
    let rows = Timeline(snapshot).events.filter { $0.date.description == day }.map(\.row)
    #expect(
      rows == [
        .milestone(5), .round(3), .round(4), .postMoney(3), .valuation(2), .commitment(1), .step(0),
      ], "\(rows)")
  }

  /// A site is about its operator, else its customer, else itself.
  @Test func anEventTellsWhatItIsAboutAndByWhichSources() throws {
    let snapshot = try SyntheticPackage.dataset(
      [
        .sources: "id\n" + (1...8).map { "s\($0)\n" }.joined(),
        .organisations: "id,name,source\na,A,s8\nb,B,s8",
        .milestones: "id,date,scheduled,status,source\nm,2026-05-05,2026-05-05,in-force,s1",
        .rounds: "id,company,date,instrument,status,post_money_m,post_money_currency,source\n"
          + "r,a,2026-05-05,equity,closed,5,USD,s2",
        .valuations: "company,date,value_m,currency,basis,source\nb,2026-05-05,5,USD,talks,s3",
        .compute: "id,date,operator,customer,country,status,source\n"
          + "x,2026-05-05,a,b,FR,building,s4\ny,2026-05-05,,b,FR,cancelled,s5;s6\n"
          + "z,2026-05-05,,,FR,paused,s6",
        .enforcement: "country,date,step,status,source\nFR,2026-05-05,penalties,adopted,s7",
      ], updated: "2026-11-21"
    ).asOf(try day("2026-11-21"))
    let timeline = Timeline(snapshot)
    let lines = timeline.events.map { event in
      let sources = timeline.evidence(event).slugs(in: snapshot.dataset).joined(separator: ";")
      return
        "\(event.kind.rawValue): \(timeline.subject(event)) \(timeline.status(event)) \(sources)"
    }
    #expect(
      lines == [
        "regulation: m in-force s1", "round: a closed s2", "valuation: a closed s2",
        "valuation: b talks s3", "compute: a building s4", "compute: b cancelled s5;s6",
        "compute: z paused s6", "enforcement: FR adopted s7",
      ])
  }
}
