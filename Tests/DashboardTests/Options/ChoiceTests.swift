import Testing

@testable import Dashboard

@Suite struct ChoiceTests {
  private static let round = Choice(
    .form, "a", among: ["a", "b", "c"],
    keys: [.next("n", help: "next"), .back("p", help: "before")]
  ) { "shows \($0)" }

  private static let range = Choice(.east, -2...3, keys: [.next("n", help: "next")])

  @Test func aNumberIsReadAndWrittenAsAValue() {
    var settings = Settings()
    #expect(settings[Self.round] == "a")
    settings[Self.round] = "c"
    #expect(settings[Self.round] == "c")
    #expect(settings[.form] == 2)
    #expect(settings[Self.range] == 0)
    settings[Self.range] = -2
    #expect(settings[.east] == -2)
  }

  @Test(arguments: [-1, 3, Int.max, Int.min])
  func aNumberOfNoValueIsTheUsualOne(_ number: Int) {
    #expect(Self.round.value(at: number) == "a")
    #expect(Self.range.value(at: Int.max) == 0)
    #expect(Self.range.value(at: Int.min) == 0)
  }

  @Test func keysGoRoundOrStop() {
    #expect(Self.round.number(2, movedBy: 1) == 0)
    #expect(Self.round.number(0, movedBy: -1) == 2)
    #expect(Self.range.number(3, movedBy: 1) == 3)
    #expect(Self.range.number(-2, movedBy: -1) == -2)
    #expect(Self.range.number(0, movedBy: -1) == -1)
  }

  /// A screen on which nothing was chosen keeps nothing, so that the usual value has the number 0.
  @Test func everyOptionBeginsWithItsUsualValue() {
    for kind in ScreenKind.allCases {
      let choices = kind.type.choices
      #expect(Set(choices.map(\.setting)).count == choices.count, "\(kind.title)")
      for choice in choices {
        #expect(choice.numbers.contains(0), "\(kind.title): \(choice.setting)")
        #expect(choice.numbers.count > 1, "\(kind.title): \(choice.setting)")
        #expect(!choice.bindings(on: kind).isEmpty, "\(kind.title): \(choice.setting)")
      }
    }
    #expect(CapitalOptions.grouping.value(at: 0) == CapitalOptions.grouping.standard)
    #expect(ComputeOptions.grouping.value(at: 0) == ComputeOptions.grouping.standard)
    #expect(ExposureChoices.view.value(at: 0) == ExposureChoices.view.standard)
    #expect(InvestorOptions.fold.value(at: 0) == .groups)
  }
}
