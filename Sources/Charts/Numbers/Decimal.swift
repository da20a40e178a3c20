/// A number as its decimal digits, for rounding the way a reader would.
///
/// Swift's `description` of a `Double` is the shortest decimal that reads back as the same number
/// (SwiftDtoa; the idea is Steele and White, "How to Print Floating-Point Numbers Accurately",
/// PLDI 1990). Rounding those digits gives what a person gets on paper: 2.675 to two places is 2.68,
/// where multiplying by 100 and rounding gives 2.67.
struct Decimal: Equatable {
  var isNegative: Bool
  /// The digits, most significant first, without leading zeros; empty for zero.
  var digits: [UInt8]
  /// The number of digits before the decimal point; may be negative or beyond the digits.
  var exponent: Int

  /// Nil for a number that is not finite.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    isNegative = value < 0
    digits = []
    var point: Int?
    var power = 0
    var powerSign = 1
    var inPower = false
    for byte in value.magnitude.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"): inPower = true
      case UInt8(ascii: "-"): powerSign = -1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte - UInt8(ascii: "0")
        if inPower {
          power = power * 10 + Int(digit)
        } else {
          digits.append(digit)
        }
      default: break
      }
    }
    exponent = (point ?? digits.count) + powerSign * power
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent = digits.isEmpty ? 0 : exponent - zeros
    dropTrailingZeros()
  }

  /// Rounded half away from zero to `count` digits that matter (at least one).
  func rounded(significant count: Int) -> Decimal {
    keeping(max(1, count))
  }

  /// Rounded half away from zero to `places` digits after the point.
  func rounded(places: Int) -> Decimal {
    keeping(exponent + places)
  }

  /// The number with its thousands separated. `places` pads or leaves the digits after the point:
  /// nil writes those that are there and no more. The sign is the real minus, U+2212.
  func text(places: Int? = nil) -> String {
    var whole = ""
    let wholeCount = max(exponent, 0)
    for index in 0..<wholeCount {
      let left = wholeCount - index
      if index > 0, left % 3 == 0 { whole += "," }
      whole += String(index < digits.count ? digits[index] : 0)
    }
    if whole.isEmpty { whole = "0" }
    let fractionCount = places ?? max(0, digits.count - exponent)
    var fraction = ""
    for index in 0..<max(0, fractionCount) {
      let position = exponent + index
      fraction += String(digits.indices.contains(position) ? digits[position] : 0)
    }
    let sign = isNegative && !digits.isEmpty ? "−" : ""
    return sign + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  private func keeping(_ count: Int) -> Decimal {
    guard count < digits.count else { return self }
    var result = self
    guard count >= 0 else {
      result.digits = []
      result.exponent = 0
      return result
    }
    let roundsUp = digits[count] >= 5
    result.digits.removeSubrange(count...)
    if roundsUp { result.increment() }
    if result.digits.isEmpty { result.exponent = 0 }
    result.dropTrailingZeros()
    return result
  }

  /// Adds one to the last digit, carrying.
  private mutating func increment() {
    var index = digits.count - 1
    while index >= 0 {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
      index -= 1
    }
    digits.insert(1, at: 0)
    exponent += 1
  }

  private mutating func dropTrailingZeros() {
    while digits.last == 0 { digits.removeLast() }
  }
}
