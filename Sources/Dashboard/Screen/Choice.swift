/// An option of a screen, described once: its values, the words for them, the keys that go through them and
/// its option of the command line.
///
/// The settings of a screen and the sessions that people keep hold the number of a value. Everything else
/// reads and writes the value itself: `settings[CapitalOptions.grouping] == .investor`.
public struct Choice<Value: Hashable & Sendable>: Sendable {
  /// The name under which the value is kept.
  let setting: Setting
  /// The value where nothing was chosen, which has the number 0.
  public let standard: Value
  public let values: [Value]
  /// The option of the command line, if any.
  public let flag: ChoiceFlag?
  /// The number of the first of the values.
  private let first: Int
  /// True if the keys stop at both ends of the values, rather than going round.
  private let stops: Bool
  /// True if a value holds on every screen that has the option, like the day and the filter.
  let isShared: Bool
  private let keys: [Key]
  private let mode: @Sendable (Value) -> String?
  private let words: @Sendable (Value) -> String?

  struct Key: Sendable {
    enum Target: Sendable {
      case step(Int)
      case value(Value, name: String)
    }

    let keys: [Dashboard.Key]
    let target: Target
    let help: String
    let hint: String?

    private init(_ keys: [Character], _ target: Target, _ help: String, _ hint: String?) {
      self.keys = keys.map { .character($0) }
      self.target = target
      self.help = help
      self.hint = hint
    }

    static func next(_ keys: Character..., help: String, hint: String? = nil) -> Key {
      Key(keys, .step(1), help, hint)
    }

    static func back(_ keys: Character..., help: String, hint: String? = nil) -> Key {
      Key(keys, .step(-1), help, hint)
    }

    /// Goes to one value; the name is that of the action in the configuration.
    static func only(_ key: Character, _ value: Value, name: String, help: String) -> Key {
      Key([key], .value(value, name: name), help, nil)
    }
  }

  /// An option whose keys go round.
  ///
  /// - Parameters:
  ///   - standard: the first of the values.
  ///   - words: the line that says what was chosen; `nil` where the screen itself says it.
  init(
    _ setting: Setting, _ standard: Value, among values: [Value], flag: ChoiceFlag? = nil,
    keys: [Key], words: @escaping @Sendable (Value) -> String? = { _ in nil }
  ) {
    self.init(setting, standard, values, 0, false, flag, keys, { _ in nil }, words)
  }

  /// An option some of whose values are modes.
  ///
  /// - Parameters:
  ///   - isShared: True if a value holds on every screen that has the option.
  ///   - mode: the words in the title line while a value is on; `nil` for a value that is no mode.
  ///   - words: the line that says what was chosen; `nil` where the screen itself says it.
  init(
    _ setting: Setting, _ standard: Value, among values: [Value], flag: ChoiceFlag? = nil,
    isShared: Bool = false, keys: [Key], mode: @escaping @Sendable (Value) -> String?,
    words: @escaping @Sendable (Value) -> String? = { _ in nil }
  ) {
    self.init(setting, standard, values, 0, false, flag, keys, mode, words, isShared)
  }

  private init(
    _ setting: Setting, _ standard: Value, _ values: [Value], _ first: Int, _ stops: Bool,
    _ flag: ChoiceFlag?, _ keys: [Key], _ mode: @escaping @Sendable (Value) -> String?,
    _ words: @escaping @Sendable (Value) -> String?, _ isShared: Bool = false
  ) {
    self.isShared = isShared
    self.setting = setting
    self.standard = standard
    self.values = values
    self.first = first
    self.stops = stops
    self.flag = flag
    self.keys = keys
    self.mode = mode
    self.words = words
  }

  /// The value of a number; the usual value where no value has it.
  func value(at number: Int) -> Value {
    let isOne = !values.isEmpty && numbers.contains(number)
    return isOne ? values[number - first] : standard
  }

  func number(of value: Value) -> Int { values.firstIndex(of: value).map { $0 + first } ?? 0 }

  /// The value as something to be chosen, with others, by an entry of the palette.
  func chosen(_ value: Value) -> Chosen { Chosen(setting: setting, number: number(of: value)) }
}

extension Choice where Value == Int {
  /// A number whose keys stop at both ends; 0 is among them, and stands where nothing was chosen.
  init(
    _ setting: Setting, _ range: ClosedRange<Int>, keys: [Key],
    words: @escaping @Sendable (Int) -> String? = { _ in nil }
  ) {
    self.init(
      setting, 0, Array(range), range.lowerBound, true, nil, keys, { _ in nil }, words)
  }
}

/// An option of the command line: its name and its help.
public struct ChoiceFlag: Sendable {
  /// The name, without the dashes.
  public let name: String
  public let help: String

  init(_ name: String, _ help: String) {
    self.name = name
    self.help = help
  }
}

public struct Chosen: Hashable, Sendable {
  let setting: Setting
  let number: Int
}

protocol AnyChoice: Control {
  var setting: Setting { get }
  var numbers: ClosedRange<Int> { get }
  /// The number of the usual value.
  var standardNumber: Int { get }
  /// True if a value holds on every screen that has the option.
  var isShared: Bool { get }
  /// The number that some steps lead to.
  func number(_ number: Int, movedBy step: Int) -> Int
  /// The line that says what a number chooses.
  func words(at number: Int) -> String?
  /// The words in the title line while a number is chosen; `nil` where it is no mode.
  func mode(at number: Int) -> String?
}

extension AnyChoice {
  /// A grouping in a word or two: `lead investor`.
  func grouping(at number: Int) -> String {
    let first = (words(at: number) ?? "").prefix { $0 != "," }
    return String(first.hasPrefix("by ") ? first.dropFirst(3) : first)
  }

  /// The groupings that follow a number, round to the number before it.
  func groupings(after number: Int) -> [String] {
    (1..<max(1, numbers.count)).map { grouping(at: self.number(number, movedBy: $0)) }
  }
}

extension Choice: AnyChoice {
  var numbers: ClosedRange<Int> { first...(first + max(0, values.count - 1)) }

  func number(_ number: Int, movedBy step: Int) -> Int {
    let (place, count) = (number - first + step, values.count)
    guard count > 0 else { return 0 }
    return first + (stops ? min(max(place, 0), count - 1) : (place % count + count) % count)
  }

  var standardNumber: Int { number(of: standard) }

  func words(at number: Int) -> String? { words(value(at: number)) }

  func mode(at number: Int) -> String? { mode(value(at: number)) }

  /// The lines of the keymap for its keys.
  public func bindings(on screen: ScreenKind) -> [Binding] {
    keys.map { key in
      switch key.target {
      case .step(let step):
        Binding(
          key.keys, .cycle(setting, by: step), key.help, hint: key.hint, group: .screen,
          scope: .screen(screen))
      case .value(let value, let name):
        Binding(
          key.keys, .choose(setting, number(of: value)), key.help, hint: key.hint, group: .screen,
          scope: .screen(screen), name: name)
      }
    }
  }
}

extension Settings {
  public subscript<Value>(choice: Choice<Value>) -> Value {
    get { choice.value(at: self[choice.setting]) }
    set { self[choice.setting] = choice.number(of: newValue) }
  }
}

extension Screen {
  static var choices: [any AnyChoice] { controls.compactMap { $0 as? any AnyChoice } }

  /// The option that is kept under a name.
  static func choice(of setting: Setting) -> (any AnyChoice)? {
    choices.first { $0.setting == setting }
  }
}
