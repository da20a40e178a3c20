import Dataset
import Insight
import Testing

/// The head of a group is the last that the way of owners leads to.
@Suite struct GroupHeadsTests {
  private static func heads(
    _ dataset: Dataset, _ heads: GroupHeads
  ) -> [String] {
    dataset.organisations.map { dataset.slug($0.id) + " " + dataset.slug(heads[$0.id]) }
  }

  /// `low` and `late` lead to `top` by way of `middle`. `one` and `two` own each other, and `guest`
  /// belongs to the first: each of the three stays on its own.
  @Test func aCircleHasNoHead() throws {
    let dataset = try SyntheticPackage.dataset([
      .organisations: """
      id,name,parent
      low,Low,middle
      middle,Middle,top
      top,Top,
      one,One,two
      two,Two,one
      guest,Guest,one
      late,Late,middle
      alone,Alone,
      """
    ])
    let groups = GroupHeads(dataset, .groups)
    #expect(
      Self.heads(dataset, groups) == [
        "low top", "middle top", "top top", "one one", "two two", "guest guest", "late top",
        "alone alone",
      ])
    let top = try #require(dataset.organisation("top"))
    #expect(
      groups.members(of: top, in: dataset).map { dataset.slug($0) } == [
        "low", "middle", "top", "late",
      ])
    let single = GroupHeads(dataset, .none)
    #expect(single.members(of: top, in: dataset) == [top])
  }

  /// A bought company belongs to its buyer where purchases count, and to its parent where they do
  /// not.
  @Test(arguments: [
    (ExposureOptions(), "part part, whole whole, seller seller, buyer buyer, head head"),
    (
      ExposureOptions(folding: .groups),
      "part seller, whole seller, seller seller, buyer head, head head"
    ),
    (
      ExposureOptions(purchases: .counted),
      "part part, whole buyer, seller seller, buyer buyer, head head"
    ),
    (
      ExposureOptions(folding: .groups, purchases: .counted),
      "part head, whole head, seller seller, buyer head, head head"
    ),
  ])
  func aPurchaseLeadsToItsBuyer(_ options: ExposureOptions, _ expected: String) throws {
    let dataset = try SyntheticPackage.dataset([
      .organisations: """
      id,name,parent
      part,Part,whole
      whole,Whole,seller
      seller,Seller,
      buyer,Buyer,head
      head,Head,
      """,
      .relations: """
      from,to,kind,date,status
      head,whole,owns,2025-01-01,announced
      buyer,whole,owns,2025-02-01,announced
      """,
    ])
    let heads = GroupHeads(dataset.asOf(try day("2026-01-01")), options)
    #expect(Self.heads(dataset, heads).joined(separator: ", ") == expected)
  }
}
