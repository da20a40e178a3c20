/// Something a key, a click or the palette asks for.
public enum Command: Hashable, Sendable {
  /// Shows one of the eight screens, with a fresh back stack.
  case show(Page)
  /// Opens a page on top of the one seen.
  case visit(Page)
  /// From the page of a company to its page as an investor, and back.
  case turn
  /// Marks the selected company or country, to be compared, or takes the mark away.
  case mark
  /// Shows what is marked side by side.
  case compare
  case nextPane, previousPane
  /// Gives the pane one is in the whole screen, or the screen its panes again.
  case enlarge
  case move(Move)
  case open, back
  case filter, nextMatch, previousMatch
  case palette
  case sources, openLink, copy, export, edit
  case sortEarlier, sortLater
  /// Sorts by the column one is in, then the other way round.
  case sortColumn
  /// Makes the column one is in wider or narrower.
  case wider, narrower
  /// Gives the mouse to the terminal, to select text with, or takes it back.
  case mouse
  /// Draws everything anew.
  case repaint
  case monthBack, monthForward, eventBack, eventForward, chooseDay, today
  case watch, changes, problems, help, quit
  /// Plans for a system used in the selected country.
  case plan
  /// Asks for the day to compare with.
  case chooseSince
  /// Goes to the next (or an earlier) value of a setting of the screen.
  case cycle(Setting, by: Int)
  /// Goes to one value of a setting of the screen.
  case choose(Setting, Int)
  /// Moves the part of a large picture that is in sight, by so many steps.
  case pan(x: Int, y: Int)
  /// Something that only one screen knows how to do with its selection.
  case local(LocalCommand)
  /// Something that holds while the filter is typed.
  case line(LineCommand)
}

/// What keys do while the filter is typed, beside editing it.
public enum LineCommand: String, Hashable, Sendable, CaseIterable {
  /// Writes what is offered.
  case take
  /// Chooses among what is offered.
  case next, previous
  /// Brings back what was typed before.
  case earlier, later
  /// Keeps the filter under a name.
  case keep
}

/// A step of the selection.
public enum Move: Hashable, Sendable {
  case up, down, left, right, pageUp, pageDown, top, bottom
}

/// What a screen lets one choose; each screen says which values it has.
public enum Setting: String, Hashable, Sendable, CaseIterable {
  /// What figures are grouped by.
  case grouping
  /// Which dimension of exposure.
  case dimension
  /// How much is drawn: a map, a list, more or less detail.
  case form
  /// Which of several pictures and tables answers.
  case view
  /// Whether announced figures are added.
  case announced
  /// Whether groups are seen as one.
  case fold
  /// How wide a stretch of time or land is shown.
  case zoom
  /// How far the map is moved from its middle.
  case east, south
  /// Whether a definition is shown.
  case definition
  /// Which rows are shown.
  case scope
  /// Whether rows count from the day a thing happened or from the day it was known.
  case basis
  /// The day with which another is compared.
  case since
  /// What a system is under the AI Act, as steps from the one asked for.
  case kind
  /// Where it is used, as steps from the country asked for.
  case country
  /// How long its assessment takes, as steps from the months asked for.
  case months
}

/// Commands that act on the selection of one screen.
public enum LocalCommand: String, Hashable, Sendable {
  /// Only the selected one and its neighbours.
  case focus
  /// The selected one becomes what exposure is measured to.
  case target
  /// The next of the usual ones becomes what exposure is measured to.
  case nextTarget
  /// The selected one is taken away, to see what is lost.
  case cut
  /// The group that the selected one belongs to is folded into one, or unfolded.
  case group
}
