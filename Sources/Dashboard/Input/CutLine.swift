/// The scenario as it is typed, what may be taken away, and what is wrong with it.
public struct CutLine: Sendable {
  /// A scenario as it is typed, and in words.
  public struct Offer: Hashable, Sendable {
    public let text: String
    public let words: String
  }

  public var editor: LineEditor
  /// The offers that stand whatever is typed.
  private let standing: [Offer]
  /// The offers that what is typed asks for.
  var typed: [Offer] = []
  public var offers: [Offer] { typed + standing.filter { !typed.contains($0) } }
  /// The fault of the line that was last tried.
  public var error: String?

  /// A line that starts with the first of some offers.
  init(_ offers: [Offer]) {
    standing = offers
    editor = LineEditor(offering: offers.first?.text ?? "")
  }

  /// The offer that the line is.
  public var chosen: Int? {
    let text = trimmed(editor.text)
    return offers.firstIndex { $0.text == text }
  }

  /// Writes the next offer, or an earlier one, round and round; of a word begun the first that begins so.
  mutating func choose(by step: Int) {
    guard !offers.isEmpty else { return }
    let begun = trimmed(editor.text)
    let place: Int
    if let chosen {
      place = (chosen + step + offers.count) % offers.count
    } else {
      place = offers.firstIndex { $0.text.hasPrefix(begun) } ?? 0
    }
    choose(place)
  }

  /// Writes an offer by its place.
  mutating func choose(_ place: Int) {
    guard offers.indices.contains(place) else { return }
    editor = LineEditor(offering: offers[place].text)
    error = nil
  }
}
