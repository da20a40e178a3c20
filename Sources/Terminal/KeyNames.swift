import CNcurses

extension Key {
  /// The key of an ncurses key code; nil for one that means nothing here.
  static func named(_ code: Int32) -> Key? {
    switch code {
    case KEY_UP, KEY_SR: return .up
    case KEY_DOWN, KEY_SF: return .down
    case KEY_LEFT, KEY_SLEFT: return .left
    case KEY_RIGHT, KEY_SRIGHT: return .right
    case KEY_PPAGE, KEY_SPREVIOUS, KEY_A3: return .pageUp
    case KEY_NPAGE, KEY_SNEXT, KEY_C3: return .pageDown
    case KEY_HOME, KEY_SHOME, KEY_FIND, KEY_A1: return .home
    case KEY_END, KEY_SEND, KEY_SELECT, KEY_LL, KEY_C1: return .end
    case KEY_ENTER: return .enter
    case KEY_BTAB: return .backTab
    case KEY_BACKSPACE: return .backspace
    case KEY_DC, KEY_SDC: return .delete
    case KEY_IC, KEY_SIC: return .insert
    case (KEY_F0 + 1)...(KEY_F0 + 63): return .function(Int(code - KEY_F0))
    case let code where code > KEY_MAX: return extended(code)
    default: return nil
    }
  }

  /// Keys with modifiers, which ncurses numbers as it finds them and names as terminfo does:
  /// `kUP5` is cursor up with Control. The modifier is left aside.
  private static func extended(_ code: Int32) -> Key? {
    guard let name = keyname(code).map({ String(cString: $0) }), name.hasPrefix("k") else {
      return nil
    }
    let letters = name.dropFirst().prefix { !$0.isNumber }
    switch letters {
    case "UP": return .up
    case "DN": return .down
    case "LFT": return .left
    case "RIT": return .right
    case "HOM": return .home
    case "END": return .end
    case "PRV": return .pageUp
    case "NXT": return .pageDown
    case "DC": return .delete
    case "IC": return .insert
    default: return nil
    }
  }
}
