import Canvas
import Capture
import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// The words of a form during typing: the text of the field, what the address told, what is still wanted.
@Suite struct EntryPanelTests {
  private func state() throws -> State {
    let dataset = try FrozenLedger.dataset()
    var state = State.opened(
      .capital, World(dataset: dataset, today: dataset.updated), size: Size(width: 80, height: 24))
    state.press(.control("n"))
    state.type("https://paper.example/2026/07/21/a-round")
    state.press(.tab)
    state.type("A round")
    state.press(.tab, .tab, .tab)
    return state
  }

  private func line(_ field: String, _ state: State) -> String {
    state.picture().split(separator: "\n").first { $0.dropFirst(2).hasPrefix(field + " ") }
      .map(String.init) ?? ""
  }

  @Test func whatTheAddressTellsIsShownAndWhatIsAssumedIsNotWanted() throws {
    var state = try state()
    #expect(line("company", state).contains("*"))
    #expect(line("date", state).contains("2026-07-21, assumed"))
    state.type("nscale")
    state.press(.tab)
    #expect(line("published", state).contains("2026-07-21, from the address"))
    #expect(line("publisher", state).contains("paper.example, from the address"))
    #expect(line("status", state).contains("closed, assumed"))
    #expect(!line("status", state).contains("*"))
  }

  /// The choice goes round, and Tab writes what was chosen.
  @Test func anOfferIsChosenWithKeysAndWritten() throws {
    func chosen(_ keys: Key...) throws -> String? {
      var state = try state()
      state.type("n")
      guard case .form(let form) = state.mode else { return nil }
      #expect(form.offers.count > 2)
      for key in keys { state.press(key) }
      guard case .form(let form) = state.mode, let number = form.chosen else { return nil }
      let text = form.offers[number].text
      state.press(.tab)
      guard case .form(let after) = state.mode else { return nil }
      #expect(after.lines.contains { $0.field == "company" && $0.text == text })
      return "\(number) of \(form.offers.count)"
    }
    #expect(try chosen(.control("n"), .control("n")) == "1 of 6")
    #expect(try chosen(.control("p")) == "5 of 6")
    #expect(try chosen(.control("p"), .control("n")) == "0 of 6")
  }

  @Test func aLongTextIsSeenWhileItIsTyped() throws {
    var state = try state()
    state.type("nscale")
    state.press(.tab, .tab, .tab, .tab, .tab, .tab, .tab, .tab)
    let investors = "Some Capital:lead; nvidia; microsoft"
    state.type(investors)
    let picture = state.picture()
    #expect(line("investors", state).contains(investors), "\(picture)")
    #expect(line("investors", state).contains("Ctrl-O makes it"))
    #expect(picture.contains("there is no organisation \"Some Capital\""))
  }

  /// Of what moves on the day is typed over, as every other text that is carried on.
  @Test func theDayOfWhatMovesOnIsTypedOver() throws {
    let dataset = try FrozenLedger.dataset()
    var state = State.opened(
      .fact(.commitment("nscale-loughton")), World(dataset: dataset, today: dataset.updated),
      size: Size(width: 80, height: 24))
    state.press(.control("u"))
    #expect(line("date", state).contains(dataset.updated.description))
    state.press(.down, .down, .down, .down)
    state.type("2026-09-29")
    #expect(line("date", state).contains("date          2026-09-29 "))
    #expect(!state.picture().contains("expected a date"))
  }

  @Test func aFormTakesWhatItsPageTells() throws {
    let dataset = try FrozenLedger.dataset()
    let world = World(dataset: dataset, today: dataset.updated)
    for (page, form, field, text) in [
      (Page.country("HU"), "new authority", "country", "HU"),
      (.company("nscale"), "new valuation", "company", "nscale"),
    ] {
      var state = State.opened(page, world, size: Size(width: 80, height: 24))
      state.type(":\(form)")
      state.press(.enter)
      #expect(line(field, state).hasSuffix(" \(text)"), "\(form)")
    }
  }
}
