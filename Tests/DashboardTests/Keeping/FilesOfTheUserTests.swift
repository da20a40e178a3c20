import Dataset
import Testing

@testable import Dashboard

@Suite("Files that a user and several dashboards write")
struct FilesOfTheUserTests {
  private static func read(_ text: String) -> Configuration {
    Configuration(text: text, path: "/home/me/.config/moat/config", home: "/home/me")
  }

  private static func problems(_ text: String) -> [String] {
    read(text).problems.map { "\($0.line):\($0.column): \($0.message)" }
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func settingsReadTheSameWithEveryLineEnd(_ end: String, _ mark: String) {
    let lines = ["# what I like", "theme = light", "", "key quit = Q", "scren = capital", ""]
    let configuration = Self.read(mark + lines.joined(separator: end))
    #expect(configuration.theme == .named("light"))
    #expect(configuration.keymap.command(for: .character("Q"), on: Page.overview.kind) == .quit)
    #expect(configuration.problems.map(\.line) == [5])
    #expect(configuration.problems.first?.message.contains("did you mean \"screen\"?") == true)
  }

  @Test func aKeyBoundTwiceIsAMistakeInEveryOrder() {
    for lines in [
      ["key quit = Q", "key capital.grouping = Q"], ["key help = F5", "key quit = F5"],
      ["key filter.take = Ctrl-T", "key filter.next = Ctrl-T"],
    ] {
      for text in [lines, lines.reversed()].map({ $0.joined(separator: "\n") }) {
        let problems = Self.read(text).problems.filter { $0.severity == .error }
        #expect(problems.map(\.line) == [2], "\(text)")
        #expect(problems.first?.message.contains("on line 1 already") == true)
      }
    }
    #expect(Self.problems("key quit = Q Q") == ["1:12: Q is named twice"])
    // Where no screen has both, a key may mean two things.
    #expect(Self.problems("key capital.grouping = F9\nkey compute.grouping = F9").isEmpty)
    #expect(
      Self.problems("theme = light\ntheme = light") == ["2:1: theme is set on line 1 already"])
  }

  @Test(arguments: [
    "Ctrl-H", "Ctrl-I", "Ctrl-J", "Ctrl-M", "Ctrl-Z", "\u{7}", "\u{200B}",
  ])
  func aKeyThatCannotArriveIsNotBound(_ key: String) {
    let configuration = Self.read("key quit = \(key) Q")
    #expect(configuration.problems.map(\.line) == [1])
    #expect(configuration.problems.first?.message.contains("cannot be bound") == true)
    #expect(configuration.keymap.command(for: .character("Q"), on: Page.overview.kind) == .quit)
  }

  @Test func everyKeyOfTheKeymapArrives() {
    for key in Set(Keymap.standard.bindings.flatMap(\.keys)) {
      #expect(key.whyItNeverArrives == nil, "\(key.label)")
    }
  }

  @Test(arguments: ["a", "Space", "Enter", "Esc", "Backspace", "Ctrl-C"])
  func lettersAlwaysTypeInTheFilter(_ key: String) {
    let configuration = Self.read("key filter.take = \(key)")
    #expect(configuration.problems.count == 1)
    #expect(configuration.keymap.lineCommand(for: .tab) == .take)
    #expect(configuration.keymap.lineCommand(for: .character("a")) == nil)
  }

  @Test func messagesShowControlCharacters() {
    for text in ["th\u{1B}eme = x", "theme = \u{9B}31m", "key quit = \u{1B}\u{7}", "\u{202E}x"] {
      for problem in Self.read(text).problems {
        #expect(
          problem.message.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) && $0.value != 0x202E
          }, "\(problem.message)")
      }
      #expect(!Self.read(text).problems.isEmpty)
    }
  }

  @Test func aWatchlistIsMergedWithWhatOthersWrote() throws {
    var mine = Watchlist(text: "company:nscale\ncountry:FR\n")
    let before = mine
    _ = mine.toggle(try #require(Fact(name: "company:mistral")))
    _ = mine.toggle(try #require(Fact(name: "country:FR")))
    let file = "# mine\ncompany:nscale # since May\ncountry:FR\nlater:thing\ncompany:nebius\n"
    let merged = mine.text(in: file, since: before)
    #expect(
      merged
        == "# mine\ncompany:nscale # since May\nlater:thing\ncompany:nebius\ncompany:mistral\n")
    #expect(mine.text(in: merged, since: mine) == merged)
    #expect(mine.text(in: "\u{FEFF}company:mistral\r\n", since: before) == "company:mistral\n")
  }

  @Test func filtersAreMergedWithWhatOthersWrote() {
    var mine = SavedFilters(text: "a = country:FR\nb = country:DE\nc = country:NO\n")
    let before = mine
    mine.keep("country:SE", as: "a")
    mine.keep("", as: "b")
    mine.keep("country:FI", as: "d")
    let file = "# mine\na = country:FR\nb = country:DE\nc = country:IT\nnot a filter\ne = x\n"
    #expect(
      mine.text(in: file, since: before)
        == "# mine\na = country:SE\nc = country:IT\nnot a filter\ne = x\nd = country:FI\n")
  }

  @Test func theHistoryKeepsWhatOthersUsed() {
    let kept = Kept(filters: "", history: "country:FR\ncountry:DE\n")
    #expect(
      kept.historyText(in: "country:DE\ncountry:NO\n") == "country:NO\ncountry:DE\n")
  }

  @Test func aDamagedSessionNeitherTrapsNorGrows() throws {
    let world = try PagesWorld.make()
    let numbers = ["0 9223372036854775807 up", "9223372036854775807 0 up", "-1 3 down", "1 4 up"]
    for page in ["overview", "claims", "compute"] {
      for sort in numbers {
        let text = "page = \(page)\nfocus = 9223372036854775807\nsort = \(sort)\n"
        var state = State(world: world, resuming: Session(text: text))
        for key in ">><<S(()))".map({ Key.character($0) }) + [.tab, .enter] {
          _ = state.update(.key(key))
        }
        #expect(!state.places.isEmpty)
      }
    }
    let many = (0..<500).map { "page = country:\($0 % 2 == 0 ? "FR" : "DE")\n" }.joined()
    let session = Session(text: "page = overview\n" + many + "page = compare:\n")
    #expect(session.entries.count == 20)
    #expect(session.entries.first?.page == .overview)
  }

  @Test func aLineHoldsSoMuchAndSaysSo() throws {
    var editor = LineEditor()
    editor.insert(String(repeating: "x", count: 1 << 20))
    #expect(editor.text.count == LineEditor.longest)
    #expect(editor.isCut)
    _ = editor.take(.backspace)
    #expect(!editor.isCut)
    var marks = LineEditor()
    marks.insert("e" + String(repeating: "\u{301}", count: 1 << 20))
    #expect(marks.text.unicodeScalars.count <= 4 * LineEditor.longest)
    var state = State(world: try PagesWorld.make())
    _ = state.update(.key(.character("/")))
    _ = state.update(.paste(String(repeating: "layer:chips ", count: 100_000)))
    #expect(
      state.message == .failure("a line holds 2000 characters; the rest is left out"))
  }
}
