import Capture
import Dataset

// Facts that are entered from the screen.
extension State {
  /// An answer of the program outside to a form.
  public enum EntryAnswer: Sendable {
    /// The checker lets it pass; what it changes.
    case changes([String])
    case refused([String])
    /// It was written; the name of the fact.
    case entered(kind: String, id: String)
  }

  /// Opens the form for a new fact: the form that was left unfinished, or an empty form.
  mutating func enterNew(_ kind: EntryKind?) {
    if let unfinished, kind == nil || unfinished.kind == kind, unfinished.subject == nil {
      mode = .form(unfinished)
      return
    }
    guard let kind = kind ?? fittingKind else {
      openPalette()
      guard case .palette(var palette) = mode else { return }
      palette.line.insert("new ")
      palette.search()
      mode = .palette(palette)
      return
    }
    open(
      EntryForm(
        kind, filled: known(of: kind), in: world.dataset, today: world.today,
        key: label(.moveOn)))
  }

  /// Opens a form from a screen.
  private mutating func open(_ form: EntryForm) {
    formsOpened += 1
    var form = form
    form.serial = formsOpened
    mode = .form(form)
  }

  /// Opens the form that moves the selected fact on.
  mutating func moveOn() {
    // A page of a fact moves that fact on, whatever line of it is selected.
    let found = [selectedFact, place.page.thing].compactMap(movable).first
    guard let (kind, subject) = found else {
      message = .note("select a round, a site, a step or a date of the law to move it on")
      return
    }
    moveOn(subject, kind)
  }

  mutating func moveOn(_ subject: String, _ kind: EntryKind) {
    guard
      let form = EntryForm(
        moving: subject, of: kind, in: world.dataset, today: world.today, key: label(.moveOn))
    else {
      message = .failure("\(subject) is not there any more")
      return
    }
    open(form)
  }

  /// The subject that a fact is a state of; `nil` where the fact has no later state.
  func movable(_ fact: Fact?) -> (kind: EntryKind, subject: String)? {
    guard case .row(let table, let key)? = fact, let kind = EntryKind(table), kind.isLedger
    else { return nil }
    return subject(key, kind).map { (kind, $0) }
  }

  private func subject(_ key: Fact.Key, _ kind: EntryKind) -> String? {
    switch key {
    case .id(let id): return id
    case .step(let country, let step): return "\(country)/\(step.word)"
    case .number(let number):
      return world.dataset.record(number, of: kind.table).map {
        EntryBuilder.subject(of: $0, kind: kind, in: world.dataset)
      }
    }
  }

  /// The kind of fact that the screen shows.
  var fittingKind: EntryKind? {
    type(of: place.screen).enteredTable.flatMap { EntryKind($0) }
  }

  /// The fields of a new fact that the page already tells.
  private func known(of kind: EntryKind) -> [String: String] {
    switch (place.page.subject, kind.table) {
    case (.organisation(let id), .rounds): ["company": id]
    case (.organisation(let id), .compute): ["operator": id]
    case (.organisation(let id), .valuations): ["company": id]
    case (.country(let code), .enforcement), (.country(let code), .authorities),
      (.country(let code), .compute):
      ["country": code]
    default: [:]
    }
  }

  mutating func takeForm(_ key: Key, _ form: EntryForm) -> [Effect] {
    var form = form
    switch key {
    case .escape, .control("c"):
      if let above = form.waiting.last {
        mode = .form(above)
        message = .note("\(form.kind.word) not entered; back to the \(above.kind.word)")
        return []
      }
      mode = .browse
      unfinished = form
      message = .note("the form is kept as typed: Ctrl-N opens it again")
      return []
    case .control("x"):
      mode = .browse
      unfinished = form.waiting.first
      message = .note("the form is thrown away")
      return []
    case .tab, .enter:
      form.takeOffer()
      form.move(by: 1)
    case .down: form.move(by: 1)
    case .up, .backTab: form.move(by: -1)
    case .pageDown: form.move(by: 10)
    case .pageUp: form.move(by: -10)
    case .control("n"): form.choose(by: 1)
    case .control("p"): form.choose(by: -1)
    case .control("s"): return send(form)
    case .control("o"):
      if let made = making(form) {
        form = made
      } else {
        message = .note(form.explainNothingMissing())
      }
    default: guard form.take(key) else { return [] }
    }
    mode = .form(form)
    return []
  }

