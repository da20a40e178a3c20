import Capture
import Dashboard
import Dataset

/// Facts that are entered in the dashboard: the checker asked, and the package written.
struct DashboardEntry {
  private let data: [String]
  private let visit: String

  /// - Parameters:
  ///   - data: The packages as the command line names them.
  ///   - visit: The name of this run of the program, so that its forms are told from those of another.
  init(data: [String], visit: String) {
    self.data = data
    self.visit = visit
  }

  /// Checks or writes what a form holds.
  func answer(_ request: EntryForm.Request) -> State.EntryAnswer {
    guard let kind = EntryKind(request.kind) else { return .refused(["there is no such kind"]) }
    let draft = Draft(kind, request.values)
    do {
      let session = try EntrySession(data: data, into: nil)
      let manner = EntrySession.Manner(
        isDry: request.isDry, isMeant: true, group: "\(visit)-\(request.serial)")
      let outcome = try session.enter(manner) { builder throws(EntryFault) in
        if let subject = request.subject { return [try builder.update(subject, draft)] }
        return [try builder.entry(draft)]
      }
      guard request.isDry else {
        return .entered(kind: request.kind, id: outcome.entries.first?.name ?? "")
      }
      return .changes(
        EntryPrinter.lines(outcome.effect) + outcome.warnings.map(\.message)
          + ["goes to \(outcome.folder)"])
    } catch {
      return .refused("\(error)".split(separator: "\n").map(String.init))
    }
  }
}
