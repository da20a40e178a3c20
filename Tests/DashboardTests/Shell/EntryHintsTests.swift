import Canvas
import Capture
import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// The words by which the entry of facts is found, and the words of a form that is stuck.
@Suite struct EntryHintsTests {
  private func state(_ page: Page = .capital, width: Int = 80, height: Int = 24) throws -> State {
    let dataset = try FrozenLedger.dataset()
    return State.opened(
      page, World(dataset: dataset, today: dataset.updated),
      size: Size(width: width, height: height))
  }

  private func line(_ field: String, _ state: State) -> String {
    state.picture().split(separator: "\n").first { $0.dropFirst(2).hasPrefix(field + " ") }
      .map(String.init) ?? ""
  }

  private func last(_ state: State) -> String {
    state.picture().split(separator: "\n").last.map(String.init) ?? ""
  }

  private func entries(_ state: State) -> [Dashboard.Palette.Entry] {
    guard case .palette(let palette) = state.mode else { return [] }
    return (0..<min(palette.count, 12)).compactMap(palette.entry)
  }

  private func found(_ words: String) throws -> [Dashboard.Palette.Entry] {
    var state = try state()
    state.type(":" + words)
    return entries(state)
  }

  // MARK: Finding

  @Test func thePaletteFindsEntryByTheWordsPeopleTry() throws {
    for word in ["add", "own facts", "enter round"] {
      #expect(
        try found(word).contains {
          if case .command(.enterNew) = $0.destination { true } else { false }
        }, "\(word)")
    }
    #expect(try found("add").contains { $0.title == "new round" })
    #expect(try found("update").first?.destination == .command(.moveOn))
    for word in ["undo", "take back"] {
      #expect(try found(word).first?.destination == .command(.takeBack), "\(word)")
    }
  }

  @Test func theHelpFindsEntryByTheWordsPeopleTry() throws {
    for word in ["take back", "undo", "own", "update", "add"] {
      let words = word.split(separator: " ").map(String.init)
      let lines = try state().helpLines(words).map { $0.map(\.text).joined() }
      #expect(lines.contains { $0.contains("Ctrl-") }, "\(word)")
    }
    let undo = try state().helpLines(["undo"]).map { $0.map(\.text).joined() }
    #expect(undo.contains { $0.hasPrefix("Ctrl-Z") })
  }

  @Test func takingBackIsAskedFirst() throws {
    var state = try state()
    state.type(":undo")
    state.press(.enter)
    guard case .question = state.mode else {
      Issue.record("nothing was asked")
      return
    }
    #expect(state.update(.key(.character("n"))).isEmpty)
    state.type(":undo")
    state.press(.enter)
    #expect(state.update(.key(.character("y"))) == [.takeBack])
  }

  @Test func theFormsComeFirstWhereTheScreenShowsNoKindOfFact() throws {
    var state = try state(.exposure)
    state.press(.control("n"))
    let titles = entries(state).map(\.title)
    #expect(titles.prefix(3) == ["new round", "new site", "new step"], "\(titles)")
  }

  // MARK: Countries

  @Test func aCodeInCapitalsLeadsToItsCountry() throws {
    #expect(try found("UK").first?.destination == .page(.country("GB")))
    #expect(try found("EL").first?.destination == .page(.country("GR")))
  }

  @Test func aCodeOfTheUnionIsNoBeginningOfAnotherCountry() throws {
    for (code, other) in [("UK", "GB"), ("EL", "GR")] {
      var state = try state()
      state.type("/country:\(code)")
      state.press(.tab)
      guard case .filter(let line) = state.mode else {
        Issue.record("no filter line")
        continue
      }
      #expect(line.text == "country:\(other) ")
    }
    var state = try state()
    state.type(":new organisation")
    state.press(.enter)
    guard case .form(var form) = state.mode,
      let place = form.lines.firstIndex(where: { $0.field == "country" })
    else {
      Issue.record("no form")
      return
    }
    form.go(to: place)
    form.insert("UK")
    form.takeOffer()
    #expect(form.lines[place].text != "UA")
    #expect(form.reasons["country"] == nil)
    #expect((form.entry ?? form.unfinished)?.row["country"] == "GB")
  }

  // MARK: The form

  @Test func theWayOutIsSeenInTheNarrowestWindow() throws {
    var state = try state()
    state.press(.control("n"))
    let hints = last(state)
    for hint in ["Ctrl-S check, enter", "Esc close", "Ctrl-O new company", "Ctrl-N choose"] {
      #expect(hints.contains(hint), "\(hints)")
    }
  }

  @Test func aFieldAndItsMarkStandApart() throws {
    var state = try state(width: 120, height: 40)
    state.type(":new authority")
    state.press(.enter)
    #expect(line("legal_basis", state).contains("legal_basis *"))
    #expect(!state.picture().contains("legal_basis*"))
  }

  @Test func aFaultHidesNeitherWhatIsAssumedNorWhatIsHeld() throws {
    var state = try state(width: 120, height: 40)
    state.press(.control("n"))
    state.type("https://paper.example/2026/07/21/a-round")
    state.press(.tab)
    state.type("A round")
    state.press(.tab, .tab, .tab)
    state.type("nscale")
    state.press(.tab)
    #expect(line("status", state).contains("closed, assumed"))
    guard case .form(var form) = state.mode,
      let place = form.lines.firstIndex(where: { $0.field == "currency" })
    else {
      Issue.record("no form")
      return
    }
    form.go(to: place)
    form.insert("pebbles")
    state.mode = .form(form)
    state.press(.down)
    #expect(line("status", state).contains("closed, assumed"))
    #expect(!line("status", state).contains("*"))
  }

  @Test func aNewSiteSaysThatItIsAnnounced() throws {
    var state = try state(width: 120, height: 40)
    state.type(":new site")
    state.press(.enter)
    #expect(line("status", state).contains("announced, assumed"))
  }

  @Test func theStateBeforeLendsNeitherSourceNorDay() throws {
    var state = try state(.fact(.commitment("nscale-loughton")), width: 120, height: 40)
    state.press(.control("u"))
    guard case .form(let form) = state.mode else {
      Issue.record("no form")
      return
    }
    for field in ["source", "date"] {
      #expect(form.lines.first { $0.field == field }?.text.isEmpty == true, "\(field)")
    }
    #expect(line("date", state).contains("\(state.world.today), assumed"))
    state.type("https://paper.example/2026/07/21/loughton")
    state.press(.tab)
    state.type("Loughton waits")
    #expect(line("date", state).contains("2026-07-21, assumed"))
  }

  @Test func whereNothingIsMissingTheFormSaysSo() throws {
    var state = try state()
    state.press(.control("n"))
    state.press(.down, .down, .down, .down)
    state.press(.control("o"))
    #expect(state.picture().contains("company is empty: type the name first"))
    state.type("nscale")
    state.press(.control("o"))
    #expect(state.picture().contains("nscale is held already"))
    state.press(.down, .control("o"))
    #expect(state.picture().contains("date names nothing that Ctrl-O could make"))
  }

  @Test func theFormGoesToWhatIsMissing() throws {
    var state = try state()
    state.press(.control("n"))
    state.press(.down, .down, .down, .down)
    state.type("Nobody Knows Them")
    state.press(.up, .control("o"))
    #expect(state.picture().contains("Ctrl-O again makes \"Nobody Knows Them\""))
    state.press(.control("o"))
    #expect(state.picture().contains("New organisation"))
  }

  @Test func theFormsWarningNamesTheKeyThatMovesTheFactOn() throws {
    let dataset = try FrozenLedger.dataset()
    let held = try #require(dataset.compute.last { dataset.slug($0.id) == "nscale-loughton" })
    let form = EntryForm(
      try #require(EntryKind("site")), filled: ["name": dataset.string(held.name)], in: dataset,
      today: dataset.updated, key: "F7")
    #expect(form.entry == nil)
    let words = form.concerns.joined()
    #expect(words.hasPrefix("nscale-loughton of "), "\(words)")
    #expect(words.contains("F7 on its row moves it on"))
  }

  // MARK: After it

  @Test func anAuthorityThatWasEnteredIsSeenOnThePageOfItsState() throws {
    var state = try state(.sources)
    let dataset = try FrozenLedger.dataset()
    let row = try #require(dataset.authorities.last)
    let kind = try #require(EntryKind("authority"))
    let name = EntryBuilder.subject(of: row, kind: kind, in: dataset)
    _ = state.update(.entry(.entered(kind: "authority", id: name)))
    #expect(state.place.page == .country(dataset.code(row.country)))
    #expect(state.message != nil)
    guard case .row(.authorities, _)? = state.selectedFact else {
      Issue.record("another row is selected: \(String(describing: state.selectedFact))")
      return
    }
  }
}
