import Insight

extension PaletteEntries {
  /// Two names typed one after the other, both meaning a company or both a country: to compare them.
  func comparison(_ text: String) -> Palette.Entry? {
    let words = text.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
    let between: Set = ["with", "and", "vs", "vs.", "versus", "against", "to"]
    let names = words.first == "compare" ? Array(words.dropFirst()) : words
    guard names.count > 1 else { return nil }
    for split in 1..<names.count {
      var right = names[split...]
      if let first = right.first, between.contains(first) { right = right.dropFirst() }
      guard let one = comparable(names[..<split].joined(separator: " ")),
        let other = comparable(right.joined(separator: " ")), one.fact != other.fact,
        one.fact.isCountry == other.fact.isCountry
      else { continue }
      return Palette.Entry(
        "compare \(one.title) with \(other.title)", kind: "side by side",
        .page(.compare([one.fact, other.fact])))
    }
    return nil
  }

  /// The company or the country of a name, where its beginning or that of a word of it was typed.
  private func comparable(_ name: String) -> (title: String, fact: Fact)? {
    guard !name.isEmpty else { return nil }
    for hit in index.search(name) where hit.rank <= .wordStart {
      let entry = entries[hit.index]
      guard case .page(let page) = entry.destination else { continue }
      switch page.subject {
      case .organisation(let slug): return (entry.title, .organisation(slug))
      case .country(let code) where entry.kind == "country": return (entry.title, .country(code))
      default: continue
      }
    }
    return nil
  }
}
