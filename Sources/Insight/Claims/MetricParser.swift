import Dataset

/// A fault of a metric, with its place.
public struct MetricFault: Error, Hashable, Sendable {
  /// The number of characters (Unicode scalars) of the cell before it.
  public let offset: Int
  /// The finding and the expectation, in a sentence without a full stop.
  public let message: String
}

public struct MetricCall: Sendable {
  public let text: String
  public let metric: Metric
  /// Reckons the metric with the arguments of the call.
  let finding: Metric.Reckoning
}

/// Reads the cell `metric` of a claim: one call or several, separated by ` | `, the first of which decides.
///
/// A call is `name(argument, argument)`. A list inside an argument is separated by `;`, words of a
/// vocabulary by `+`. Spaces around arguments and bars do not matter.
public struct MetricParser {
  private let dataset: Dataset
  private let characters: [Unicode.Scalar]
  private var position = 0

  /// The calls of a cell, at least one.
  public static func calls(in text: String, of dataset: Dataset) throws(MetricFault) -> [MetricCall]
  {
    var parser = MetricParser(dataset: dataset, characters: Array(text.unicodeScalars))
    var calls: [MetricCall] = []
    repeat {
      calls.append(try parser.call())
    } while parser.take("|")
    guard parser.position == parser.characters.count else {
      throw parser.fault(
        "found \"\(parser.rest)\", expected \" | \" and another metric, or the end")
    }
    return calls
  }

  private mutating func call() throws(MetricFault) -> MetricCall {
    skipSpaces()
    let start = position
    let word = read { $0 != "(" && $0 != "|" && $0 != "," && $0 != ")" && $0 != " " }
    guard let metric = Metric.named(word) else {
      let hint =
        nearest(to: word, among: Metric.all.map(\.name))
        .map { "; did you mean \"\($0)\"?" } ?? ""
      throw MetricFault(
        offset: start, message: "found \"\(word)\", expected the name of a metric\(hint)")
    }
    guard take("(") else {
      throw fault("found \"\(rest)\", expected \"(\" as in \(metric.usage)")
    }
    var arguments = MetricArguments(
      dataset: dataset, usage: metric.usage, parts: try parts(of: metric))
    let finding = try metric.read(&arguments)
    try arguments.end()
    return MetricCall(text: string(start..<position), metric: metric, finding: finding)
  }

  /// The arguments up to the closing parenthesis, each with its place.
  private mutating func parts(of metric: Metric) throws(MetricFault) -> [MetricArguments.Part] {
    var parts: [MetricArguments.Part] = []
    skipSpaces()
    if take(")") { return [MetricArguments.Part(text: "", offset: position - 1)] }
    while true {
      skipSpaces()
      let start = position
      _ = read { $0 != "," && $0 != ")" && $0 != "(" && $0 != "|" }
      var end = position
      while end > start, characters[end - 1] == " " { end -= 1 }
      parts.append(MetricArguments.Part(text: string(start..<end), offset: start))
      if take(",") { continue }
      if take(")") {
        parts.append(MetricArguments.Part(text: "", offset: position - 1))
        return parts
      }
      throw fault("found \"\(rest)\", expected \")\" as in \(metric.usage)")
    }
  }

  private mutating func read(while holds: (Unicode.Scalar) -> Bool) -> String {
    let start = position
    while position < characters.count, holds(characters[position]) { position += 1 }
    return string(start..<position)
  }

  private mutating func skipSpaces() {
    while position < characters.count, characters[position] == " " { position += 1 }
  }

  private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard position < characters.count, characters[position] == wanted else { return false }
    position += 1
    return true
  }

  private func string(_ range: Range<Int>) -> String {
    // A string that grows scalar by scalar costs many times as much, and every start reads the metrics.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for character in characters[range] { bytes.append(contentsOf: character.utf8) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var rest: String { string(position..<min(characters.count, position + 20)) }

  private func fault(_ message: String) -> MetricFault {
    MetricFault(offset: position, message: message)
  }

  private init(dataset: Dataset, characters: [Unicode.Scalar]) {
    self.dataset = dataset
    self.characters = characters
  }
}
