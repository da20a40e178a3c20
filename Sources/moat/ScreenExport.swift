import Canvas
import Dashboard
import Dataset

/// A screen of the dashboard on its way into files. A value, so that it can be written aside.
struct ScreenExport: Sendable {
  let state: State
  let theme: Theme
  let names: ExportNames

  /// The names of the files written so far, and the words for what was done.
  struct Outcome: Sendable {
    let names: ExportNames
    let message: State.Message
  }

  /// Nobody wants the file any more.
  private struct Left: Error {}

  /// Writes the view in some formats, a file each. Left, it writes no further file, and says which are there.
  ///
  /// - Parameters:
  ///   - pane: The pane that the rows are of; `nil` where it has no list.
  ///   - isLeft: True if the files are no longer wanted.
  func write(
    as formats: [OutputFormat], pane: Int?, until isLeft: () -> Bool
  ) -> Outcome {
    let place = state.place
    let sheet = Sheet(page: place.page, world: state.world, settings: place.view.settings)
    let width = max(100, state.size.width)
    var request = OutputRequest(sheet, table: state.exportedTable(ofPane: pane)) {
      sheet.canvas(width: width, height: nil)
    }
    request.theme = theme
    var names = names
    var written: [String] = []
    do {
      for format in formats {
        guard let ending = format.endings.first else { continue }
        let rows = format.scope == .list ? pane : nil
        written.append(
          try names.write(
            as: state.exportName(ofPane: rows), ending,
            of: "\(state.exportedView) \(rows.map { "\($0)" } ?? "")"
          ) { sink in
            try format.write(request) {
              if isLeft() { throw Left() }
              try sink($0)
            }
          })
      }
    } catch is Left {
      let words = written.isEmpty ? "no file was written" : ScreenExport.words(written)
      return Outcome(names: names, message: .note("left; \(words)"))
    } catch {
      return Outcome(names: names, message: .failure("\(error)"))
    }
    return Outcome(names: names, message: .note(ScreenExport.words(written)))
  }

  private static func words(_ written: [String]) -> String {
    let folder = FileWriter.folder.map { $0 == "/" ? $0 : $0 + "/" } ?? ""
    return written.count == 1
      ? "written: \(folder)\(written[0])"
      : "written in \(folder): \(written.joined(separator: ", "))"
  }
}
