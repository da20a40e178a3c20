/// The background of a terminal, as far as it tells.
public enum Paper: Hashable, Sendable {
  case dark, light

  /// The paper that `COLORFGBG` names; `nil` where it names none.
  ///
  /// Terminals set it to the numbers of their own colours, foreground first and background last: `0;15`, or
  /// `0;default;15`. White and the bright colours are light, as Vim reads it too.
  public init?(environment value: String?) {
    guard let last = value?.split(separator: ";", omittingEmptySubsequences: false).last,
      value?.contains(";") == true, let colour = Int(last), (0...15).contains(colour)
    else { return nil }
    self = colour == 7 || colour > 8 ? .light : .dark
  }
}

extension Theme {
  /// The same theme for a terminal with that paper.
  ///
  /// Middle tones, which do for paper that is not known, are weak on white. On light paper every text has a
  /// contrast of at least 4.5 to 1 (WCAG 2.1, 1.4.3). The theme keeps its name, for it is the choice of the user.
  public func on(_ paper: Paper?) -> Theme {
    guard paper == .light, self != .monochrome else { return self }
    return Theme(
      name: name,
      inks: Role.allCases.map { role in
        let ink = ink(role)
        guard let colour = ink.colour else { return ink }
        let isQuiet = self == .standard || self == .light
        let dark = isQuiet ? Theme.light.ink(role).colour : light.ink(role)
        return Ink(
          colour: dark ?? colour,
          // The bright colours of a terminal are made for black.
          index16: ink.index16.map { $0 > 8 ? $0 - 8 : $0 }, attributes: ink.attributes,
          colourless: ink.colourless)
      }, light: light, dark: dark)
  }
}
