import Dataset

extension Independence {
  /// The shape of `json`.
  public static let shape: JSONShape = .list([
    "id": .text, "verdict": .word(of: Verdict.self), "lab": .flag, "accelerators": .accelerators,
    "without": .accelerators, "without_possible": .accelerators, "uncounted": .count,
    "makers": .ids, "sites": .ids,
  ])
}

extension CircularMoney {
  /// The shape of `json`.
  public static let shape: JSONShape = [
    "as_of": .day, "unit": .word(of: ComputeUnit.self),
    "circles": .list(
      .list([
        "from": .text, "to": .text, "flow": .word(of: MoneyFlow.self), "usd_m": .maybe(.dollars),
        "undisclosed": .count, "accelerators": .maybe(.accelerators),
        "size": .maybe(.range(.quantity("the unit of the document"))), "unsized": .count,
        "first": .date,
        "last": .date, "announced": .flag, "sources": .ids,
      ])),
  ]
}

extension ConcentrationReport {
  private static let index = "the index of Herfindahl and Hirschman, 0 to 10,000"

  /// The shape of `json`; amounts are in a unit of compute or in millions of dollars, as `market` says.
  /// The greatest ends are there where a size is open between two.
  public static let shape: JSONShape = .list([
    "market": .text, "index": ["least": .quantity(index), "most": .quantity(index)],
    "suppliers_to_half": ["least": .maybe(.count), "most": .maybe(.count)],
    "suppliers": .count, "total": .number, "open": .number, "uncounted": .count,
    "total_most": .sometimes(.number),
    "parts": .list(["id": .text, "amount": .number, "amount_most": .sometimes(.number)]),
  ])
}

extension CapacityReport {
  /// The shape of `json`.
  public static let shape: JSONShape = {
    let size = JSONShape.range(.quantity("the unit that unit names"))
    let parts = JSONShape.list([
      "key": .text, "accelerators": .accelerators, "uncounted": .count, "size": size,
      "unsized": .count,
    ])
    return .list([
      "id": .text, "accelerators": .accelerators, "uncounted": .count,
      "unit": .word(of: ComputeUnit.self), "size": size, "unsized": .count, "by_vendor": parts,
      "by_customer": parts, "by_customer_home": parts, "by_jurisdiction": parts,
      "customers": .list([
        "id": .text, "accelerators": .accelerators, "uncounted": .count, "size": size,
        "unsized": .count, "possible": .quantity("the unit that unit names"),
        "relation": .maybe(.word(of: RelationStatus.self)),
        "date": .maybe(.date),
        "plans": .list([
          "id": .text, "accelerators": .maybe(.accelerators), "size": .maybe(size),
          "status": .word(of: ComputeStatus.self),
        ]),
      ]),
    ])
  }()
}

extension ComputeCourse {
  /// The shape of `json`: sizes by maker, in the unit that is asked for.
  public static let shape: JSONShape = [
    "months": .list([
      "day": .day, "running": .map(.number), "firm": .map(.number), "announced": .map(.number),
      "unsized": .count, "share": .maybe(.range(.share)),
    ]),
    "due": .list([
      "year": .maybe(.integer), "firm": .map(.number), "announced": .map(.number),
      "unsized": .count, "share_firm": .maybe(.range(.share)),
      "share_all": .maybe(.range(.share)),
    ]),
  ]
}

extension LawMatrix {
  /// The shape of `json`.
  public static let shape: JSONShape = .list([
    "operator_home": .text, "law": .text, "tenant_home": .text, "least": .number,
    "most": .number, "unsized": .count, "sites": .ids,
  ])
}
