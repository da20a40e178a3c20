import Testing

@testable import Dataset

/// Every word is the name of its case in kebab case, but for abbreviations.
@Suite struct VocabularyTests {
  @Test func wordsAreTheNamesOfTheCases() {
    check(Layer.self)
    check(OrganisationKind.self)
    check(Confidence.self)
    check(SourceKind.self)
    check(Instrument.self)
    check(RoundStatus.self)
    check(InvestorRole.self)
    check(ValuationBasis.self)
    check(ComputeScope.self)
    check(ComputeStatus.self)
    check(RelationKind.self)
    check(RelationStatus.self)
    check(AuthorityRole.self)
    check(EnforcementStepKind.self)
    check(EnforcementStatus.self)
    check(MilestoneStatus.self)
    check(Weights.self)
    check(Modality.self)
    check(SignatureStatus.self)
    check(TableName.self)
    check(Currency.self) { $0.uppercased() }
    check(Bloc.self) { ["other", "union"].contains($0) ? $0 : $0.uppercased() }
  }

  private func check<Words: Vocabulary>(_: Words.Type, _ spelt: (String) -> String = { $0 }) {
    var expected: [String] = []
    for value in Words.allCases {
      var word = ""
      for letter in String(describing: value) {
        word += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
      }
      expected.append(spelt(word))
      #expect(Words(value.word) == value)
    }
    #expect(Words.words == expected)
    #expect(Words("no such word") == nil)
  }

  @Test func everyKeyIsAmongTheColumns() {
    for table in TableName.allCases {
      let schema = table.schema
      #expect(schema.keyColumns.count == schema.key.count)
      #expect(Set(schema.fields.map(\.name)).count == schema.fields.count)
      // The rule that settles the rows of a table with ids of its own.
      if schema.hasOwnIDs {
        let id = schema.fields[0].name
        #expect(schema.key == [id] || schema.key == [id, "date"])
      }
    }
  }

  @Test func theNearestNameIsMeant() {
    let names = ["nvidia", "nscale", "nebius", "mistral-ai"]
    #expect(nearest(to: "nvida", among: names) == "nvidia")
    #expect(nearest(to: "nvidai", among: names) == "nvidia")
    #expect(nearest(to: "Mistral-AI", among: names) == "mistral-ai")
    #expect(nearest(to: "openai", among: names) == nil)
    #expect(nearest(to: "", among: names) == nil)
    #expect(nearest(to: "x", among: []) == nil)
    #expect(nearest(to: String(repeating: "n", count: 100), among: names) == nil)
  }
}
