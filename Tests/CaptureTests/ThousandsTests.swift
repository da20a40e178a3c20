import Testing

@testable import Capture

/// A point that may divide thousands: `1.500` is fifteen hundred in half of Europe.
@Suite struct ThousandsTests {
  @Test(arguments: ["1.500", "12.000", "250.250", "1.000"])
  func isNotGuessed(_ text: String) {
    let read = CellReading.number(text, isWhole: false, isMillions: true)
    guard case .failure(let refusal) = read else {
      Issue.record("\(text) was taken")
      return
    }
    #expect(refusal.message.contains("write either"))
  }

  @Test(arguments: [
    ("1.5", "1.5"), ("64.361", "64.361"), ("0.500", "0.5"), ("1,500", "1500"), ("1.500bn", "1500"),
    ("1500.000", "1500"),
  ])
  func isPlainElsewhere(_ text: String, _ cell: String) {
    #expect(CellReading.number(text, isWhole: false, isMillions: true) == .success(cell))
  }
}
