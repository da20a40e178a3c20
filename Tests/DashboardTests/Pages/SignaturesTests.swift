import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

/// Two codes of practice with different signatories are two answers.
@Suite struct SignaturesTests {
  private func world() throws -> World {
    let dataset = try FrozenPackage.dataset([
      .models: """
      id,name,developer,date,weights,modality,confidence,source
      small,Small 4,mistral-ai,2026-03-16,open,text,confirmed,s
      """,
      .signatories: """
      organisation,instrument,date,status,note,source
      mistral-ai,ai-act-governance,2025-08-01,refused,Called it overreach,s
      nscale,ai-act-governance,2025-08-01,signed,,s
      mistral-ai,ai-act-prohibitions,2026-07-31,signed,,s
      """,
    ])
    return World(
      dataset: dataset, today: try day("2026-11-21"), day: try day("2026-11-21"))
  }

  @Test func whoRefusedTheCodeHasNotSignedItByAnother() throws {
    let state = State.opened(
      .layer(.models), try world(), size: Size(width: 200, height: 60))
    let lines = state.screenPicture().split(separator: "\n")
    let model = try #require(lines.first { $0.contains("Small 4") })
    #expect(model.contains("refused") && !model.contains("signed"))
  }

  @Test func aCodeNamesWhoAnsweredIt() throws {
    let rows = FactDetails(of: .milestone("ai-act-governance"), in: try world()).rows
    let start = try #require(rows.firstIndex { $0.name == "signatures" })
    #expect(
      rows[start...].prefix(3).map { "\($0.name)|\($0.text)" } == [
        "signatures|1 signed in full, 1 refused: 2 below",
        "refused|Mistral AI, 2025-08-01 · Called it overreach", "signed|Nscale, 2025-08-01",
      ])
    #expect(rows[start + 1].fact == .signatory(0))
  }
}
