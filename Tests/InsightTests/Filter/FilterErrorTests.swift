import Dataset
import Testing

@testable import Insight

@Suite struct FilterErrorTests {
  /// The picture of a mistake: the text, the carets, the message.
  private func picture(of text: String) throws -> String {
    let snapshot = try FilterData.snapshot()
    do throws(FilterError) {
      _ = try CompiledFilter(text, for: snapshot)
      return "no mistake"
    } catch {
      return error.rendered
    }
  }

  /// A value that is missing is pointed at by a single character, a pair of quotes by two.
  @Test(arguments: [
    ("company:", 8..<9), ("company:nscale,", 15..<16), ("company:\"\"", 8..<10), ("\"\"", 0..<2),
  ])
  func aMissingValueIsPointedAt(_ text: String, _ range: Range<Int>) {
    let error = #expect(throws: FilterError.self) { try Filter(text) }
    #expect(error?.range == range)
  }

  @Test(arguments: [
    """
    layer:infrastructre country:FR
          ^^^^^^^^^^^^^
    layer has no "infrastructre"; did you mean "infrastructure"?
    """,
    """
    compny:nscale
    ^^^^^^
    no field is called "compny"; did you mean "company"?
    """,
    """
    -company:nscael,mistral-ai
             ^^^^^^
    nothing in the dataset matches company:nscael; did you mean "nscale"?
    """,
    """
    company:"Mistrall AI"
            ^^^^^^^^^^^^^
    nothing in the dataset matches company:Mistrall AI; did you mean "Mistral AI"?
    """,
    """
    country:Frnace
            ^^^^^^
    nothing in the dataset matches country:Frnace; did you mean "France"?
    """,
    """
    year:2026 vendor:!nvidia
              ^^^^^^^^^^^^^^
    a minus before the whole term means not; did you mean "-vendor:nvidia"?
    """,
    """
    !country:FR
    ^
    a minus before the whole term means not; did you mean "-"?
    """,
    """
    not layer:models
    ^^^^
    a minus before the whole term means not; did you mean "-"?
    """,
    """
    country:FR layer:models or layer:chips
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^
    or is written with a comma; did you mean "layer:models,chips"?
    """,
    """
    nscale or mistral
           ^^
    or is written with a comma: layer:models,chips; quote the word to look for it
    """,
    """
    layer:chips and country:FR
                ^^^
    all terms have to hold, without "and"; quote the word to look for it
    """,
    """
    amount>lots
           ^^^^
    "lots" is not what amount takes: millions of dollars, such as 100, 250m or 1.5bn
    """,
    """
    since:2025-13
          ^^^^^^^
    "2025-13" is not what since takes: a date such as 2026, 2026-03 or 2026-03-21
    """,
    """
    quarter:2025-Q5
            ^^^^^^^
    "2025-Q5" is not what quarter takes: a quarter such as 2026-Q1
    """,
    """
    company>nscale
           ^
    company has no order; write company:nvidia
    """,
    """
    company:
            ^
    a value is missing here; company takes the id or name of an organisation, such as nvidia
    """,
    """
    country:FR, DE
               ^
    a value is missing here; country takes the code or name of a country, such as FR
    """,
    """
    nscale "series c
           ^
    the quote that opens here is never closed
    """,
    """
    "series c"x
              ^
    put a space or a comma behind the closing quote
    """,
    """
    nscale - series
           ^
    write what must not be, right behind the minus sign
    """,
    """
    status:runing
           ^^^^^^
    status has no "runing"; it takes one of closed, announced, conditional, withdrawn, contracted, \
    building, operational, paused, cancelled, active, ended, none, proposed, adopted, in-force, \
    designated, partial, agreed, scheduled, postponed, signed, partly, refused, firm, programme, \
    bid, option
    """,
    """
    id:nobody
       ^^^^^^
    nothing in the dataset matches id:nobody
    """,
  ])
  func aMistakeIsPointedAt(_ expected: String) throws {
    let text = String(expected.prefix { $0 != "\n" })
    #expect(try picture(of: text) == expected)
  }

