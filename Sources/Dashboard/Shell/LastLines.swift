/// The parts of the last frame that stand around a screen, for the next frame: most keys leave them alone.
struct LastLines: Sendable {
  let title = Latest<TitleLine.Content, TitleLine>()
  let corner = Latest<DayCorner.Key, DayCorner>()
}
