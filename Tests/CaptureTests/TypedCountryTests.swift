import Dataset
import TestSupport
import Testing

@testable import Capture

/// Countries as people type them: by codes of ISO, by those of the European Union, by the beginnings of
/// names.
@Suite struct TypedCountryTests {
  private func builder() throws -> EntryBuilder {
    EntryBuilder(
      try SyntheticPackage.dataset([
        .countries: """
        code,name,bloc
        AT,Austria,EU
        EE,Estonia,EU
        GB,United Kingdom,UK
        GR,Greece,EU
        IE,Ireland,EU
        IL,Israel,other
        IS,Iceland,EEA
        SV,El Salvador,other
        UA,Ukraine,other
        """,
        .organisations: """
        id,name,kind,layer,country,source
        armada,Armada,fund,capital,GB,s
        arm,Arm Ltd,company,chips,GB,s
        """,
      ]), today: Held.today)
  }

  private func country(_ text: String) throws -> String? {
    var builder = try builder()
    let draft = Draft(
      try Held.kind("organisation"),
      [
        "name": "Somebody", "kind": "fund", "layer": "capital", "country": text, "source": "s",
      ])
    return (try? builder.entry(draft))?.row["country"]
  }

  @Test(arguments: [
    ("UK", "GB"), ("uk", "GB"), ("EL", "GR"), ("gb", "GB"), ("Ukraine", "UA"), ("IS", "IS"),
    ("United Kingdom", "GB"),
  ])
  func aCodeOfEitherKindIsTheCountry(_ text: String, _ code: String) throws {
    #expect(try country(text) == code)
  }

  @Test func noOtherCodeIsTaken() throws {
    #expect(try country("AU") == nil)
    #expect(try country("UX") == nil)
  }

  private func completion(_ text: String) throws -> String? {
    let builder = try builder()
    let kind = try Held.kind("organisation")
    let offers = builder.offers(for: "country", of: kind, holding: text)
    return builder.completion(for: "country", of: kind, holding: text, among: offers)?.text
  }

  @Test func twoLettersAreNotMadeAnotherCountry() throws {
    // Read as they are, they need no completion, and get none of another country.
    #expect(try completion("UK") == nil)
    #expect(try completion("EL") == nil)
    #expect(try completion("AU") == nil)
    #expect(try completion("is") == "IS")
    #expect(try completion("Ukr") == "UA")
    let offers = try builder().offers(
      for: "country", of: try Held.kind("organisation"), holding: "UK")
    #expect(offers.map(\.text) == ["GB", "UA"])
  }

  @Test func aNameThatIsHeldIsNotMadeLonger() throws {
    let builder = try builder()
    let kind = try Held.kind("round")
    for text in ["Foo; arm", "Foo; Arm Ltd"] {
      let offers = builder.offers(for: "investors", of: kind, holding: text)
      #expect(
        builder.completion(for: "investors", of: kind, holding: text, among: offers) == nil,
        "\(text)")
    }
    let offers = builder.offers(for: "investors", of: kind, holding: "Foo; arma")
    #expect(
      builder.completion(for: "investors", of: kind, holding: "Foo; arma", among: offers)?.text
        == "Foo;armada")
  }
}
