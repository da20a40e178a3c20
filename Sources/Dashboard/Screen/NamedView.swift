/// An entry of the palette: a screen with something chosen on it, under the words that people try.
public struct NamedView: Sendable {
  let title: String
  let also: String
  let kind: String?
  let page: Page
  let chosen: [Chosen]
  /// The pane that has what the entry names, where it is not the first; keys go there.
  let pane: Int?
  /// The filter it is looked at through; `nil` for the present one.
  let filter: String?

  /// An entry; its kind is the title of the screen unless given.
  init(
    _ title: String, also: String = "", kind: String? = nil, _ page: Page, _ chosen: Chosen...,
    pane: Int? = nil, filter: String? = nil
  ) {
    self.filter = filter
    self.pane = pane
    self.kind = kind
    self.title = title
    self.also = also
    self.page = page
    self.chosen = chosen
  }
}
