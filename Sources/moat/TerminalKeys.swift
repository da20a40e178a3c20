import Dashboard
import Terminal

extension Dashboard.Key {
  /// The key of the terminal's code; `nil` for a key that Moat has no use for.
  init?(_ key: Terminal.Key) {
    switch key {
    case .character(let scalar): self = .character(Character(scalar))
    case .control(let letter): self = .control(letter)
    case .enter: self = .enter
    case .escape: self = .escape
    case .tab: self = .tab
    case .backTab: self = .backTab
    case .backspace: self = .backspace
    case .delete: self = .delete
    case .up: self = .up
    case .down: self = .down
    case .left: self = .left
    case .right: self = .right
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    case .home: self = .home
    case .end: self = .end
    case .function(let number): self = .function(number)
    case .insert: return nil
    }
  }
}
