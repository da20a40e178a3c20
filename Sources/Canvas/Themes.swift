extension Theme {
  public static let all: [Theme] = [standard, light, highContrast, colourBlind, monochrome]

  /// On the terminal's own background: middle tones for dark paper that stay legible on light, for which
  /// ``light`` has darker ones.
  public static let standard = Theme(
    name: "standard",
    inks: inks([
      nil, nil, 0x8A8A8A, 0x6C6C6C, nil, 0x3A8FD9, 0x76B900, 0xD78700, 0xE5484D, 0x2AA198,
      0x5F87AF, 0x87AFD7, 0x8787AF, 0x5FAFAF, 0xA8A8A8, 0x6F7F8F,
    ]),
    light: quietLight,
    dark: quietDark)

  /// Darker tones for light backgrounds.
  public static let light = Theme(
    name: "light",
    inks: inks([
      nil, nil, 0x5F5F5F, 0x9E9E9E, nil, 0x005FAF, 0x2F7400, 0xAF5F00, 0xC4282D, 0x00706B,
      0x3F6791, 0x6B8FB8, 0x65658F, 0x3E8383, 0x767676, 0x4A5866,
    ]),
    light: quietLight,
    dark: quietDark)

  /// Strong, saturated tones and bold text.
  public static let highContrast = Theme(
    name: "high-contrast",
    inks: inks(
      [
        nil, nil, nil, nil, nil, 0x00AFFF, 0x76B900, 0xFFAF00, 0xFF5F5F, 0x00D7AF,
        0x5FAFFF, 0xD7AFFF, 0xFFD7AF, 0xAFFFD7, 0xD0D0D0, 0xAFAFAF,
      ], bold: [.strong, .heading, .accent, .target, .possible, .alarm, .good]),
    light: Palette(
      paper: 0xFFFFFF,
      inks: [
        0x000000, 0x000000, 0x1F1F1F, 0x3F3F3F, 0x000000, 0x0040A0, 0x2F5500, 0x7A3E00, 0xA00010,
        0x00524C, 0x003F7F, 0x5F2F8F, 0x7F4F1F, 0x1F5F3F, 0x3F3F3F, 0x5F5F5F,
      ]),
    dark: Palette(
      paper: 0x000000,
      inks: [
        0xFFFFFF, 0xFFFFFF, 0xE4E4E4, 0xC6C6C6, 0xFFFFFF, 0x5FC8FF, 0x9BE000, 0xFFB733, 0xFF7B7B,
        0x3FE5C4, 0x7FBFFF, 0xDCC0FF, 0xFFDDB8, 0xB8FFDD, 0xD8D8D8, 0xB4B4B4,
      ]))

  /// Colours that stay apart for every common form of colour blindness (Okabe and Ito, "Color
  /// Universal Design", 2008): sky blue, bluish green, orange, vermillion, blue, reddish purple.
  public static let colourBlind = Theme(
    name: "colour-blind",
    inks: inks([
      nil, nil, 0x8A8A8A, 0x6C6C6C, nil, 0xCC79A7, 0x009E73, 0xE69F00, 0xD55E00, 0x56B4E9,
      0x0072B2, 0xBFB53A, 0x7FA9C9, 0x999999, 0xA8A8A8, 0x6C6C6C,
    ]),
    light: Palette(
      paper: 0xFFFFFF,
      inks: [
        0x1F2328, 0x000000, 0x59636E, 0x8C959F, 0x000000, 0x0072B2, 0x007A59, 0x9A6A00, 0xC05400,
        0x2F6F9F, 0x0072B2, 0xB05A89, 0x3D9BD1, 0x7F7F7F, 0xC98B00, 0x5F5F5F,
      ]),
    dark: Palette(
      paper: 0x0D1117,
      inks: [
        0xD1D7E0, 0xFFFFFF, 0x8B949E, 0x5A636E, 0xFFFFFF, 0x56B4E9, 0x14B88A, 0xE69F00, 0xF0752A,
        0x7FC4EC, 0x3F9FD9, 0xDC93BC, 0x8CCBF0, 0xA6A6A6, 0xF0C060, 0x7F8790,
      ]))

  /// No colour at all: bold, dim, underline and reverse tell the roles apart.
  public static let monochrome = Theme(
    name: "monochrome",
    inks: Role.allCases.map { role in
      Ink(colour: nil, index16: nil, attributes: plain(role), colourless: plain(role))
    },
    light: Palette(
      paper: 0xFFFFFF,
      inks: [
        0x1F2328, 0x000000, 0x6A6A6A, 0x9A9A9A, 0x000000, 0x000000, 0x000000, 0x6A6A6A, 0x000000,
        0x1F2328, 0x3F3F3F, 0x6F6F6F, 0x9F9F9F, 0x555555, 0x858585, 0xB5B5B5,
      ]),
    dark: Palette(
      paper: 0x0D1117,
      inks: [
        0xD1D7E0, 0xFFFFFF, 0x8B949E, 0x5A636E, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0x8B949E, 0xFFFFFF,
        0xD1D7E0, 0xC0C0C0, 0x909090, 0x606060, 0xA8A8A8, 0x7E7E7E, 0x4C4C4C,
      ]))

  private static let quietLight = Palette(
    paper: 0xFFFFFF,
    inks: [
      0x1F2328, 0x000000, 0x59636E, 0xAFB8C1, 0x000000, 0x0969DA, 0x538300, 0x9A6700, 0xCF222E,
      0x0F7B72, 0x41719C, 0x7FA3C7, 0x74749C, 0x4E9494, 0x98A2AD, 0x5B6875,
    ])

  private static let quietDark = Palette(
    paper: 0x0D1117,
    inks: [
      0xD1D7E0, 0xFFFFFF, 0x8B949E, 0x484F58, 0xFFFFFF, 0x58A6FF, 0x76B900, 0xE3A73A, 0xF0656B,
      0x3FBFB0, 0x5F87AF, 0x87AFD7, 0x8787AF, 0x5FAFAF, 0xA8B0B8, 0x6F7F8F,
    ])

  /// The attributes that tell a role apart where there is no colour.
  ///
  /// Reverse video is left to what is selected, and underline to words: the roles of lines and bars
  /// have neither.
  private static func plain(_ role: Role) -> Attributes {
    switch role {
    case .plain, .good, .series1, .series4: []
    case .strong, .series2: .bold
    case .dim, .rule, .series3, .series6: .dim
    case .heading: [.bold, .underline]
    case .target: .bold
    case .accent: [.bold, .italic]
    case .possible, .series5: .italic
    case .alarm: [.bold, .underline]
    }
  }

  /// The terminal's named colour nearest in meaning to each role; nil for its own foreground.
  private static func named16(_ role: Role) -> UInt8? {
    switch role {
    case .plain, .strong, .heading, .series5: nil
    case .dim, .rule, .series6: 8
    case .accent, .series1: 12
    case .target: 2
    case .possible: 3
    case .alarm: 9
    case .good, .series2: 6
    case .series3: 5
    case .series4: 14
    }
  }

  private static func inks(_ colours: [UInt32?], bold: Set<Role> = [.strong, .heading]) -> [Ink] {
    zip(Role.allCases, colours).map { role, colour in
      Ink(
        colour: colour.map(RGB.init),
        index16: colour == nil ? nil : named16(role),
        attributes: bold.contains(role) ? .bold : [],
        colourless: plain(role))
    }
  }
}
