import Dataset
import Insight
import TestSupport
import Testing

/// The words that the column of the status prints for what is no site.
@Suite struct FilterScopeTests {
  private static func found(_ filter: String) throws -> [String] {
    let dataset = try SyntheticPackage.dataset([
      .organisations: "id,name,layer,country\na,A,infrastructure,FR",
      .compute: """
      id,date,name,scope,operator,country,status
      site,2025-01-01,X,site,a,FR,operational
      programme,2025-01-01,Y,programme,a,FR,announced
      bid,2025-01-01,Z,bid,a,FR,announced
      option,2025-01-01,O,option,a,FR,announced
      """,
    ])
    let snapshot = dataset.asOf(try day("2026-11-01"))
    let passes = try Filter(filter).compiled(for: snapshot)
    return snapshot.compute.filter { passes.matches($0) }.map { dataset.slug($0.id) }
  }

  @Test(arguments: ["programme", "bid", "option"]) func aWordOfTheColumnIsAValue(_ word: String)
    throws
  {
    #expect(try Self.found("status:\(word)") == [word])
    #expect(try Self.found("status=\(word)") == [word])
  }

  @Test func aBeginningMeansAStatusFirst() throws {
    #expect(try Self.found("status:op") == ["site"])
    #expect(try Self.found("status:prog") == ["programme"])
  }

  @Test func whoAsksForAProgrammeIsShownIt() throws {
    #expect(try Filter("scope:programme").asksBeyondSites)
    #expect(try Filter("status:bid").asksBeyondSites)
    #expect(try !Filter("status:op").asksBeyondSites)
    #expect(try !Filter("scope:site").asksBeyondSites)
    #expect(try !Filter("-scope:bid").asksBeyondSites)
    #expect(try Filter("scope:PROG").asksBeyondSites, "a beginning of a scope")
    #expect(try !Filter("status:prog").asksBeyondSites, "a status is meant whole")
    #expect(try !Filter("company:programme series:bid option").asksBeyondSites)
    #expect(try Filter("scope:site,option").asksBeyondSites)
  }
}
