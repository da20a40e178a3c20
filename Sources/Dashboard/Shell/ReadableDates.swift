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
