import Dataset
import Testing

@testable import Dashboard

@Suite struct FactDetailsTests {
  /// The lines of a fact as a reader sees them.
  private static func text(of fact: Fact) throws -> String {
    FactDetails(of: fact, in: try FrozenPackage.world()).rows.map { "\($0.name)|\($0.text)" }
      .joined(separator: "\n")
  }

  @Test func aRoundNamesItsCompanyAndSaysItsMoneyTwice() throws {
    let text = try Self.text(of: .round("mistral-c"))
    #expect(text.contains("company|Mistral AI\n"))
    #expect(text.contains("amount|1,700 m EUR · 2,000 m USD by the source\n"))
    // 11,700 at the 1.10 of 2 January 2024, the nearest rate before 9 September 2025.
    #expect(
      text.contains(
        "valued after it|11,700 m EUR · about 12,870 m USD at the reference rate of 2024-01-02\n"))
    #expect(!text.contains("currency"), "a currency is said with its amount")
  }

  @Test func aRowSaysWhereItStands() throws {
    #expect(try Self.text(of: .round("nscale-b")).contains("row|rounds.csv:4 · nscale-b"))
  }

  @Test func theHistorySaysWhatEachEarlierRowSaidOtherwise() throws {
    let text = try Self.text(of: .commitment("narvik"))
    #expect(text.contains("accelerators|30,000\n"))
    #expect(text.contains("history|2 rows of the ledger, the latest above"))
    #expect(
      text.contains(
        "2025-07-31|before 2026-04-10: accelerators 100,000, status announced, target 2026-12-31"))
  }

  @Test func namesLeadToWhatTheyName() throws {
    let rows = FactDetails(of: .commitment("loughton"), in: try FrozenPackage.world()).rows
    #expect(rows.first { $0.name == "operator" }?.fact == .organisation("nscale"))
    #expect(rows.first { $0.name == "customer" }?.fact == .organisation("microsoft"))
    #expect(rows.first { $0.name == "country" }?.fact == .country("GB"))
  }

  /// Every line of a fact's page can be asked for its sources.
  @Test func everyLineOfThePageIsSomeFact() throws {
    let world = try FrozenPackage.world()
    let screen = FactScreen(
      page: .fact(.round("nscale-c")), world: world, settings: Settings())
    let pane = try #require(screen.panes.first)
    #expect(pane.fact(0) == .organisation("nscale"))
    #expect(pane.fact(1) == .round("nscale-c"))
  }
}
