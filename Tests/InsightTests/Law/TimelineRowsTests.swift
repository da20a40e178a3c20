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

  @Test func ofADayLanesStandInOrder() throws {
    let day = "2026-05-05"
    let snapshot = try SyntheticPackage.dataset(
      [
        .organisations: "id,name,country\na,A,FR",
        .milestones: "id,date,scheduled,status,article\nm,\(day),\(day),in-force,1",
        .rounds:
          "id,company,date,instrument,status,amount_m,currency\nr,a,\(day),equity,closed,5,USD",
        .valuations: "company,date,value_m,currency,basis,confidence\n"
          + "a,2026-01-01,1,USD,talks,reported\na,2026-02-01,2,USD,talks,reported\n"
          + "a,\(day),3,USD,talks,reported",
        .compute: "id,date,name,scope,operator,country,accelerators,status\n"
          + "t,2026-01-01,T,site,a,FR,5,operational\ns,\(day),S,site,a,FR,5,operational",
        .enforcement: "country,date,step,status\nFR,\(day),penalties,in-force",
      ], updated: "2026-11-21"
    ).asOf(try TestSupport.day("2026-11-21"))
    let rows = Timeline(snapshot).events.filter { $0.date.description == day }.map(\.row)
    #expect(
      rows == [.milestone(0), .round(0), .valuation(2), .commitment(1), .step(0)], "\(rows)")
  }
}
