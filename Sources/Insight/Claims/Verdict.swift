import Dataset

/// The outcome of reckoning the figure of a claim again.
public enum Verdict: String, CaseIterable, Sendable, JSONConvertible {
  case holds
  case differs
  /// No source was found, or nothing says how to check it.
  case unsourced
  /// It is a matter of opinion.
  case judgement

  /// Compares a stated figure with a value.
  ///
  /// - Amounts, accelerators, percentages and figures of other units agree within 1 % of the stated
  ///   figure. Months agree within a quarter of a month; ranks and states must be equal. A unit that
  ///   ends in "minimum" asks for at least the stated figure.
  /// - An interval agrees when the stated figure lies in it.
  /// - Dates agree at the coarser precision of the two.
  /// - Of `organisations` all that are stated must be found. An `organisation`, a chip or a status must
  ///   be found alone.
  ///
  /// Throws what the stated cell should have held, where it cannot be read.
  static func comparing(
    _ stated: String, unit: ClaimUnit, with value: MetricValue, in dataset: Dataset
  )
    throws(MetricFault) -> Verdict
  {
    func fault(_ wanted: String) -> MetricFault {
      MetricFault(offset: 0, message: "found \"\(stated)\", expected \(wanted)")
    }
    let agrees: Bool
    switch value {
    case .unsourced: return .unsourced
    case .judgement: return .judgement
    case .confirmed: return .holds
    case .nothing: return .differs
    case .figure(let low, let high):
      guard let number = Stated.number(stated) else {
        throw fault("a number such as 14000 or 0.5, as the metric is a figure")
      }
      if unit.isMinimum {
        agrees = high >= number
      } else {
        let slack = unit.slack(around: number)
        agrees = low - slack <= number && number <= high + slack
      }
    case .date(let date):
      guard let wanted = PartialDate(stated) else {
        throw fault("a date such as 2026, 2026-03 or 2026-03-21, as the metric is a date")
      }
      agrees = sameDate(wanted, date)
    case .country(let id): agrees = dataset.code(id) == stated
    case .organisations(let ids):
      agrees = covers(
        ids.map { dataset.slug($0) }, list(stated), isOnly: unit.kind != .organisations)
    case .words(let words): agrees = covers(words, list(stated), isOnly: true)
    }
    return agrees ? .holds : .differs
  }

  /// True if two dates are the same at the coarser precision of the two.
  static func sameDate(_ left: PartialDate, _ right: PartialDate) -> Bool {
    guard left.year == right.year else { return false }
    guard let month = left.month, let other = right.month else { return true }
    guard month == other else { return false }
    guard let day = left.day, let another = right.day else { return true }
    return day == another
  }

  /// The values of a cell.
  static func list(_ text: String) -> [String] {
    text.split(separator: ";").map(String.init)
  }

  /// True if every value stated was found, and nothing else where that is asked for.
  static func covers(_ found: [String], _ stated: [String], isOnly: Bool) -> Bool {
    let isCovered = !stated.isEmpty && Set(found).isSuperset(of: stated)
    return isCovered && (!isOnly || Set(found).count == Set(stated).count)
  }
}
