import Testing

@testable import Charts

@Suite struct PercentRangeTests {
  /// Next to another figure a share of not quite nothing or not quite all is a figure itself.
  @Test(
    arguments: [
      (0.99, 0.998, "99–99.8 %"), (0.5, 0.9999, "50–99.9 %"), (0.004, 0.5, "0.4–50 %"),
      (0.0001, 0.5, "0.1–50 %"), (0.992, 1, "99.2–100 %"), (0, 0.005, "0–0.5 %"),
      (0.9896, 0.9904, "99 %"), (0.0096, 0.5, "1–50 %"),
      // Where both read the same, the sign says enough.
      (0.992, 0.998, ">99 %"), (0.001, 0.005, "<1 %"),
      (0.84, 0.97, "84–97 %"), (0.84, 0.844, "84 %"), (1, 1, "100 %"), (0, 0, "0 %"),
    ] as [(Double, Double, String)])
  func aRangeHasNoSignInIt(_ low: Double, _ high: Double, _ words: String) {
    #expect(NumberFormat.percent(low...high) == words)
  }
}
