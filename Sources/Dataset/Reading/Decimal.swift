/// A decimal number without exponent: `-`, digits, a point and digits; `nil` for anything else.
///
/// Exact where the digits fit 53 bits and the fraction has at most 22 places. Longer numbers go the
/// slow way. (Clinger, How to read floating point numbers accurately, 1990.)
func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
  guard let base = bytes.baseAddress, bytes.count > 0 else { return nil }
  let isNegative = base[0] == UInt8(ascii: "-")
  var index = isNegative ? 1 : 0
  var mantissa: UInt64 = 0
  var point = -1
  let first = index
  while index < bytes.count {
    let digit = UInt64(base[index] &- 48)
    if digit <= 9 {
      // May run over where there are too many digits; these go the slow way.
      mantissa = mantissa &* 10 &+ digit
    } else if base[index] == UInt8(ascii: "."), point < 0, index > first {
      point = index
    } else {
      return nil
    }
    index += 1
  }
  let digits = index - first - (point < 0 ? 0 : 1)
  let fraction = point < 0 ? 0 : index - point - 1
  guard digits > 0, point != index - 1 else { return nil }
  guard digits <= 18, mantissa <= 1 << 53 else {
    return Double(String(decoding: bytes, as: UTF8.self))
  }
  let value = fraction > 0 ? Double(mantissa) / powersOfTen[fraction] : Double(mantissa)
  return isNegative ? -value : value
}

private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18,
]

/// A number as a person would write it: the fewest digits that read back as it, no exponent, no needless
/// fraction.
func plain(_ value: Double) -> String {
  if value == value.rounded(), abs(value) <= 0x1p53 { return String(Int64(value)) }
  let text = "\(value)"
  guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...])
  else { return text }
  let sign = value < 0 ? "-" : ""
  let parts = text[..<mark].drop { $0 == "-" }.split(separator: ".")
  let whole = String(parts.first ?? "0")
  let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
  let digits = whole + fraction
  let point = whole.count + exponent
  if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
  if point >= digits.count {
    return sign + digits + String(repeating: "0", count: point - digits.count)
  }
  let place = digits.index(digits.startIndex, offsetBy: point)
  return sign + digits[..<place] + "." + digits[place...]
}
