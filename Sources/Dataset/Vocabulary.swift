/// The words a column may hold, each a case; the word is the case's name in kebab case.
public protocol Vocabulary: RawRepresentable<UInt8>, CaseIterable, Hashable, Sendable,
  JSONConvertible
{
  /// Every case's word, in the order of the cases. Written out, as to ask the case for its name costs
  /// a start-up of milliseconds.
  static var words: [String] { get }
}

extension Vocabulary {
  public var word: String { Self.words[Int(rawValue)] }

  public init?(_ word: some StringProtocol) {
    guard let index = Self.words.firstIndex(where: { $0 == word }) else { return nil }
    self.init(rawValue: UInt8(index))
  }
}
