import Foundation
import TestSupport
import Testing

/// `moat facts` tells what an update changed; a row that takes the place of a held row is refused first.
@Suite struct OwnChangeTests {
  private let home: ScriptedHome

  init() throws { home = try ScriptedHome() }

  @Test func anUpdateIsListedWithWhatItChangedAndItsDayIsTaken() throws {
    let update = "update site stargate-norway status=operational date=2026-11-20 target=2029-01"
    let answer = try home.shell(
      """
      $M \(update) source=https://a.example/n title=N > /dev/null; $M facts
      $M \(update) source=https://a.example/n title=N; echo $?
      """)
    let line = answer.output.split(separator: "\n").first { $0.contains("stargate-norway") } ?? ""
    #expect(line.contains("; "), "\(answer.output) \(answer.errors)")
    #expect(line.contains("→ operational"))
    #expect(line.contains("→ 2029-01"))
    #expect(answer.output.hasSuffix("65\n"))
    #expect(answer.errors.contains("a row of 2026-11-20 is held already for stargate-norway"))
  }

  @Test func aCodeOfTheUnionIsTakenOnTheCommandLine() throws {
    let answer = try home.shell(
      """
      $M add organisation name='Fjord Partners' kind=fund layer=capital country=UK \
        source=https://a.example/f title=F --dry-run | grep country
      $M country UK | head -1
      """)
    #expect(answer.output.contains("GB"), "\(answer.output) \(answer.errors)")
    #expect(answer.output.contains("United Kingdom"))
  }
}
