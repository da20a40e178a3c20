import Dashboard
import Dataset
import Glibc
import Insight

/// The last visits to the dashboard, kept in the state folder: their days in `visit`. In `rows` are the
/// fingerprints of the rows at the end of the last visit to each set of packages.
///
/// `visit` holds the last day and the last day before it. So a second visit on a day still shows the
/// changes since the visit before. An unreadable or unwritable file counts as no visit.
struct LastVisit {
  private let files: UserFiles

  init(_ files: UserFiles = UserFiles()) { self.files = files }

  func day(before today: Day) -> Day? { days.last { $0 < today } }

  /// Notes the end of a visit: the day, and the rows that were there.
  func note(_ today: Day, _ dataset: Dataset) {
    _ = files.change(.visit) { text in
      let kept = LastVisit.days(text)
      guard kept.last.map({ $0 < today }) ?? true else { return text }
      return [kept.last, today].compactMap(\.self).map { "\($0)\n" }.joined()
    }
    guard dataset.hasPrints else { return }
    let name = LastVisit.name(of: dataset)
    _ = files.change(.rows) {
      VisitedRows(text: $0)
        .noting({ RowPrints(dataset) }, stamp: dataset.stamp, of: name, on: today).text
    }
  }

  /// The rows at the end of the last visit to the packages of a dataset, and its day.
  func rows(of dataset: Dataset) -> (prints: RowPrints, day: Day)? {
    VisitedRows(text: files.read(.rows) ?? "").rows(of: LastVisit.name(of: dataset))
  }

  /// The state of the data at the end of the last visit, read when it is asked for.
  var past: Past {
    Past { dataset in
      rows(of: dataset).map { Entered(dataset, since: $0.prints, on: $0.day) }
    }
  }

  /// The packages by their folders: the same folders laid over each other in another order are other facts.
  private static func name(of dataset: Dataset) -> String {
    dataset.packages.map { package in
      guard let path = realpath(package.folder, nil) else { return package.folder }
      defer { free(path) }
      return String(cString: path)
    }.joined(separator: ":")
  }

  private var days: [Day] { LastVisit.days(files.read(.visit) ?? "") }

  private static func days(_ text: String) -> [Day] {
    text.split(whereSeparator: \.isNewline).compactMap { Day(String($0)) }.sorted()
  }
}
