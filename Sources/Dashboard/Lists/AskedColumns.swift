import Insight

extension Filter {
  /// The columns, by id, in which the rows that a filter lets through may still differ.
  ///
  /// They are the first to be shown where not all columns fit: whoever asks for sites with a tenant wants to
  /// read the tenants. A field with only a single value, as in `vendor:nvidia`, says the same in every row.
  var askedColumns: Set<String> {
    var asked: Set<String> = []
    for term in terms {
      guard case .field(let field, let comparison, let values) = term.test else { continue }
      let isOpen =
        term.isNegated || comparison != .matches && comparison != .equals || values.count > 1
      switch field.name {
      case "has", "missing":
        asked.insert(field.name)
        for case .text(let name) in values.map(\.operand) { asked.insert(name) }
      case "since", "until": asked.insert("date")
      // A stage that is not yet reached is told by its day.
      case "status" where isOpen: asked.formUnion(["status", "target"])
      case "amount": asked.insert("usd_m")
      case "target": asked.insert("target")
      default: if isOpen { asked.insert(field.name) }
      }
    }
    return asked
  }
}
