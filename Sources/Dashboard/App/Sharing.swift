import Dataset
import Insight

// Options whose value holds on every screen that has them.
//
// The rule: a value that is chosen on any screen is that of every other (`Choice.isShared`). A page
// takes it when it is opened or comes back. Esc leaves it where it was chosen, like every mode.
// Elsewhere it is left as the filter is, after the page.
extension State {
  /// Keeps a value that was chosen on the page seen, if it holds on others too.
  mutating func share(_ setting: Setting) {
    guard type(of: place.screen).choice(of: setting)?.isShared == true else { return }
    shared[setting] = place.view.settings[setting]
    place.view.adopted.remove(setting)
  }

  /// A page as it opens, with the values that hold on every screen.
  func opened(_ page: Page, _ view: ViewState = ViewState()) -> Place {
    var view = view
    view.adopt(shared, on: page)
    return Place(page: page, world: world, view: view)
  }

  /// Gives a page that comes back what was chosen elsewhere, and the facts of the day.
  mutating func settleIn() {
    let before = place.view.settings
    place.view.adopt(shared, on: place.page)
    if place.view.settings == before {
      place.refresh(in: world)
    } else {
      place.rebuild(in: world)
    }
  }

  /// Takes the values of pages that a session opens with: those of the last that has them.
  mutating func shareResumed(_ kept: [Setting: Int]) {
    for place in places {
      for choice in place.page.kind.type.choices where choice.isShared {
        shared[choice.setting] = place.view.settings[choice.setting]
      }
    }
    shared.merge(kept) { _, kept in kept }
    settleIn()
  }
}

extension ViewState {
  /// Takes the values that hold on every screen.
  fileprivate mutating func adopt(_ shared: [Setting: Int], on page: Page) {
    for choice in page.kind.type.choices where choice.isShared {
      let value = shared[choice.setting] ?? settings[choice.setting]
      guard settings[choice.setting] != value, choice.numbers.contains(value) else { continue }
      settings[choice.setting] = value
      if !modes.contains(.setting(choice.setting)) { adopted.insert(choice.setting) }
    }
  }
}
