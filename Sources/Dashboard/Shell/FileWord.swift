/// Words of names of files: small letters and digits of ASCII with dashes between them.
enum FileWord {
  /// A text as such a word, of at most so many letters.
  static func of(_ text: some StringProtocol, most: Int = 28) -> String {
    let words = text.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    var name = ""
    for word in words {
      let longer = name.isEmpty ? String(word) : name + "-" + word
      if longer.count > most { break }
      name = longer
    }
    return name
  }

  /// The choices on a screen that are not the usual, each in its first words.
  static func chosen(on place: State.Place) -> [String] {
    let settings = place.view.settings
    return type(of: place.screen).choices.compactMap { choice in
      let number = settings[choice.setting]
      guard number != choice.standardNumber else { return nil }
      let words = choice.mode(at: number) ?? choice.words(at: number)
      // The words after a comma explain.
      return words.map { of($0.prefix { $0 != "," }) }
    }
  }
}
