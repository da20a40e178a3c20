import Testing

@testable import Dashboard

@Suite struct KeymapTests {
  let keymap = Keymap.standard

  @Test(arguments: ScreenKind.allCases)
  func noScreenTakesAFixedKey(_ kind: ScreenKind) {
    let fixed = Set(Keymap.fixed.flatMap(\.keys))
    for binding in kind.bindings {
      #expect(fixed.isDisjoint(with: binding.keys), "\(kind.title): \(binding.label)")
      #expect(binding.scope == .screen(kind), "\(kind.title): \(binding.label)")
    }
  }

  @Test(arguments: ScreenKind.allCases)
  func aKeyMeansOneThing(_ kind: ScreenKind) {
    let keys = keymap.bindings(on: kind).flatMap(\.keys)
    #expect(Set(keys).count == keys.count, "\(kind.title)")
  }

  @Test(arguments: ScreenKind.allCases)
  func aSettingThatAKeyCyclesHasValues(_ kind: ScreenKind) {
    for binding in kind.bindings {
      if case .cycle(let setting, _) = binding.command {
        let values = kind.type.choice(of: setting)?.numbers.count ?? 0
        #expect(values > 1, "\(kind.title): \(setting)")
      }
    }
  }

  /// The design fixes these, and habits rest on them.
  @Test func theFixedKeysDoWhatTheDesignSays() {
    let expected: [(Key, Command)] = [
      (.character("1"), .show(.overview)), (.character("2"), .show(.capital)),
      (.character("3"), .show(.compute)), (.character("4"), .show(.exposure)),
      (.character("5"), .show(.enforcement)), (.character("6"), .show(.timeline)),
      (.character("7"), .show(.claims)), (.character("8"), .show(.sources)),
      (.tab, .nextPane), (.character("h"), .move(.left)), (.character("j"), .move(.down)),
      (.character("k"), .move(.up)), (.character("l"), .move(.right)), (.left, .move(.left)),
      (.down, .move(.down)), (.up, .move(.up)), (.right, .move(.right)),
      (.character("g"), .move(.top)), (.character("G"), .move(.bottom)),
      (.pageUp, .move(.pageUp)), (.pageDown, .move(.pageDown)), (.enter, .open), (.escape, .back),
      (.character("/"), .filter), (.character("n"), .nextMatch), (.character("N"), .previousMatch),
      (.character(":"), .palette), (.character("s"), .sources), (.character("o"), .openLink),
      (.character("y"), .copy), (.character("x"), .export), (.character("e"), .edit),
      (.character("<"), .sortEarlier), (.character(">"), .sortLater),
      (.character("["), .monthBack), (.character("]"), .monthForward),
      (.character("{"), .eventBack), (.character("}"), .eventForward),
      (.character("t"), .chooseDay), (.character("T"), .today), (.character("w"), .watch),
      (.character("c"), .changes), (.character("!"), .problems), (.character("?"), .help),
      (.character("q"), .quit),
    ]
    for kind in ScreenKind.numbered {
      for (key, command) in expected {
        #expect(keymap.command(for: key, on: kind) == command, "\(kind.title): \(key.label)")
      }
    }
  }

  @Test func everyBindingSaysWhatItDoes() {
    for binding in keymap.bindings {
      #expect(!binding.help.isEmpty)
      #expect(!binding.keys.isEmpty)
      #expect(binding.hint?.isEmpty != true)
    }
  }
}
