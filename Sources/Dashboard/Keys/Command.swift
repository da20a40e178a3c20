import Capture

/// Something a key, a click or the palette asks for.
public enum Command: Hashable, Sendable {
  /// Shows one of the eight screens, with a fresh back stack.
  case show(Page)
  case visit(Page)
  /// From the page of a company to its page as an investor, and back.
  case turn
  /// From the page of a company to who depends on it, and by how much.
  case dependents
  /// Marks the selected company or country, to be compared, or takes the mark away.
  case mark
  case compare
  case nextPane, previousPane
  /// Gives the current pane the whole screen, or the screen its panes again.
  case enlarge
  case move(Move)
  case open, back
  case filter, nextMatch, previousMatch
  case palette
  case sources, openLink, copy, export, edit
  case sortEarlier, sortLater
  /// Sorts by the current column, then the other way round.
  case sortColumn
  /// Makes the current column wider or narrower.
  case wider, narrower
  /// Gives the columns their own widths again.
  case resetColumns
  /// Gives the mouse to the terminal, to select text with, or takes it back.
  case mouse
  case repaint
  case monthBack, monthForward, eventBack, eventForward, chooseDay, today
  case watch, changes, problems, help, quit
  /// Opens the form for a new fact, of the kind that the screen shows unless another is named.
  case enterNew(EntryKind?)
  /// Opens the form that moves the selected fact on.
  case moveOn
  /// Asks before the last entry is taken back.
  case takeBack
  /// Plans for a system used in the selected country.
  case plan
  /// Asks for the day to compare with.
  case chooseSince
  /// Asks for what to take away, to show the loss.
  case chooseCut
  /// Goes to the next (or an earlier) value of a setting of the screen.
  case cycle(Setting, by: Int)
  /// Goes to one value of a setting of the screen.
  case choose(Setting, Int)
  /// Moves the part of a large picture that is in sight, by so many steps.
  case pan(x: Int, y: Int)
  /// An action that only a single screen knows how to do with its selection.
  case local(LocalCommand)
  /// Something that holds while the filter is typed.
  case line(LineCommand)
}

/// A command of the filter line, apart from editing.
public enum LineCommand: String, Hashable, Sendable, CaseIterable {
  case take
  case next, previous
  /// Brings back what was typed before.
  case earlier, later
  /// Keeps the filter under a name.
  case keep
}

public enum Move: Hashable, Sendable {
  case up, down, left, right, pageUp, pageDown, top, bottom
}

/// An option of a screen; each screen has its own values.
public enum Setting: String, Hashable, Sendable, CaseIterable {
  case grouping
  case dimension
  /// The unit that compute is read in.
  case unit
  /// The form of a picture: a map, a list, more or less detail.
  case form
  /// The picture or table shown.
  case view
  case announced
  /// The part that announced purchases have.
  case purchases
  case fold
  /// The stretch of time or land shown.
  case zoom
  /// The distance by which the map is moved from its middle.
  case east, south
  case definition
  case scope
  /// The day from which rows count: that of the effect or of the publication.
  case basis
  /// The day with which another is compared.
  case since
  /// The kind of a system under the AI Act, as steps from that asked for.
  case kind
  /// The country of use, as steps from the country asked for.
  case country
  /// The length of its assessment, as steps from the months asked for.
  case months
}

/// Commands that act on the selection of one screen.
public enum LocalCommand: String, Hashable, Sendable {
  /// Shows only the selected node and its neighbours.
  case focus
  /// Measures exposure to the selected organisation.
  case target
  /// Measures exposure to the next of the usual targets.
  case nextTarget
  /// Removes something, to show the loss.
  case cut
  /// Folds the group of the selected organisation, or unfolds it.
  case group
}
