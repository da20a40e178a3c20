import Foundation
import Testing

/// `--table` on the command line.
@Suite struct TableOptionTests {
  @Test func itChoosesAListOfAView() throws {
    let rounds = try Program.moat("company", "nscale", "--table", "rounds")
    #expect(rounds.code == 0)
    #expect(rounds.output.hasPrefix("id,company,company_name,date,series,usd_m,usd_m_converted,"))
    let whole = try Program.moat("company", "nscale", "--format", "csv").output
    #expect(whole == rounds.output, "the rounds stand for the page")
    let sites = try Program.moat("compute", "--table", "sites").output
    #expect(sites.hasPrefix("id,name,scope,operator,operator_name,accelerators,"))
    #expect(sites.split(separator: "\n").count > 50)
  }

  @Test func jsonHasTheSameRowsUnderTheName() throws {
    let text = try Program.moat(
      "capital", "--table", "rounds", "--format", "json", "--where", "country:FR"
    ).output
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["meta", "rounds"])
    let rows = try #require(object["rounds"] as? [[String: Any]])
    let csv = try Program.moat("capital", "--table", "rounds", "--where", "country:FR").output
    let headers = csv.prefix { $0 != "\n" }.split(separator: ",").map(String.init)
    #expect(!rows.isEmpty)
    #expect(rows.allSatisfy { Set($0.keys) == Set(headers) })
    let meta = try #require(object["meta"] as? [String: Any])
    #expect(meta["view"] as? String == "capital")
    #expect(meta["filter"] as? String == "country:FR")
    #expect((meta["command"] as? String)?.hasPrefix("moat capital --table rounds") == true)
    #expect(meta["data"] as? String != nil)
  }

  @Test func anUnknownNameIsRefusedWithThoseThereAre() throws {
    let answer = try Program.moat("capital", "--table", "round")
    #expect(answer.code == 64)
    #expect(answer.errors.contains("groups, rounds"))
    #expect(try Program.moat("capital", "--table", "rounds", "--format", "svg").code == 64)
  }
}
