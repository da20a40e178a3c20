import Testing

@testable import Canvas

/// Letters on the bars of a picture, which tell its series apart where colours do not.
@Suite struct BarLetterTests {
  private func luminance(_ colour: RGB) -> Double {
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      return value <= 0.03928 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green)
      + 0.0722 * linear(colour.blue)
  }

  /// A value to the power of 2.4, by halving intervals of the fifth root of its twelfth power.
  private func power(_ value: Double) -> Double {
    let wanted = (0..<12).reduce(1.0) { product, _ in product * value }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let fifth = middle * middle * middle * middle * middle
      if fifth < wanted { low = middle } else { high = middle }
    }
    return low
  }

  /// The contrast of WCAG 2.1, 1.4.3, for text.
  @Test(arguments: Theme.all) func theyAreLegible(_ theme: Theme) {
    for palette in [theme.light, theme.dark] {
      for role in Role.allCases where role.className.hasPrefix("series") {
        let pair = [luminance(palette.ink(role)), luminance(palette.letters(on: role))].sorted()
        let ratio = (pair[1] + 0.05) / (pair[0] + 0.05)
        #expect(ratio >= 4.5, "\(theme.name) \(role): \(ratio)")
      }
    }
  }
}
