/// A promise that did not hold, with the input that broke it.
public struct Finding: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }

  /// Refuses a message that would send a control character to a terminal.
  public static func expectPlain(_ message: String, _ origin: String) throws(Finding) {
    for scalar in message.unicodeScalars {
      let isControl = scalar.value < 32 || (0x7F...0x9F).contains(scalar.value)
      if isControl {
        throw Finding("\(origin) says a control character: \(message.debugDescription)")
      }
    }
  }
}
