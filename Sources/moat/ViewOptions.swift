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
  var noPager = false
  var isFresh = false

  /// The facts, as the options say they are to be seen.
  func world() throws -> World {
    let files = UserFiles()
    return try world(try files.checkedConfiguration(), files)
  }

  /// The same, under settings.
  func world(_ configuration: Configuration, _ files: UserFiles) throws -> World {
    let dataset = try DataFolders(named: folders, configured: configuration.data).load()
    let world = World(
      dataset: dataset, today: Standard.today, day: asOf, watchlist: files.watchlist(),
      notices: configuration.problems)
    guard let filter else { return world }
    do {
      let text = filter.contains("@") ? files.kept().filters.expanded(filter) : filter
      return world.through(try Filter(text, in: dataset))
    } catch {
      throw Failure.usage(error.rendered)
    }
  }
}
