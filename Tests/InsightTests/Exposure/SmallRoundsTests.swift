import Dataset
import Insight
import Testing

/// Rounds of less than a million dollars weigh by their size as large ones do.
@Suite struct SmallRoundsTests {
  private func share(_ rounds: String, _ investments: String) throws -> [String] {
    let world = try ExposureWorld(rounds: rounds, investments: investments)
    let found = try Exposure(
      of: world.snapshot(), to: world.target("fund"), in: .capital, ExposureOptions())
    return found.organisations.map {
      "\(world.dataset.slug($0.id)) \($0.share.documented) to \($0.share.possible)"
    }
  }

  @Test func halfAMillionIsMoney() throws {
    #expect(
      try share("r,mistral,closed,0.5", "r,fund,0.5") == ["mistral 1.0 to 1.0"])
    #expect(
      try share("r,mistral,closed,0.5", "r,fund,0.25\nr,other,0.25") == ["mistral 0.5 to 0.5"])
  }

  /// A thousandth is money of somebody, less is the rounding of figures.
  @Test func aRestOfAThousandthIsOpen() throws {
    #expect(try share("r,mistral,closed,1000", "r,fund,999") == ["mistral 0.999 to 1.0"])
    #expect(try share("r,mistral,closed,1000", "r,fund,999.5") == ["mistral 1.0 to 1.0"])
  }

  /// A rest of exactly a million is money of somebody.
  @Test func aRestOfAMillionIsOpen() throws {
    #expect(try share("r,mistral,closed,4", "r,fund,3") == ["mistral 0.75 to 1.0"])
    #expect(try share("r,mistral,closed,4", "r,fund,4") == ["mistral 1.0 to 1.0"])
  }
}
