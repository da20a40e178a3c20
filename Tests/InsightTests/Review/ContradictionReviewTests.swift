import Dataset
import Insight
import Testing

/// Rows of two tables, or of the same table, that cannot both be right.
@Suite struct ContradictionReviewTests {
  private static let rounds = "id,company,date,series,instrument,status,amount_m,currency"

  @Test func aRelationBeginsNoLaterThanWhatProvesIt() throws {
    let found = try ReviewWorld.found(
      .relationLate,
      [
        .rounds: "\(Self.rounds)\nr,start,2025-03,A,equity,closed,10,USD\n",
        .investments: "round,investor,role\nr,fund,lead\nr,arm,participant\n",
        .compute: """
        id,date,name,operator,customer,chip_vendor,status
        a,2025-01-01,Hall,grid,tenant,maker,building
        b,2025-01-01,Plan,other,tenant,maker,announced
        """,
        .relations: """
        from,to,kind,date,status
        fund,start,invests-in,2025-04-02,active
        arm,start,invests-in,2025-03-20,active
        tenant,grid,customer-of,2025-01-01,active
        tenant,grid,customer-of,2025-06-01,active
        maker,grid,supplies,2025-02,active
        tenant,other,customer-of,2025-06-01,active
        """,
      ])
    #expect(
      found.sorted() == [
        "fund|start|invests-in|2025-04-02: from 2025-04-02 on, and the round r shows it on 2025-03",
        "maker|grid|supplies|2025-02: from 2025-02 on, and the site Hall shows it on 2025-01-01",
      ])
  }

  @Test func investmentsAndRelationsGoTogether() throws {
    let found = try ReviewWorld.found(
      .investmentUnpaired,
      [
        .rounds: "\(Self.rounds)\nr,start,2025-03,A,equity,closed,10,USD\n"
          + "t,tenant,2025-03,A,equity,closed,10,USD\n",
        .investments: "round,investor,role\nr,fund,lead\nr,grid,participant\nt,arm,lead\n",
        .relations: """
        from,to,kind,date,status
        maker,tenant,invests-in,2025-04-02,active
        maker,grid,invests-in,2025-04-02,announced
        maker,other,invests-in,2025-04-02,active
        maker,other,invests-in,2025-06-02,ended
        grid,maker,invests-in,2025-04-02,active
        """,
      ])
    // A fund needs no relation, and the venture arm invests for its group.
    #expect(
      found.sorted() == [
        "maker|grid|invests-in|2025-04-02: since 2025-04-02, and no round names it",
        "r|grid: took part in Startling A, USD 10 m, and no relation says that it invests there",
      ])
  }

  @Test func aSiteIsTheSameInEveryTable() throws {
    let found = try ReviewWorld.found(
      .siteDiffers,
      [
        .places: "city,country,latitude,longitude\nBonn,DE,50,7\nKoeln,DE,50,7\n",
        .compute: """
        id,date,name,operator,customer,country,city,status,accelerators,note
        a,2025-01-01,One,grid,tenant,DE,Bonn,building,5,
        b,2025-01-01,Two,grid,start,DE,Bonn,building,5,
        c,2025-01-01,Three,other,tenant,DE,Bonn,cancelled,5,
        d,2025-01-01,Hall Koeln,grid,,DE,Bonn,building,5,
        e,2025-01-01,Five,grid,,DE,Ulm,building,5,
        f,2025-01-01,Six,grid,,DE,Bonn,building,5,
        f,2025-06-01,Six,other,,DE,Koeln,building,5,
        g,2025-01-01,Seven,grid,,DE,Bonn,building,5,
        g,2025-06-01,Seven,other,,DE,Bonn,building,5,Sold.
        h,2025-01-01,Otherhall Eight,grid,,DE,Bonn,building,5,
        """,
        .relations: """
        from,to,kind,date,status
        tenant,grid,customer-of,2025-01-01,active
        tenant,grid,customer-of,2025-06-01,ended
        tenant,other,customer-of,2025-01-01,active
        """,
      ])
    #expect(
      Set(found) == [
        "a|2025-01-01: is building, and the relation of Tenant Labs and Gridhall is ended since "
          + "2025-06-01",
        "b|2025-01-01: has Startling as its customer, and no relation says so",
        "tenant|other|customer-of|2025-01-01: by an active relation, and Three is cancelled",
        "d|2025-01-01: stands in Bonn, and its name says Koeln",
        "e|2025-01-01: stands in Ulm, which is no place of Germany",
        "f|2025-06-01: changes the operator from Gridhall to Otherhall, and the town from Bonn to "
          + "Koeln without a note, on 2025-06-01",
        "h|2025-01-01: has Otherhall in its name, and no column and no relation ties the two",
      ])
  }

  @Test func anAcquisitionIsSeldomClosedOnTheDayOfItsSigning() throws {
    let found = try ReviewWorld.found(
      .closedAtSigning,
      [
        .sources:
          "id,title,publisher,published,kind\ns,S,P,2026-03-02,news\nt,T,P,2026-06-02,news\n",
        .rounds: """
        id,company,date,series,instrument,status,note,source
        a,start,2026-03-01,A,acquisition,closed,,s
        b,start,2026-03-01,B,acquisition,announced,,s
        b,start,2026-06-01,B,acquisition,closed,,t
        c,start,2026-03-01,C,acquisition,closed,,t
        d,start,2026-03-01,D,acquisition,closed,Completed that day.,s
        e,start,2026-03-01,E,equity,closed,,s
        """,
      ])
    #expect(
      found == [
        "a|2026-03-01: is closed on 2026-03-01, the day on which it was reported, and never was "
          + "announced"
      ])
  }

  @Test func aLaterRowKeepsWhatWasKnown() throws {
    let found = try ReviewWorld.found(
      .figureLost,
      [
        .compute: """
        id,date,name,operator,status,accelerators,mw,target
        a,2025-01-01,A,grid,announced,500,20,2026
        a,2025-06-01,A,grid,contracted,,20,2026
        b,2025-01-01,B,grid,announced,500,20,2026
        b,2025-06-01,B,grid,operational,500,20,
        c,2025-01-01,C,grid,announced,500,20,2026
        c,2025-06-01,C,grid,cancelled,,,
        d,2025-01-01,D,grid,announced,500,20,2026
        d,2025-03-01,D,grid,announced,,20,2026
        d,2025-06-01,D,grid,contracted,,30,2026
        """,
        .rounds: """
        id,company,date,series,instrument,status,amount_m,currency,amount_usd_m
        r,start,2025-01-01,A,equity,announced,10,EUR,11
        r,start,2025-06-01,A,equity,closed,10,EUR,
        """,
      ])
    #expect(
      found.sorted() == [
        "a|2025-06-01: loses accelerators 500 of 2025-01-01 in its row of 2025-06-01",
        "d|2025-06-01: loses accelerators 500 of 2025-01-01 in its row of 2025-06-01",
        "r|2025-06-01: loses amount_usd_m 11 of 2025-01-01 in its row of 2025-06-01",
      ])
  }

  @Test func partsAreNoMoreThanTheirWhole() throws {
    let found = try ReviewWorld.found(
      .partsExceed,
      [
        .chips: "id,name,vendor,power_w\nbig,Big,maker,1000\n",
        .compute: """
        id,date,name,scope,operator,country,city,status,accelerators,mw,chips
        campus,2025-01-01,Campus,site,grid,DE,Bonn,building,0,100,
        one,2025-01-01,One,site,grid,DE,Bonn,building,500,70,
        two,2025-01-01,Two,site,grid,DE,Bonn,building,500,60,
        gone,2025-01-01,Gone,site,grid,DE,Bonn,cancelled,500,60,
        hot,2025-01-01,Hot,site,other,DE,Ulm,building,20000,12,big
        cool,2025-01-01,Cool,site,other,DE,Trier,building,20000,15,big
        """,
        .rounds: """
        id,company,date,series,instrument,status,amount_m,currency,part_of,post_money_m,post_money_currency
        r,start,2025-01-01,A,equity,closed,10,USD,,,
        whole,start,2025-01-01,B,debt,closed,100,USD,,,
        p1,start,2025-01-01,B1,debt,closed,70,USD,whole,,
        p2,start,2025-01-01,B2,debt,closed,40,USD,whole,,
        v,start,2025-01-01,V,equity,closed,10,USD,,9,USD
        e,start,2025-01-01,E,equity,closed,10,USD,,10,USD
        x,start,2025-01-01,X,equity,closed,10,USD,,11,USD
        """,
        .investments: """
        round,investor,role,amount_m,currency
        r,fund,lead,8,USD
        r,grid,participant,3,USD
        """,
      ])
    #expect(
      Set(found) == [
        "campus|2025-01-01: has 100 MW, and what stands on it needs 130 MW",
        "hot|2025-01-01: has 12 MW, and its accelerators alone are rated at 20 MW",
        "r|2025-01-01: has tickets of 11 m USD, more than the round",
        "whole|2025-01-01: has parts of 110 m USD, more than the whole",
        "v|2025-01-01: is valued at USD 9 m after it, no more than the money itself",
        "e|2025-01-01: is valued at USD 10 m after it, no more than the money itself",
      ])
  }

  @Test func aNoteSaysWhatItsColumnsSay() throws {
    let found = try ReviewWorld.found(
      .noteContradicts,
      [
        .rounds: """
        id,company,date,series,instrument,status,confidence,note
        a,start,2025-01-01,A,debt,closed,reported,Up to this sum
        b,start,2025-01-01,B,debt,announced,reported,Up to this sum
        c,start,2025-01-01,C,debt,closed,reported,Press only; not announced
        """,
        .compute: """
        id,date,name,operator,status,accelerators,note
        d,2025-01-01,D,grid,contracted,5,Letter of intent
        e,2025-01-01,E,grid,announced,5,Letter of intent
        """,
        .relations: """
        from,to,kind,date,status,note
        tenant,grid,customer-of,2025-01-01,active,A memorandum of understanding
        maker,grid,supplies,2025-01-01,active,Up to 500
        """,
      ])
    #expect(
      Set(found.compactMap { $0.split(separator: ":").first.map(String.init) }) == [
        "a|2025-01-01", "c|2025-01-01", "d|2025-01-01", "tenant|grid|customer-of|2025-01-01",
      ])
  }
}
