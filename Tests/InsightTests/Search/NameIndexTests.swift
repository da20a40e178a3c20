import Dataset
import Testing

@testable import Insight

@Suite struct NameIndexTests {
  private static func found(_ query: String, _ name: String, other: String = "") -> String {
    let hits = NameIndex([(name: name, other: other)]).search(query)
    return hits.first.map { "\($0.rank)" } ?? "nothing"
  }

  @Test(arguments: [
    ("nscale", "Nscale", "whole"), ("ns", "Nscale", "start"), ("ai", "Mistral AI", "wordStart"),
    ("str", "Mistral AI", "inside"), ("julich", "Forschungszentrum Jülich", "wordStart"),
    ("strasse", "Straße 1", "start"), ("ai mistral", "Mistral AI", "everyWord"),
    ("mistral  ai", "Mistral AI", "whole"), ("ncl", "Nscale", "scattered"),
    ("mai", "Mistral AI", "scattered"), ("xyz", "Nscale", "nothing"),
    ("nscale x", "Nscale", "nothing"), ("elacsn", "Nscale", "nothing"),
    ("aa", "banana", "scattered"), ("nana", "banana", "inside"), ("n s", "Nscale", "everyWord"),
  ])
  func aNameIsFound(_ query: String, _ name: String, _ rank: String) {
    #expect(Self.found(query, name) == rank)
  }

  @Test func ofEqualsTheLesserSortComesFirstHoweverLong() {
    let names = [("Arm UK", 1), ("Arm Holding", 0), ("Arm", 2), ("Farmers", 0)]
    let index = NameIndex(
      names.map { (name: $0.0, other: "") }, sorts: names.map { UInt8($0.1) })
    #expect(
      index.search("arm").map { names[$0.index].0 } == ["Arm", "Arm Holding", "Arm UK", "Farmers"])
  }

  @Test func anIdCountsLessThanAName() {
    #expect(Self.found("fz-j", "Forschungszentrum Jülich", other: "fz-juelich") == "otherName")
    #expect(Self.found("jülich fz", "Forschungszentrum Jülich", other: "fz-juelich") == "everyWord")
  }

  @Test func theBestComesFirstAndOfEqualsTheShorterThenTheEarlier() {
    let names = ["Arm Holding", "Charm", "Arm", "Farm", "Warm arms", "A red moon", "Farm"]
    let index = NameIndex(names.map { (name: $0, other: "") })
    let found = index.search("arm").map { "\(names[$0.index]) \($0.index)" }
    #expect(
      found == [
        "Arm 2", "Arm Holding 0", "Warm arms 4", "Farm 3", "Farm 6", "Charm 1", "A red moon 5",
      ])
    #expect(index.search("").map(\.index) == Array(0..<7))
    #expect(NameIndex([(name: String, other: String)]()).search("x").isEmpty)
  }

  /// A scattered query is as good as it is close: of two spreads the nearer wins.
  @Test func lettersCloseTogetherAreBetter() {
    let index = NameIndex([(name: "n....s....c", other: ""), (name: "xnxsxc", other: "")])
    #expect(index.search("nsc").map(\.index) == [1, 0])
    // Where in the name they stand does not count.
    let late = NameIndex([(name: "n.s..c", other: ""), (name: "xxxxxxxxn.s.c", other: "")])
    #expect(late.search("nsc").map(\.index) == [1, 0])
  }

  /// A sort beyond the last is the last, and never changes how well a name fits.
  @Test func sortsEndAtFifteen() {
    let names = [("Arm", UInt8(200)), ("Arms", 0), ("Arm", 15), ("Arm", 16), ("Arm", 14)]
    let index = NameIndex(names.map { (name: $0.0, other: "") }, sorts: names.map(\.1))
    let found = index.search("arm").map { "\($0.rank) \($0.index)" }
    #expect(found == ["whole 4", "whole 0", "whole 2", "whole 3", "start 1"])
  }

  /// Names beyond the sorts given are of the first.
  @Test func aNameWithoutASortIsOfTheFirst() {
    let index = NameIndex(["Arm", "Arm"].map { (name: $0, other: "") }, sorts: [1])
    #expect(index.search("arm").map(\.index) == [1, 0])
  }

  @Test func theBetterRankIsLess() {
    let ranks: [NameIndex.Rank] = [
      .scattered, .inside, .whole, .everyWord, .start, .otherName, .wordStart,
    ]
    #expect(
      ranks.sorted() == [
        .whole, .start, .wordStart, .inside, .otherName, .everyWord, .scattered,
      ])
  }

  /// Against a plain reading of the rules, on random names over few letters, where hits are many.
  @Test func itFindsWhatAPlainReadingFinds() {
    var random = SplitMix64(seed: 7)
    let letters = Array("ab -")
    func word(_ longest: Int) -> String {
      String(
        (0..<Int(random.next() % UInt64(longest))).map { _ in letters[Int(random.next() % 4)] })
    }
    for _ in 0..<2_000 {
      let (name, query) = (word(10), word(4))
      let words = query.split(separator: " ")
      guard !words.isEmpty else { continue }
      let whole = words.joined(separator: " ")
      let expected: String
      if name == whole {
        expected = "whole"
      } else if name.hasPrefix(whole) {
        expected = "start"
      } else if name.contains(whole) {
        let starts = name.indices.filter { name[$0...].hasPrefix(whole) }
        let isWord = starts.contains { !"ab".contains(name[name.index(before: $0)]) }
        expected = isWord ? "wordStart" : "inside"
      } else if words.count > 1, words.allSatisfy({ name.contains($0) }) {
        expected = "everyWord"
      } else {
        var rest = whole.filter { $0 != " " }[...]
        for letter in name where letter == rest.first { rest = rest.dropFirst() }
        expected = rest.isEmpty ? "scattered" : "nothing"
      }
      #expect(Self.found(query, name) == expected, "\"\(query)\" in \"\(name)\"")
    }
  }
}
