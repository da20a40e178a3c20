import Charts
import Dataset

/// A day as people write it: `21 Nov 2026`.
func readable(_ day: Day) -> String { readable(PartialDate(day)) }

/// A date as people write it, as precise as it is known: `21 Nov 2026`, `Nov 2026`, `2026`.
func readable(_ date: PartialDate) -> String {
  let names = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  guard let month = date.month else { return String(date.year) }
  guard let day = date.day else { return "\(names[month - 1]) \(date.year)" }
  return "\(day) \(names[month - 1]) \(date.year)"
}

/// The time until something is due: `in 39 days`, `today`. For a partial date its known part, `in
/// 2026`. A count of days would name a day that nobody has named.
func coming(_ due: PartialDate?, in days: Int) -> String {
  if let due, due.precision != .day { return "in \(readable(due))" }
  return days == 0 ? "today" : "in \(NumberFormat.days(days))"
}

/// The same in the few cells of a table: `in 39 d`, `in 2026-12`, `in 2026`.
func shortComing(_ due: PartialDate?, in days: Int) -> String {
  if let due, due.precision != .day { return "in \(due)" }
  return "in \(NumberFormat.shortDays(days))"
}
