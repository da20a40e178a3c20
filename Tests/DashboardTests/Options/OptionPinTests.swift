import Canvas
import Dataset
import Testing

@testable import Dashboard

/// The keys, the words and the kept form of every option, and the entries of the palette that choose
/// some. They stay as they have always been: files that people keep and habits rest on them.
@Suite struct OptionPinTests {
  /// A page of every screen.
  private static let pages: [Page] = [
    .overview, .capital, .compute, .exposure, .enforcement, .timeline, .claims, .sources, .map,
    .company("nscale"), .investor("nvidia"), .country("DE"), .layer(.models),
    .compare([.organisation("nscale"), .organisation("mistral-ai")]), .fact(.round("nscale-c")),
    .planner(PlanRequest()), .chips, .benchmarks, .valuations, .problems,
  ]

  private static func kept(_ state: State) -> String {
    Session(of: state).text.split(separator: "\n")
      .filter { !$0.hasPrefix("select") && !$0.hasPrefix("focus") }.joined(separator: "; ")
  }

  private static func said(_ state: State) -> String {
    switch state.message {
    case .note(let words)?, .failure(let words)?: words
    case nil: ""
    }
  }

  /// Every key of a screen's own is pressed until the screen is as it was, at most a dozen times.
  private static func lines(of page: Page, _ world: World) -> [String] {
    var lines = ["# \(page.kind.word): \(page.name ?? "")"]
    for binding in page.kind.bindings {
      let keys = binding.keys.map(\.label).joined(separator: " ")
      lines.append("\(keys) | \(binding.action) | \(binding.help) | \(binding.hint ?? "")")
      guard case .cycle = binding.command else { continue }
      var state = State.opened(page, world)
      let start = kept(state)
      for _ in 0..<12 {
        _ = state.update(.key(binding.keys[0]))
        lines.append("  \(said(state)) | \(kept(state))")
        if kept(state) == start { break }
      }
    }
    return lines
  }

  @Test func everyOptionIsKeptAndNamedAsItWas() throws {
    let world = try PagesWorld.make()
    let pages = Self.pages + [.changes(since: world.day.adding(months: -2))]
    #expect(Set(pages.map(\.kind)) == Set(ScreenKind.allCases))
    let lines = pages.flatMap { Self.lines(of: $0, world) }
    Golden.expect(lines.joined(separator: "\n"), "options")
  }

  @Test func everyEntryOfThePaletteLeadsWhereItLed() throws {
    let world = try PagesWorld.make()
    let entries = PaletteEntries(
      world: world, keymap: .standard, saved: Kept(), settingsPath: "/config")
    var lines: [String] = []
    for entry in entries.entries {
      switch entry.destination {
      case .page, .view:
        // From Compute's slips, so that an entry which leaves that as it is shows.
        var state = State.opened(.compute, world)
        state.press(.character("f"), .character("f"))
        state.type(":\(entry.title)")
        state.press(.enter)
        lines.append("\(entry.kind) | \(entry.title) | \(Self.kept(state))")
      default: continue
      }
    }
    Golden.expect(lines.sorted().joined(separator: "\n"), "palette")
  }
}
