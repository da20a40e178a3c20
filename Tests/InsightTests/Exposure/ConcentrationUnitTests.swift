import Dataset
import Insight
import Testing

/// The concentration of compute in the unit asked for, and of amounts known between two ends.
@Suite struct ConcentrationUnitTests {
  private func markets(_ unit: ComputeUnit) throws -> [String] {
    let ledger = try ExposureLedger(
      compute: """
        x,2025,a,c,DE,,100,nvidia,hopper,5,operational,
        y,2025,b,,NO,,100,nvidia,rubin,,building,2027
        z,2025,b,,NO,,200,amd,mi,10,contracted,
        t,2025,d,,NO,,50,google,tpu;mi,,contracted,
        """)
    return LayerConcentration.all(of: try ledger.snapshot(), ExposureOptions(unit: unit))
      .filter { $0.measure.word.hasSuffix("by-vendor") }
      .map { market in
        let parts = market.parts.map { part in
          let most = part.mostAmount == part.amount ? "" : "-\(ledger.digits(part.mostAmount))"
          return "\(ledger.dataset.slug(part.id)) \(ledger.digits(part.amount))\(most)"
        }
        return "\(market.measure.word) \(parts.joined(separator: ", ")) +\(market.uncounted)"
      }
  }

  @Test func theUnitWeighs() throws {
    #expect(
      try markets(.accelerators) == ["accelerators-by-vendor amd 200, nvidia 200, google 50 +0"])
    let equivalents = try markets(.h100e)
    #expect(equivalents.count == 1)
    // 100 of an H100's speed and 100 of four times that; 200 of half; 50 between 450/989.4 and half.
    #expect(
      equivalents.first?.hasPrefix("h100e-by-vendor nvidia 500, amd 100, google 22.7") == true)
    #expect(equivalents.first?.hasSuffix("-25 +0") == true, "\(equivalents)")
    #expect(
      try markets(.mw) == ["mw-by-vendor amd 10, nvidia 5 +2"], "what has no power is left out")
  }

  @Test func exactAmountsAreAsTheyWere() throws {
    let exact = try #require(Concentration(amounts: [60, 40], open: 100))
    let ranges = try #require(Concentration(ranges: [60...60, 40...40], open: 100...100))
    #expect(exact == ranges)
    #expect(abs(exact.index.least - 1300) < 1e-6 && abs(exact.index.most - 6800) < 1e-6)
    #expect(exact.mostTotal == exact.total)
  }

  @Test func anOpenAmountLevelsAtBestAndTowersAtWorst() throws {
    let found = try #require(Concentration(ranges: [10...90, 50...50], open: 0...0))
    #expect(abs(found.index.least - 5000) < 1e-6, "both 50")
    // 10 and 50: (1/6)² + (5/6)²; 90 and 50 is more level.
    #expect(abs(found.index.most - 7222.2222) < 1e-3)
    #expect(found.total == 60 && found.mostTotal == 140)
    #expect(found.suppliersToHalf.least == 1 && found.suppliersToHalf.most == 2)
  }

  /// The wider range at its least end and the narrower at its greatest: nothing larger high, nothing smaller low.
  @Test func theGreatestMayHoldTheLargerLow() throws {
    let found = try #require(Concentration(ranges: [2...22, 7...12], open: 0...0))
    // 2 and 12: (1/7)² + (6/7)² = 37/49.
    #expect(abs(found.index.most - 370_000 / 49) < 1e-6)
  }

  @Test func withoutAnAmountThatIsSureNothingIsConcentrated() throws {
    let found = try #require(Concentration(ranges: [], open: 0...100))
    #expect(found.index.least == 0 && found.index.most == 10_000)
    #expect(found.suppliersToHalf.least == 1, "a single one may have it all")
    #expect(found.suppliersToHalf.most == nil && found.suppliers == 0)
    #expect(found.total == 0 && found.mostTotal == 100)
  }

  /// A share is least where the part is small and all else great, and open amounts are all else.
  @Test func ofLikePartsTheGreaterEndThenTheIdDecides() throws {
    let ledger = try ExposureLedger(
      compute: """
        z,2025,d,,DE,,50,nvidia,hopper,,operational,
        y,2025,c,,DE,,200,amd,mi,,operational,
        x,2025,a,,DE,,100,nvidia,hopper,,operational,
        w,2025,b,,DE,,100,nvidia,hopper;rubin,,operational,
        v,2025,,,DE,,100,nvidia,hopper;rubin,,operational,
        """)
    let markets = LayerConcentration.all(
      of: try ledger.snapshot(), ExposureOptions(unit: .h100e))
    let market = try #require(markets.first { $0.measure.word == "h100e-by-operator" })
    let parts = market.parts.map { part in
      let share = market.share(of: part)
      return "\(ledger.dataset.slug(part.id)) \(ledger.digits(part.mostAmount)): "
        + "\(ledger.digits(share.lowerBound)) to \(ledger.digits(share.upperBound))"
    }
    // B: 100 of 100 + 650 to 400 of 400 + 350; A and C: 100 of 100 + 950 to 100 of 100 + 350.
    #expect(
      parts == [
        "b 400: 0.1333 to 0.5333", "a 100: 0.0952 to 0.2222", "c 100: 0.0952 to 0.2222",
        "d 50: 0.0476 to 0.1111",
      ])
  }

  /// No amounts between the ends lie outside the bounds, and the ends are reached.
  @Test(arguments: 0..<60) func boundsHoldWhateverTheAmounts(seed: Int) throws {
    var random = GraphRandom(seed: seed + 900)
    let ranges = (0..<(1 + random.below(5))).map { _ -> ClosedRange<Double> in
      let least = Double(random.below(50))
      return least...(least + (random.chance(0.5) ? 0 : Double(random.below(60))))
    }
    let open = random.chance(0.5) ? 0 : Double(random.below(40))
    let mostOpen = random.chance(0.5) ? open : open + Double(random.below(9))
    guard let found = Concentration(ranges: ranges, open: open...mostOpen) else { return }
    var (least, most) = (10_001.0, -1.0)
    // A grid over every amount, and the open part with the largest or with many.
    let steps = 6
    var places = Array(repeating: 0, count: ranges.count)
    while true {
      let amounts = zip(ranges, places).map { range, place in
        range.lowerBound + (range.upperBound - range.lowerBound) * Double(place) / Double(steps)
      }
      if let exact = Concentration(amounts: amounts, open: open) {
        least = min(least, exact.index.least)
        most = max(most, exact.index.most)
        #expect(exact.index.least >= found.index.least - 1e-6, "seed \(seed)")
        #expect(exact.index.most <= found.index.most + 1e-6, "seed \(seed)")
        if let own = exact.suppliersToHalf.least, let bound = found.suppliersToHalf.least {
          #expect(own >= bound, "seed \(seed)")
        }
        if let bound = found.suppliersToHalf.most {
          #expect(exact.suppliersToHalf.most.map { $0 <= bound } ?? false, "seed \(seed)")
        }
      }
      guard let next = places.firstIndex(where: { $0 < steps }) else { break }
      for place in 0..<next { places[place] = 0 }
      places[next] += 1
    }
    if open == mostOpen {
      #expect(abs(most - found.index.most) < 1e-6, "the greatest stands at ends: seed \(seed)")
      #expect(least <= found.index.least * 1.05, "the least is near: seed \(seed)")
    }
  }
}
