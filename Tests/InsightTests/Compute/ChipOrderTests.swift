import Dataset
import Insight
import Testing

/// The order of the sites of a chip.
@Suite struct ChipOrderTests {
  @Test func firmSitesBySizeThenTheOthers() throws {
    let snapshot = try SyntheticPackage.dataset([
      .organisations: "id,name\nmaker,Maker",
      .chips: "id,name,vendor\nfast,Fast,maker\nslow,Slow,maker\nidle,Idle,maker",
      .compute: """
      id,date,scope,accelerators,status,chips
      z-none,2026-01-01,site,,building,fast
      y-none,2026-01-01,site,,building,fast
      a-none,2026-01-01,site,,building,fast
      k-zero,2026-01-01,site,0,building,fast
      m-none,2026-01-01,site,,building,fast
      b-small,2026-01-01,site,5,operational,fast
      c-large,2026-01-01,site,50,contracted,fast
      d-large,2026-01-01,site,50,contracted,fast
      e-plan,2026-01-01,site,900,announced,fast
      f-whole,2026-01-01,programme,9000,building,fast
      g-gone,2026-01-01,site,7,cancelled,fast
      h-both,2026-01-01,site,8,building,fast;slow
      i-both,2026-01-01,site,9,announced,slow;fast
      j-both,2026-01-01,site,10,building,fast;slow
      """,
    ]).asOf(try day("2026-06-01"))
    func slugs(_ rows: [Commitment]) -> String {
      rows.map { snapshot.dataset.slug($0.id) }.joined(separator: " ")
    }
    let uses = ChipUse.all(in: snapshot)
    #expect(
      slugs(uses[0].sole)
        == "c-large d-large b-small k-zero a-none m-none y-none z-none e-plan f-whole")
    #expect(slugs(uses[0].shared) == "j-both h-both i-both")
    #expect((uses[0].accelerators, uses[0].possible) == (105, 18))
    #expect(slugs(uses[1].sole).isEmpty && slugs(uses[1].shared) == "j-both h-both i-both")
    #expect(uses[2].sole.isEmpty && uses[2].shared.isEmpty && uses[2].possible == 0)
    let one = ChipUse(of: snapshot.dataset.chips[0], in: snapshot)
    #expect(slugs(one.sole) == slugs(uses[0].sole))
  }
}
