import Canvas
import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// The unit of compute on the pages that have it: title, table and data follow the key.
@Suite struct UnitPagesTests {
  private func world() throws -> World {
    let dataset = try LiveLedger.dataset()
    return World(dataset: dataset, today: dataset.updated)
  }

  private func text(_ page: Page, _ unit: ComputeUnit) throws -> String {
    var settings = Settings()
    settings[ComputeOptions.unit] = unit
    let sheet = Sheet(page: page, world: try world(), settings: settings)
    return PlainText.write(sheet.canvas(width: 160, height: nil))
  }

  @Test(arguments: [ComputeUnit.h100e, .mw])
  func everyPageNamesItsUnit(_ unit: ComputeUnit) throws {
    for page in [Page.map, .company("nscale"), .country("NO")] {
      let plain = try text(page, .accelerators)
      let other = try text(page, unit)
      #expect(plain != other)
      #expect(other.contains(unit.title), "\(page)")
    }
    #expect(try text(.company("nscale"), unit).contains("of its capacity"))
    #expect(try !text(.company("nscale"), .accelerators).contains("H100-equivalents"))
  }
}
