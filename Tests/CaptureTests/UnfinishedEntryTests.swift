import Dataset
import Testing

@testable import Capture

/// Everything that can be told of an entry while a field of it is wrong.
@Suite struct UnfinishedEntryTests {
  private func fault(_ kind: String, _ values: [String: String]) throws -> EntryFault {
    var builder = try Held.builder()
    let draft = Draft(try Held.kind(kind), values)
    do {
      _ = try builder.entry(draft)
    } catch {
      return error
    }
    throw NoFault()
  }

  private struct NoFault: Error {}

  @Test func whatIsAssumedAndWhatIsHeldAreKnownDespiteAFault() throws {
    let fault = try fault(
      "round",
      [
        "company": "nscale", "date": "2026-04-02", "amount_m": "1950", "currency": "USD",
        "source": "u", "post_money_m": "much",
      ])
    #expect(fault.reasons.map(\.field) == ["post_money_m"])
    let entry = try #require(fault.unfinished)
    #expect(entry.assumed.map(\.column).contains("status"))
    #expect(Concerns(try Held.dataset()).about(entry).count == 1)
  }

  @Test func aStateWithoutItsSourceHasItsDayAssumed() throws {
    var builder = try Held.builder()
    let draft = Draft(try Held.kind("site"))
    do {
      _ = try builder.update("north", draft)
      Issue.record("an update without a source")
    } catch {
      #expect(error.reasons.map(\.field) == ["source"])
      #expect(error.unfinished?.assumed.map(\.text).contains(Held.today.description) == true)
    }
  }

  @Test func everyMissingInvestorIsNamedAndBesideOtherFaults() throws {
    let fault = try fault(
      "round",
      [
        "company": "nscale", "date": "soon", "source": "u",
        "investors": "Foo Capital:lead; nvidia; Bar Capital; Baz",
      ])
    let message = try #require(fault.message(of: "investors"))
    for name in ["Foo Capital", "Bar Capital", "Baz"] { #expect(message.contains("\"\(name)\"")) }
    #expect(fault.message(of: "date") != nil)
    #expect(
      fault.reasons.compactMap(\.absent).map(\.name) == ["Foo Capital", "Bar Capital", "Baz"])
  }

  @Test(arguments: [
    ("Q2 2027", "type 2027-06", "quarter"), ("2027-Q2", "type 2027-06", "quarter"),
    ("q1 27", "type 2027-03", "quarter"), ("4Q2026", "type 2026-12", "quarter"),
    ("third quarter of 2027", "type 2027-09", "quarter"), ("H1 2027", "type 2027-06", "half"),
    ("2nd half 2027", "type 2027-12", "half"),
  ])
  func aQuarterIsToldItsMonth(_ text: String, _ words: String, _ noun: String) throws {
    let fault = try fault("round", ["company": "nscale", "date": text, "source": "u"])
    let message = try #require(fault.message(of: "date"))
    #expect(message.contains(words), "\(message)")
    #expect(message.contains(noun))
  }

  @Test(arguments: ["Q5 2027", "H3 2027", "Q 2027", "quarter", "Q2", "half 2027", "h", "Q2 20271"])
  func whatIsNoQuarterIsToldTheForms(_ text: String) throws {
    let fault = try fault("round", ["company": "nscale", "date": text, "source": "u"])
    #expect(fault.message(of: "date")?.contains("2026-09-25, 2026-09 or 2026") == true)
  }
}
