import Canvas
import Dataset
import Testing

@testable import Dashboard

/// Every list of Exposure keeps its figure in the narrowest usual window.
@Suite struct NarrowExposureTests {
  @Test(arguments: [
    (ExposureView.law, "82,000"), (.list, "100 %"), (.without, "11,912"), (.chokepoints, "127,000"),
    (.capacity, "110,000"),
  ])
  func aFigureStandsInFortyColumns(view: ExposureView, figure: String) throws {
    let picture = try openedExposure(view, Size(width: 40, height: 24)).picture()
    #expect(picture.contains(figure), "\(picture)")
  }
}