  /// The form of a thing that is referred to and not held yet, with what is known of it.
  private func making(_ form: EntryForm) -> EntryForm? {
    guard let (kind, name) = form.missing else { return nil }
    var filled = ["name": name]
    for (text, value) in form.sourceTexts {
      filled[kind.field(ofSource: text)] = value
    }
    var made = EntryForm(
      kind, filled: filled, in: world.dataset, today: world.today, key: label(.moveOn))
    made.waiting = form.waiting + [form]
    made.serial = form.serial
    made.goToFault()
    return made
  }

  /// Asks the checker, and once it was asked, enters the fact.
  private mutating func send(_ form: EntryForm) -> [Effect] {
    var form = form
    guard form.entry != nil else {
      form.goToFault()
      mode = .form(form)
      let count = form.reasons.count
      message = .failure(
        count == 1 ? "a field is empty or wrong" : "\(count) fields are empty or wrong")
      return []
    }
    mode = .form(form)
    if case .changes = form.answer { return [.enter(form.request(isDry: false))] }
    return [.enter(form.request(isDry: true))]
  }

  /// Takes what the program outside says of the form.
  mutating func take(_ answer: EntryAnswer) {
    switch answer {
    case .changes(let lines):
      guard case .form(var form) = mode else { return }
      form.answer = .changes(lines)
      mode = .form(form)
    case .refused(let lines):
      guard case .form(var form) = mode else {
        message = .failure(lines.joined(separator: "; "))
        return
      }
      form.answer = .refused(lines)
      mode = .form(form)
    case .entered(let kind, let id):
      canTakeBack = true
      if case .form(let form) = mode, let above = form.waiting.last {
        mode = .form(above.going(on: id, in: world.dataset, today: world.today))
        message = .note("\(kind) \(id) is entered; on with the \(above.kind.word)")
        return
      }
      mode = .browse
      unfinished = nil
      message = .note("\(kind) \(id) is entered; Ctrl-Z now takes it back")
      show(entered: id, EntryKind(kind))
    }
  }

  /// Selects the row of a fact where the screen has it, or opens its page.
  private mutating func show(entered id: String, _ kind: EntryKind?) {
    guard let kind, let fact = entered(id, kind) else { return }
    if points(at: fact) { return }
    let said = message
    // The body of a state is read on the page of the state, and the step next to it.
    let home: Page? = world.dataset.country(String(id.prefix { $0 != "/" })).flatMap {
      [.authorities, .enforcement].contains(kind.table) ? .country(world.dataset.code($0)) : nil
    }
    if let page = home ?? world.page(of: fact) { go(to: page) }
    _ = points(at: fact)
    message = said
  }

  /// Selects the row of a fact; `false` where the screen has none.
  private mutating func points(at fact: Fact) -> Bool {
    for pane in place.panes.indices {
      place.select(fact, in: pane)
      if let row = place.view.position(pane).cursor, row < place.panes[pane].count,
        place.panes[pane].identity(row) == fact
      {
        place.view.focus = pane
        place.settle()
        return true
      }
    }
    return false
  }

  /// The fact of a row that was entered; of rows without an id the last that is named so.
  private func entered(_ id: String, _ kind: EntryKind) -> Fact? {
    if kind.columns.first?.type == .key { return .row(kind.table, .id(id)) }
    if kind.table == .enforcement {
      let parts = id.split(separator: "/").map(String.init)
      guard parts.count == 2, let step = EnforcementStepKind(parts[1]) else { return nil }
      return .row(kind.table, .step(country: parts[0], step))
    }
    var number = 0
    var found: Int?
    world.dataset.forEachRow(of: kind.table) { row in
      if EntryBuilder.subject(of: row, kind: kind, in: world.dataset) == id { found = number }
      number += 1
    }
    return found.map { .row(kind.table, .number($0)) }
  }
}
