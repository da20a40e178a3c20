import Dataset
import Testing

@Suite struct FrozenLedgerTests {
  @Test func everyRowIsRead() throws {
    #expect(try FrozenLedger.dataset().problems.map(\.description) == [])
  }

  @Test func aDayIsOneQuestion() throws {
    let march = try FrozenLedger.snapshot(asOf: "2026-03-21")
    let today = try FrozenLedger.snapshot(asOf: "2026-11-22")
    #expect(march.rounds.count < today.rounds.count)
    #expect(march.compute.count < today.compute.count)
  }
}
