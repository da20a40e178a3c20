import Canvas
import Dataset
import Testing

@testable import Dashboard

/// The offers of the line that asks what to take away follow whatever changes the line.
@Suite struct CutOfferTests {
  private func offers(_ state: State) -> [String] {
    if case .cut(let line) = state.mode { line.offers.map(\.text) } else { [] }
  }

  private func opened(_ keys: String) throws -> State {
    var state = State.opened(
      .exposure, try ReachPackage.world(), size: Size(width: 120, height: 40))
    state.type(keys)
    return state
  }

  @Test(arguments: ["", "E", "W", "B", "P", "$", "I", "O", "D"])
  func typingAndPastingOfferTheSame(_ view: String) throws {
    for keys in [[Key](), [.tab], [.tab, .tab]] {
      var typed = try opened(view + "X")
      typed.press(keys)
      var pasted = typed
      typed.type("micro")
      _ = pasted.update(.paste("micro"))
      #expect(offers(typed).first == "microsoft", "\(view) \(offers(typed))")
      #expect(offers(pasted) == offers(typed), "\(view)")
    }
  }

  @Test func theyFollowWhatIsTakenBack() throws {
    var state = try opened("Xmicro")
    for _ in 0..<5 { state.press(.backspace) }
    #expect(offers(state).first == "nvidia")
    state.type("nvidia,micro")
    #expect(offers(state).first == "nvidia,microsoft")
  }

  @Test(arguments: [
    ("lough", "loughton"), ("norw", "NO"), ("home:norw", "home:NO"), ("hall", "hall"),
    ("centre", "csc"),
  ])
  func sitesAndPlacesAreOfferedByTheirNames(text: String, offer: String) throws {
    var state = try opened("X")
    state.type(text)
    #expect(offers(state).contains(offer), "\(offers(state))")
  }
}

extension State {
  fileprivate mutating func press(_ keys: [Key]) {
    for key in keys { press(key) }
  }
}
