/// The program that opens an address: the commands of `$BROWSER`, else `xdg-open`.
///
/// The variable holds commands with colons between them, the first that works counts. In each `%s`
/// stands for the address, which otherwise goes behind it, and `%%` for a percent sign.
enum Browser {
  /// The commands to try for an address, in turn; none where there is no browser.
  static func commands(
    for url: String, environment: (String) -> String?, exists: (String) -> Bool
  ) -> [[String]] {
    guard let named = environment("BROWSER"), named.contains(where: { !$0.isWhitespace }) else {
      return exists("xdg-open") ? [["xdg-open", url]] : []
    }
    return (ShellWords.commands(named, separator: ":") ?? []).map { command($0, url) }
  }

  /// True if an address is one of a page: it comes from the data, and a browser would take others as
  /// files or options.
  static func isPage(_ url: String) -> Bool {
    let lowered = url.prefix(8).lowercased()
    return (lowered.hasPrefix("http://") || lowered.hasPrefix("https://"))
      && url.unicodeScalars.allSatisfy { $0.value > 0x20 && !(0x7F..<0xA0).contains($0.value) }
  }

  private static func command(_ words: [String], _ url: String) -> [String] {
    var isPlaced = false
    let filled = words.enumerated().map { index, word in
      // The program is named, never made of the address.
      guard index > 0 else { return word }
      var result = ""
      var rest = Substring(word)
      while let character = rest.popFirst() {
        if character == "%", rest.first == "s" {
          isPlaced = true
          rest.removeFirst()
          result += url
        } else if character == "%", rest.first == "%" {
          result.append(rest.removeFirst())
        } else {
          result.append(character)
        }
      }
      return result
    }
    return isPlaced ? filled : filled + [url]
  }
}
