import Dashboard
import Dataset
import Insight

/// What was asked of a view, whoever asked: the parser fills it, and a start without arguments needs no
/// parser at all, which saves a quarter of the time to the first frame.
struct ViewOptions {
  var folders: [String] = []
  var asOf: Day?
  var filter: String?
  var format: OutputFormat?
  var width: Int?
  var height: Int?
  var out: String?
  var theme: String?
  var ascii = false

  /// The facts, as the options say they are to be seen.
  func world() throws -> World {
    let dataset = try DataFolders(named: folders).load()
    let world = World(dataset: dataset, today: Standard.today, day: asOf)
    guard let filter else { return world }
    do {
      return world.through(try Filter(filter, in: dataset))
    } catch {
      throw Failure.usage(error.rendered)
    }
  }
}
