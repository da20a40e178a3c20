import Dataset
import Testing

@testable import Insight

/// The rows of every kind that pass each sort of term.
///
/// A line is a term and the places of the rows that pass, in the order of their tables. Before them is a
/// letter for the kind: `o` organisations, `r` rounds, `p` parts taken in rounds, `s` sites, `l` relations,
/// `e` steps, `c` countries, `m` milestones, `b` claims, `u` sources, `x` models.
@Suite struct FilterKindsTests {
  @Test(arguments: Self.lines) func aTermLetsTheseRowsThrough(_ line: String) throws {
    let parts = line.split(separator: "|").map { $0.trimmed }
    let watching = Watching(
      organisations: ["nscale"], countries: ["DE"], rows: ["mistral-d", "annex-iii", "large"])
    let snapshot = try FilterData.snapshot()
    let filter = try Filter(parts[0]).compiled(for: snapshot, watching: watching)
    let inverse = try Filter("-" + parts[0]).compiled(for: snapshot, watching: watching)
    func passing<Row>(_ kind: String, _ rows: [Row], _ passes: (CompiledFilter, Row) -> Bool)
      -> String?
    {
      for row in rows { #expect(passes(filter, row) != passes(inverse, row)) }
      let places = rows.indices.filter { passes(filter, rows[$0]) }
      return places.isEmpty ? nil : kind + places.map(String.init).joined()
    }
    let data = snapshot.dataset
    let found = [
      passing("o", data.organisations) { $0.matches($1) },
      passing("r", data.rounds) { $0.matches($1) },
      passing("p", data.investments) { $0.matches($1) },
      passing("s", data.compute) { $0.matches($1) },
      passing("l", data.relations) { $0.matches($1) },
      passing("e", data.enforcement) { $0.matches($1) },
      passing("c", data.countries) { $0.matches($1) },
      passing("m", data.milestones) { $0.matches($1) },
      passing("b", data.claims) { $0.matches($1) },
      passing("u", data.sources) { $0.matches($1) },
      passing("x", data.models) { $0.matches($1) },
    ].compactMap(\.self).joined(separator: " ")
    #expect((found.isEmpty ? "nothing" : found) == parts[1])
  }

  private static let lines = """
    company:nscale | o0 r012 p012 s03 l01
    company=nscale | o0 r012 p012 s03 l01
    company:n | o013458 r012 p012 s013 l01
    group:nscale | o01 r012 p012 s03 l01
    group:nvidia | o45 l0
    layer:models | o28 r34 p3 s02 l1 x01
    layer:infrastructure,chips | o0146 r0125 p012 s03 l01
    country:FR | o2 r34 p3 s2 e2 c3 x01
    country:GB,DE | o0367 r01256 p012 s1 l01 e01 c14
    country:uk | o06 r0125 p012 l01 c4
    bloc:EU-27 | o237 r346 p3 s12 e012 c13 x01
    bloc:Europe | o012367 r0123456 p0123 s0123 l01 e012 c012346 x01
    bloc:other | c5
    kind:company | o01278 r012346 p0123 s023 l01 x01
    kind:fund,news | o5 u0
    kind:invests-in | l0
    kind:hosts | l1
    kind:aggregator | u1
    investor:nvidia | o02 r023 p0123 s023 l0 x01
    investor=nvidia | o0 r02 p01 s03 l0
    investor:nventures | o02 r23 p23 s023 x01
    lead:nventures | o0 r2 p2 s03
    lead:nvidia | o0 r2 p2 s03
    lead=nvidia | nothing
    role:lead | r2 p2
    role:participant | r23 p13
    role:market-surveillance | nothing
    operator:nscale | s03
    customer:openai | s0
    vendor:nvidia | s01 x0
    chip:GB300 | s02
    chip=GB300 | s0
    chip:blackwell | nothing
    city:narvik | o1 s0
    city=Narvik | o1 s0
    city:jülich | o3 s1
    city:julich | o3 s1
    scope:site | s012
    scope:programme | s3
    instrument:equity | r023 p0123
    instrument:debt,safe | r16
    instrument:AI | m0
    instrument=equity | r023 p0123
    series:seed | r36
    series=Seed | r3
    status:closed | r012356
    status:firm | s01
    status:op | s1
    status:in-force | e0
    status:active,announced | r4 s23 l01
    status:postponed | m0
    status:signed | nothing
    confidence:confirmed | r0125 s01 e01 m0
    confidence:reported,disputed | r346 s23 e2 x01
    step:penalties | e02
    step:notifying | e1
    missing:penalties | e2 c0234567
    missing=penalties | nothing
    missing=penalties,notifying | nothing
    missing:amount | r4 p013
    missing:valuation | r013456
    missing:investor | r1456
    missing:accelerators | s3 x1
    missing:mw | s03
    missing:chip | s3
    missing:vendor | s23 x1
    missing:customer | s123
    missing:operator | nothing
    missing:target | s1
    missing:country | nothing
    missing:city | o578 s3
    missing:url | r46 s23 u1 x1
    missing:amount,chip | r4 p013 s3
    missing:penalties,amount | r4 p013 e2 c0234567
    has:penalties | e01 c1
    has=penalties | e01 c1
    has:amount | r012356 p2
    has:valuation | r2
    has:investor | r023
    has:accelerators | s012 x0
    has:mw | s12
    has:chip | s012
    has:vendor | s01 x0
    has:customer | s0
    has:operator | s0123
    has:target | s023
    has:country | o012345678 r0123456
    has:city | o012346 s012
    has:url | o012345678 r01235 p0123 s01 l01 e012 m0 u0 x0
    has:url,chip | o012345678 r01235 p0123 s012 l01 e012 m0 u0 x0
    publisher:paper | o012345678 r01235 p0123 s01 l01 e012 m0 u0 x0
    publisher:blog | r246 s23 u1 x1
    weights:open | x1
    weights:closed | x0
    briefing:A | b0
    briefing=A | b0
    watched:yes | o037 r01246 p012 s013 l01 e01 c1 m0 x0
    watched:no | o124568 r35 p3 s2 e2 c0234567 b01 u01 x1
    watched:yes,no | o012345678 r0123456 p0123 s0123 l01 e012 c01234567 m0 b01 u01 x01
    since:2025-06 | r01246 p012 s0123 l01 e012 m0 u01
    since:2026 | r124 p12 e012 m0 u0
    until:2025 | r0356 p03 s0123 l01 u1 x01
    until:2025-06-30 | r356 p3 s123 x01
    year:2026 | r124 p12 e012 u0
    year>2024 | r01246 p012 s0123 l01 e012 m0 u01 x1
    year<=2023 | r35 p3
    quarter:2026-Q1 | r12 p12 e012 u0
    quarter:2025Q3,2026-Q1 | r012 p012 s0 l01 e012 u0
    target:2026 | s0
    target<2027 | s0
    target>=2027-01 | s23
    target>2027-06 | s3
    amount>100 | r01235 p2
    amount:1100 | r0
    amount<=105m | r6
    amount>1bn | r0125
    valuation>1bn | r2
    valuation<5000 | nothing
    accelerators>20000 | s01
    accelerators<10k | x0
    mw>20 | s2
    mw:18 | s1
    parameters>100 | x0
    parameters<=24 | x1
    nscale | o01 r012 p012 s03 l01 b0
    "series c" | r2
    norway | o1 r0 s0 c6
    zurich | r4
    fines | e0
    GB300 | s02
    a | o012345678 r0123456 p0123 s0123 l01 e012 c0123567 m0 b01 u01 x01
    text:norway | o1 r0 s0 c6
    text:zürich,fines | r4 e0
    europe | s3 c2
    AI | o28 r34 p3 s02 l1 m0 b0 u1 x01
    id:nscale | o0 r012 p012
    id=nscale-b | r0 p0
    source:paper | o012345678 r01235 p0123 s01 l01 e012 m0 u0 x0
    source:rumour | r246 s23 u1 x1
    source:big | o012345678 r01235 p0123 s01 l01 e012 m0 u0 x0
    """.split(separator: "\n").map(String.init)
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
