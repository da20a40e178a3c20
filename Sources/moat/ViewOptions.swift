import Canvas
import Dashboard
import Dataset
import Insight

/// The options of a view, whoever asked: the parser fills it. A start without arguments needs no
/// parser at all, which saves a quarter of the time to the first frame.
struct ViewOptions {
  var folders: [String] = []
  var asOf: Day?
  var filter: String?
  /// The format that was named; the outlet chooses where there is none.
  var format: OutputFormat?
  var width: Int?
  var height: Int?
  var out: String?
  var theme: String?
  var ascii = false
  var noPager = false
  var table: String?
  /// The rows and columns of a list that are asked for.
  var selection = DataSelection()
  /// True if a list begins with the names of its columns.
  var hasHeaders = true
  /// True if JSON holds the rows of a list and nothing about them.
  var isRowsAlone = false
  var isFresh = false
  var isForced = false
  /// The size of the chart that is asked for alone.
  var chart: SlideSize?
  /// True if the schema of the answer is asked for and not the answer.
  var isSchema = false

  /// True if the answer is one list of the view.
  var isList: Bool {
    format?.scope == .list || isRowsAlone || !selection.isEmpty || table != nil
  }

  /// Answers with a list that an option is about, where a list is asked for and none is named.
  mutating func usually(list name: String) {
    if isList, table == nil { table = name }
  }

  /// The facts, as the options say they are to be seen, for a command that answers and ends: what the answer
  /// leaves out is said on standard error, and a table that cannot be read ends it.
  func world(withOwn: Bool = true) throws -> World {
    let files = UserFiles()
    let world = try world(try files.checkedConfiguration(), files, withOwn: withOwn)
    try LossNotice(world.dataset).report(isForced: isForced)
    return world
  }

  /// - Parameter withOwn: True if the user's own facts are laid over the packages they belong to.
  func world(
    _ configuration: Configuration, _ files: UserFiles, withOwn: Bool = true
  ) throws -> World {
    let dataset = try DataFolders(
      named: folders, configured: configuration, withOwn: withOwn
    ).load()
    let world = World(
      dataset: dataset, today: Standard.today, day: asOf, watchlist: files.watchlist(),
      notices: configuration.problems + files.problems)
    guard let filter else { return world }
    do {
      let text = try NamedFilters(files).expanded(filter)
      return world.through(try Filter(text, in: dataset))
    } catch let error as FilterError {
      throw Failure.usage(ViewOptions.words(error))
    }
  }

  /// The message, the filter and carets under the mistake, by cells: what comes before them may be wide.
  private static func words(_ error: FilterError) -> String {
    let characters = Array(error.text)
    let lower = min(error.range.lowerBound, characters.count)
    let upper = min(max(error.range.upperBound, lower), characters.count)
    let before = TextWidth.of(Visible.text(String(characters[..<lower])))
    let wrong = TextWidth.of(Visible.text(String(characters[lower..<upper])))
    return "--where: \(error.message)\n    \(Visible.text(error.text))\n"
      + String(repeating: " ", count: 4 + before) + String(repeating: "^", count: max(1, wrong))
  }
}
