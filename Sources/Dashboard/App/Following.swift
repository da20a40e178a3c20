import Dataset

// Changes while the dashboard is open: of the data on disk, of kept files, and of the day.
extension State {
  mutating func reload(_ dataset: Dataset) {
    world = world.noting(world.notices.filter { $0 != reloadFailure }).over(dataset)
    reloadFailure = nil
    settleFollowing()
  }

  /// Goes on showing what was read last, and says so until it reads again: in the bottom line, and first
  /// among the problems.
  mutating func keepOld(because problem: Problem) {
    guard problem != reloadFailure else { return }
    world = world.noting([problem] + world.notices.filter { $0 != reloadFailure })
    reloadFailure = problem
    settleFollowing()
  }

  /// Goes on from another day. A dashboard on today follows to the new day; a chosen day stays.
  mutating func turn(to day: Day, follows: Bool) {
    guard day != world.today else { return }
    let follows = follows && !world.isPast
    world = world.on(day, follows: follows)
    settleFollowing()
    if follows { message = .note("a new day: \(readable(day))") }
  }

  /// Takes over what other dashboards marked and named, or the user by hand.
  mutating func take(_ watchlist: Watchlist, _ filters: SavedFilters) {
    kept.filters = filters
    guard watchlist != world.watchlist else { return }
    world = world.watching(watchlist)
    // Rows come and go with it where the filter asks for what is watched.
    if !world.filter.isEmpty { place.rebuild(in: world) }
    paletteEntries = nil
  }

  private mutating func settleFollowing() {
    problemCount = world.problemCount
    paletteEntries = nil
    place.rebuild(in: world)
  }

  /// True if what is typed is text, whatever the keys mean elsewhere.
  public var takesText: Bool {
    switch mode {
    case .filter, .name, .day, .cut, .palette, .form, .help: true
    case .browse, .row, .sources, .question: false
    }
  }
}
