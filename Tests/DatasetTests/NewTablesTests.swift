import Testing

@testable import Dataset

/// Columns and tables that a package may lack.
@Suite struct NewTablesTests {
  @Test func chipsAreReadWithWhatRefersToThem() throws {
    let dataset = try TemporaryPackage.read([
      .chips: "id,name,vendor,family,year,power_w,memory_gb,bf16_tflops,fp8_tflops,note,source\n"
        + "h100,H100,chipper,Hopper,2022,700,80,989.4,1978.9,,s\nold,Old,chipper,,,,,,,,s\n",
      .compute: "id,date,name,scope,country,chips,status,confidence,source\n"
        + "a,2026-01-01,A,site,DE,h100;old,building,reported,s\n"
        + "b,2026-01-01,B,site,DE,,building,reported,s\n"
        + "c,2026-01-01,C,site,DE,h200,building,reported,s\n",
      .relations: "from,to,kind,date,status,part,source\n"
        + "chipper,acme,supplies,2026-01-01,active,memory,s\n"
        + "acme,chipper,builds-on,2026-01-01,active,,s\n"
        + "bank,chipper,supplies,2026-01-01,active,glue,s\n",
      .models: "id,name,developer,base_developer,date,weights,licence,modality,confidence,source\n"
        + "m,M,acme,chipper,2026-01-01,open,MIT,text,reported,s\n",
    ])
    #expect(
      dataset.shownProblems == [
        "compute.csv:4:24: error: chips: found \"h200\", expected an id of chips; "
          + "did you mean \"h100\"?",
        "relations.csv:4:41: error: part: found \"glue\", expected one of: "
          + SuppliedPart.words.joined(separator: ", "),
      ])
    #expect(dataset.ids(dataset.compute[0].chips).map { dataset.slug($0) } == ["h100", "old"])
    #expect(dataset.ids(dataset.compute[1].chips).isEmpty)
    let (h100, old) = (dataset.chips[0], dataset.chips[1])
    #expect(h100.watts == 700 && h100.memoryGigabytes == 80 && h100.year == 2022)
    #expect(h100.bf16Teraflops == 989.4 && h100.fp8Teraflops == 1978.9)
    #expect(old.watts == nil && old.bf16Teraflops == nil && old.year == nil)
    #expect(dataset.relations.map(\.part) == [.memory, nil])
    #expect(dataset.relations.map(\.kind) == [.supplies, .buildsOn])
    #expect(dataset.models[0].baseDeveloper == dataset.organisation("chipper"))
  }

  @Test func figuresOfOthersAreRead() throws {
    let dataset = try TemporaryPackage.read([
      .statistics: "country,year,population,gdp_eur_m,source\nDE,2024,83000000,4300000,s\n"
        + "FR,2024,,,s\n",
      .annexes: "kind,article,title,what,by,source\nprohibited,5(1)(a),Manipulation,No,,s\n",
      .benchmarks: "measure,scope,period,value,unit,basis,source\n"
        + "ai-funding,Europe,2026-H1,23000,USD m,,s\n",
    ])
    #expect(dataset.shownProblems == [])
    #expect(dataset.statistics.map(\.population) == [83_000_000, nil])
    #expect(dataset.statistics.map(\.gdpMillions) == [4_300_000, nil])
    #expect(dataset.string(dataset.annexes[0].rule) == "No")
    #expect(dataset.benchmarks[0].value == 23_000)
  }

  @Test func authoritiesHaveTheirNamesInEnglish() throws {
    let header = "country,authority,role,date,legal_basis,confidence,source,english,acronym,website"
    let dataset = try TemporaryPackage.read([
      .authorities: header
        + "\nDE,Bundesnetzagentur,notifying,2026-01-01,Law,reported,s,Network Agency,BNetzA,"
        + "https://www.bundesnetzagentur.de/\n"
        + "FR,Arcom,notifying,2026-01-01,Law,reported,s,,,arcom.fr\n"
    ])
    #expect(dataset.shownProblems == [])
    #expect(dataset.authorities.map { dataset.string($0.english) } == ["Network Agency", ""])
    #expect(dataset.authorities.map { dataset.string($0.acronym) } == ["BNetzA", ""])
    #expect(dataset.authorities.map { dataset.string($0.website) }.last == "arcom.fr")
  }

  /// With the column the word decides; without it the address.
  @Test func howASourceWasReadIsToldByItsColumn() throws {
    let told = try TemporaryPackage.read([
      .sources: "id,title,publisher,url,kind,retrieved\ns,T,P,https://a.eu,news,page\n"
        + "d,T,P,https://b.eu,news,digest\nn,T,P,https://c.eu,news,\n"
    ])
    #expect(told.sources.map(\.retrieved) == [.page, .digest, nil])
    #expect(told.sources.map(\.isRetrieved) == [true, true, false])
    let untold = try TemporaryPackage.read([
      .sources: "id,title,publisher,url,kind\ns,T,P,https://a.eu,news\nn,T,P,,news\n"
    ])
    #expect(untold.sources.map(\.retrieved) == [.page, nil])
  }

  /// The frozen ledger was written before these columns and comes out without them.
  @Test func aColumnThatNoFileHasIsNotWritten() throws {
    let dataset = try FrozenLedger.dataset()
    #expect(dataset.csv(.sources).hasPrefix("id,title,publisher,url,published,kind\n"))
    #expect(dataset.chips.isEmpty && dataset.benchmarks.isEmpty)
    #expect(dataset.exported().allSatisfy { $0.path != "chips.csv" })
  }
}
