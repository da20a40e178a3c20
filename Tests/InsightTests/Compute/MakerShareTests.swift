import Dataset
import Testing

@testable import Insight

/// The share of compute made by a maker, or by whoever is at home in a place.
@Suite struct MakerShareTests {
  private func snapshot() throws -> Snapshot {
    try Synthetic.snapshot([
      .organisations: """
      id,name,country,parent
      giant,Giant,US,
      daughter,Daughter,GB,giant
      local,Local,FR,
      hidden,Hidden,,
      union,Union,EU,
      """,
      .compute: """
      id,date,scope,country,accelerators,chip_vendor,status
      a,2026-01-01,site,DE,100,giant,operational
      b,2026-01-01,site,DE,10,daughter,building
      c,2026-01-01,site,DE,1000,local,contracted
      d,2026-01-01,site,DE,7,hidden,building
      e,2026-01-01,site,DE,30,union,building
      f,2026-01-01,site,DE,500,,building
      g,2026-01-01,site,DE,,giant,building
      h,2026-01-01,site,DE,4000,giant,announced
      """,
    ])
  }

  private func target(_ word: String, in snapshot: Snapshot) throws -> ExposureTarget {
    let dataset = snapshot.dataset
    if let id = dataset.organisation(word) { return .organisation(id) }
    if let id = dataset.commitment(word) { return .commitment(id) }
    if let id = dataset.country(word) { return .country(id) }
    return .jurisdiction(try #require(Jurisdiction(word)))
  }

  /// The part, what may be part, and the whole: of 537 the maker or its home is not known.
  @Test(arguments: [
    ("giant", Folding.none, "100 + 500 of 1647, 1 uncounted" as String?),
    ("giant", .groups, "110 + 500 of 1647, 1 uncounted"),
    ("US", .none, "100 + 537 of 1647, 1 uncounted"),
    ("US", .groups, "110 + 537 of 1647, 1 uncounted"),
    ("GB", .none, "10 + 537 of 1647, 1 uncounted"), ("GB", .groups, "0 + 537 of 1647, 1 uncounted"),
    ("FR", .none, "1000 + 537 of 1647, 1 uncounted"),
    ("EU-27", .none, "1000 + 537 of 1647, 1 uncounted"),
    ("DE", .none, "0 + 537 of 1647, 1 uncounted"), ("a", .none, nil),
  ])
  func aPlaceHasWhatItsMakersMade(_ word: String, _ folding: Folding, _ share: String?) throws {
    let snapshot = try snapshot()
    let found = Compute.share(
      madeBy: try target(word, in: snapshot), in: snapshot, folding: folding)
    #expect(
      found.map { "\($0.part) + \($0.open) of \($0.whole), \($0.uncounted) uncounted" } == share)
  }

  @Test func whatIsAnnouncedCountsWhereItIsAskedFor() throws {
    let snapshot = try snapshot()
    let states = try target("US", in: snapshot)
    let share = Compute.share(madeBy: states, in: snapshot, announced: .counted)
    #expect(share == AcceleratorShare(part: 4100, open: 537, whole: 5647, uncounted: 1))
    let filter = try CompiledFilter("status:building", for: snapshot)
    let building = Compute.share(madeBy: states, in: snapshot, where: filter)
    #expect(building == AcceleratorShare(part: 0, open: 537, whole: 547, uncounted: 1))
  }

  /// In a unit the same; nothing where nothing is surely of the target.
  @Test(arguments: [
    ("giant", Folding.none, 100 as Int?, 600), ("giant", .groups, 110, 610),
    ("US", .none, 100, 637),
    ("GB", .none, 10, 547), ("EU-27", .none, 1000, 1537), ("DE", .none, nil, 537),
    ("a", .none, nil, 500), ("DE", .groups, nil, 537),
  ])
  func theShareOfAUnitIsTheSame(_ word: String, _ folding: Folding, _ least: Int?, _ most: Int)
    throws
  {
    let snapshot = try snapshot()
    let share = UnitShare(
      madeBy: try target(word, in: snapshot), in: snapshot, ExposureOptions(folding: folding))
    #expect((share?.whole) == least.map { _ in 1647...1647 })
    #expect(share.map { Int(($0.share.documented * 1647).rounded()) } == least)
    #expect(share.map { Int(($0.share.possible * 1647).rounded()) } == least.map { _ in most })
  }
}
