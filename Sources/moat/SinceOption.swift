import ArgumentParser
import Dataset
import Insight

extension Since {
  /// Reads an option's value.
  static func argument(_ text: String) throws -> Since {
    guard let since = Since(text) else {
      throw ValidationError("'\(text)' is no day; expected a day such as \(Since.examples).")
    }
    return since
  }

  /// The day meant, before the day shown; refuses a later day, and a last visit that never was.
  func day(shown: Day) throws -> Day {
    guard let day = day(before: shown, lastVisit: LastVisit().day(before: Standard.today)) else {
      throw Failure.noInput(
        "--since last-visit: no earlier day with a visit to the dashboard is remembered; name a day, such "
          + "as \(Since.examples)")
    }
    guard day <= shown else {
      throw Failure.usage(
        "--since \(day) is after the day shown, \(shown); name an earlier day, or a later --as-of")
    }
    return day
  }
}
