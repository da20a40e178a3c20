import Testing

@testable import Dataset

/// Figures and cells as they leave the program.
@Suite struct PrecisionTests {
  @Test(arguments: [
    (51072.61778000001, "51072.6178"), (0.1 + 0.2, "0.3"), (98.82900000000001, "98.829"),
    (-3.89999999999, "-3.9"), (5, "5"), (0.00004, "0"), (-0.00004, "0"), (-0.0, "0"),
    (0.00005, "0.0001"), (1e15, "1000000000000000"), (1e300, "1e+300"), (-0.5, "-0.5"),
    (326.15999999999997, "326.16"),
  ])
  func moneyHasATenthOfAThousand(_ value: Double, _ text: String) {
    #expect(Precision.millions.text(value) == text)
  }

  @Test func aShareHasSixPlaces() {
    #expect(Precision.share.text(0.26845637583892618) == "0.268456")
    #expect(Precision.share.text(1.0 / 3) == "0.333333")
    #expect(Precision.share.rounded(2.0 / 3) == 0.666667)
    #expect(Precision.share.text(.nan) == "nan")
    #expect(Precision.share.rounded(.infinity) == .infinity)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+49 30 1234", "'+49 30 1234"),
    ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"), ("\tx", "'\tx"), ("\r=x", "'\r=x"),
    ("-5", "-5"), ("-3.25", "-3.25"), ("+7", "+7"), ("-", "'-"), ("-1-2", "'-1-2"),
    ("\u{FF1D}1", "'\u{FF1D}1"), ("1=1", "1=1"), ("", ""), ("-0x1A", "'-0x1A"), ("-inf", "'-inf"),
  ])
  func aSpreadsheetRunsNothing(_ text: String, _ cell: String) {
    #expect(spreadsheetCell(text) == cell)
  }
}
