import Dataset

/// The mentions of some organisations in claims and milestones.
struct Mentions {
  private let slugs: Set<String>
  private let names: [Needle]
  private let dataset: Dataset

  init(of organisations: Set<ID<Organisation>>, in dataset: Dataset) {
    self.dataset = dataset
    slugs = Set(organisations.map { dataset.slug($0) })
    names = slugs.sorted().compactMap { dataset.organisation($0) }.map { Needle(dataset.name($0)) }
  }

  func concern(_ claim: Claim) -> Bool {
    [claim.metric, claim.stated].contains { words(of: $0).contains { slugs.contains($0) } }
      || isNamed(in: claim.claim)
  }

  func concern(_ milestone: Milestone) -> Bool {
    isNamed(in: milestone.title) || isNamed(in: milestone.note)
  }

  private func isNamed(in text: Text) -> Bool {
    let text = dataset.string(text)
    return names.contains { $0.occursAsWords(in: text) }
  }

  /// The ids, words and numbers of a text.
  private func words(of text: Text) -> [String] {
    dataset.string(text).split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
  }
}

extension Needle {
  /// True if the needle stands in a text as whole words.
  func occursAsWords(in text: String) -> Bool {
    let folded = FoldedText.bytes(text)
    guard !bytes.isEmpty, folded.count >= bytes.count else { return false }
    return (0...(folded.count - bytes.count)).contains { start in
      let end = start + bytes.count
      return folded[start..<end].elementsEqual(bytes)
        && (start == 0 || !FoldedText.isWordByte(folded[start - 1]))
        && (end == folded.count || !FoldedText.isWordByte(folded[end]))
    }
  }
}

extension Sequence {
  /// By date, the latest first; of equals in the order they stand in.
  func latestFirst(_ date: (Element) -> PartialDate) -> [Element] {
    enumerated().sorted { left, right in
      let (first, second) = (date(left.element), date(right.element))
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
  }
}
