extension Keymap {
  func scope(of action: String) -> Binding.Scope? {
    bindings.first { $0.action == action }?.scope
  }

  /// Gives an action other keys; none takes it off the keyboard. A key that meant something else there
  /// means this now.
  ///
  /// - Returns: the actions that have no key any more because of it.
  mutating func bind(_ action: String, to keys: [Key]) -> [String] {
    guard let scope = scope(of: action) else { return [] }
    var lost: [String] = []
    bindings = bindings.map { binding in
      if binding.action == action { return binding.with(keys: keys) }
      guard Keymap.meet(binding.scope, scope), binding.keys.contains(where: keys.contains) else {
        return binding
      }
      let rest = binding.keys.filter { !keys.contains($0) }
      if rest.isEmpty { lost.append(binding.action) }
      return binding.with(keys: rest)
    }
    return lost
  }

  /// True if two scopes hold at the same time somewhere.
  static func meetEither(_ one: Binding.Scope, _ other: Binding.Scope) -> Bool {
    meet(one, other) || meet(other, one)
  }

  /// True if a key would have two meanings. A screen's own key goes before a key that holds
  /// everywhere, so that is allowed for the keys as shipped.
  private static func meet(_ one: Binding.Scope, _ other: Binding.Scope) -> Bool {
    switch (one, other) {
    case (.filterLine, .filterLine), (.everywhere, .everywhere): true
    case (.screen(let one), .screen(let other)): one == other
    case (.screen, .everywhere): true
    case (.everywhere, .screen), (.filterLine, _), (_, .filterLine): false
    }
  }
}

extension Binding {
  func with(keys: [Key]) -> Binding {
    Binding(keys, command, help, hint: hint, group: group, scope: scope, name: name)
  }
}