  @Test(arguments: ["or", "and nscale", "not", "nscale or", "nscale \"or\" mistral", "!"])
  func aWordThatJoinsNothingIsLookedFor(_ text: String) throws {
    #expect(try picture(of: text) == "no mistake")
  }

  @Test func whatIsCorrectedReads() throws {
    let texts = [
      ("-vendor:!nvidia", "vendor:nvidia"), ("vendor:!nvidia", "-vendor:nvidia"),
      ("!country:FR", "-country:FR"), ("not layer:models", "-layer:models"),
      ("layer:models or layer:chips", "layer:models,chips"),
    ]
    for (text, corrected) in texts {
      let error = #expect(throws: FilterError.self) { try Filter(text) }
      #expect(error?.corrected == corrected)
      #expect(try Filter(corrected).text == corrected)
    }
  }

  @Test func theColumnsOfTablesNameFieldsToo() throws {
    for field in FilterField.all {
      for name in field.aliases {
        #expect(FilterField(named: name) == field, "\(name) names two fields")
      }
    }
    let offers = Filter.completions(of: "form", at: 4, in: try FilterData.snapshot())
    #expect(offers.map(\.text) == ["instrument:"])
  }

  @Test func twoTermsOfOneFieldAreWrittenAsOne() throws {
    #expect(try Filter("layer:chips year:2026 layer:models").either == "layer:chips,models")
    #expect(try Filter("layer:chips -layer:models").either == nil)
    #expect(try Filter("layer:chips,models country:FR").either == nil)
  }

  @Test func theTermsBeforeAMistakeAreKnown() throws {
    for (text, before) in [
      ("layer:chips amount>abc", "layer:chips"), ("country:", ""),
      ("\"a b\" -amount>x year:2026", "\"a b\""),
    ] {
      let error = #expect(throws: FilterError.self) { try Filter(text) }
      #expect(error?.textBefore == before)
    }
  }

  @Test func aSuggestionCanBeTaken() throws {
    let snapshot = try FilterData.snapshot()
    let error = #expect(throws: FilterError.self) {
      try CompiledFilter("-layer:modles,chips year:2026", for: snapshot)
    }
    #expect(error?.corrected == "-layer:models,chips year:2026")
    #expect(error?.reason == .unknownWord("modles", try #require(FilterField(named: "layer"))))
    #expect(error?.range == 7..<13)
  }

  /// Whatever is typed, there is an answer, and mistakes point into the text.
  @Test func nothingTypedIsTooMuch() throws {
    let snapshot = try FilterData.snapshot()
    let pieces = [
      "company", "amount", "since", ":", "=", "<", ">=", "-", "\"", ",", " ", "nscale", "2026-03",
      "é", "日本", "\u{301}", "100", "Q1", "x", "\t", "\u{1B}[31m", "👩‍👩‍👧",
    ]
    var random = SplitMix64(seed: 1)
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...9, using: &random))
        .map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
      do throws(FilterError) {
        let filter = try CompiledFilter(text, for: snapshot)
        _ = snapshot.rounds.count { filter.matches($0) }
      } catch {
        #expect(error.range.lowerBound <= text.count, "\(text)")
        #expect(!error.range.isEmpty, "\(text)")
        #expect(error.rendered.hasPrefix(text + "\n"), "\(text)")
      }
      for cursor in [0, text.count / 2, text.count] {
        for completion in Filter.completions(of: text, at: cursor, in: snapshot, limit: 3) {
          #expect(completion.range.lowerBound <= cursor, "\(text)")
          #expect(completion.range.upperBound <= text.count, "\(text)")
        }
      }
    }
  }
}

extension FilterError {
  /// The text, a line of carets under the mistake, and the message: three lines.
  fileprivate var rendered: String {
    let carets =
      String(repeating: " ", count: range.lowerBound)
      + String(repeating: "^", count: max(range.count, 1))
    return "\(text)\n\(carets)\n\(message)"
  }
}
