import Dataset
import Testing

@testable import Insight

/// Several values of a field, and rows of the rarer tables.
@Suite struct FilterListTests {
  @Test func boundsTakeTheirOwnDay() throws {
    let snapshot = try FilterData.snapshot()
    #expect(try FilterData.rounds("until:2023-06-13", snapshot) == "mistral-seed")
    #expect(try FilterData.rounds("until:2023-06-12", snapshot) == "")
    #expect(try FilterData.rounds("since:2026-03-09", snapshot) == "nscale-c mistral-d")
    #expect(try FilterData.rounds("since:2026-03-10", snapshot) == "mistral-d")
  }

  @Test func quartersAreThoseOfTheCalendar() throws {
    let snapshot = try FilterData.snapshot()
    #expect(try FilterData.rounds("quarter:2025-Q2", snapshot) == "charm-seed")
    #expect(try FilterData.rounds("quarter:2025-Q3", snapshot) == "nscale-b")
    #expect(try FilterData.rounds("quarter:2025-Q2,2025-Q3", snapshot) == "nscale-b charm-seed")
    #expect(try FilterData.rounds("quarter:2026-Q1", snapshot) == "nscale-loan nscale-c")
  }

  @Test func anAuthorityHasARole() throws {
    let snapshot = try Synthetic.snapshot([
      .authorities: """
      country,authority,role,date,source
      DE,Netz,market-surveillance,2026-01-01,s
      DE,Akkred,notifying,2026-01-01,s
      """
    ])
    func found(_ text: String) throws -> [String] {
      let filter = try CompiledFilter(text, for: snapshot)
      return snapshot.authorities.filter { filter.matches($0) }
        .map { snapshot.dataset.string($0.name) }
    }
    #expect(try found("role:notifying") == ["Akkred"])
    #expect(try found("role:market-surveillance") == ["Netz"])
    #expect(try found("role:market-surveillance,notifying") == ["Netz", "Akkred"])
    #expect(try found("role:lead") == [])
  }
}
