import Canvas
import Charts
import Dataset
import Insight

// The line that asks what to take away, and its offers.
extension State {
  /// Asks what to take away, the target first.
  mutating func askForCut() {
    let offers = place.screen.cuts(in: place.view).map { text in
      CutLine.Offer(text: text, words: words(forCut: text))
    }
    guard !offers.isEmpty else {
      message = .note("there is nothing here to take away")
      return
    }
    let named = kept.scenarios.all.map {
      CutLine.Offer(text: "@\($0.name)", words: words(forCut: $0.text))
    }
    mode = .cut(CutLine(offers + named))
  }

  private func words(forCut text: String) -> String {
    guard let (first, other) = try? world.scenarios(kept.scenarios.expandedScenario(text)) else {
      return "not in the data"
    }
    return [first, other].compactMap { $0.map { world.name(of: $0) } }.joined(separator: " vs ")
  }

  /// Takes the keys of the line that names what to take away; an empty line takes nothing.
  mutating func takeCut(_ key: Key, _ line: CutLine) {
    var line = line
    switch key {
    case .escape, .control("c"): mode = .browse
    case .tab, .down, .control("n"), .backTab, .up, .control("p"):
      line.choose(by: [.tab, .down, .control("n")].contains(key) ? 1 : -1)
      mode = .cut(line)
    case .enter, .control("o"):
      let text = kept.scenarios.expandedScenario(trimmed(line.editor.text))
      guard !text.isEmpty else {
        mode = .browse
        return takeAway(nil)
      }
      do {
        _ = try world.scenarios(text)
        if key == .enter {
          mode = .browse
          takeAway(text)
        } else {
          mode = .name(LineEditor(), of: .scenario(text), nil)
        }
      } catch {
        line.error = error.description
        mode = .cut(line)
      }
    default:
      guard line.editor.take(key) else { return }
      changed(line)
    }
  }

  /// Keeps the line as it was changed: the rule is that whatever changes it, a key or a paste, changes what
  /// is offered.
  mutating func changed(_ line: CutLine) {
    var line = line
    line.error = nil
    line.typed = offers(for: line.editor.text)
    mode = .cut(line)
  }

  /// The offers for the thing that is being typed, after what stands before it. A place is offered as
  /// what stands there and as who is at home there. Organisations, then places and sites, are offered
  /// whose id or a word of whose name begins so.
  private func offers(for text: String) -> [CutLine.Offer] {
    let last = text.beginning(afterLast: " vs ", or: ",")
    let (before, begun) = (String(text[..<last]), trimmed(text[last...]))
    guard !begun.isEmpty, !begun.hasPrefix("@") else { return [] }
    let name =
      begun.hasPrefix(CutTarget.homePrefix)
      ? String(begun.dropFirst(CutTarget.homePrefix.count)) : begun
    var found: [String] = []
    switch world.exposureTarget(name) ?? world.exposureTarget(name.uppercased()) {
    case .country(let id): found = [world.dataset.code(id)]
    case .jurisdiction(let place): found = [place.word]
    case .organisation, .commitment, nil: break
    }
    let (dataset, folded) = (world.dataset, FoldedText.folded(name))
    func begins(_ text: String) -> Bool {
      let text = FoldedText.folded(text)
      return text.hasPrefix(folded) || text.contains(" " + folded)
    }
    // A place that is typed whole is meant; a name that only begins so is not yet.
    let isWhole = !found.isEmpty
    if !isWhole {
      found = dataset.countries.filter { begins(dataset.name($0.id)) }.prefix(3)
        .map { dataset.code($0.id) }
    }
    let isHome = begun.hasPrefix(CutTarget.homePrefix)
    let homes = found.map { CutTarget.homePrefix + $0 }
    if isHome { return offers(homes, after: before) }
    let places = found + homes
    let firms = dataset.organisations.filter {
      dataset.slug($0.id).hasPrefix(folded) || begins(dataset.name($0.id))
    }.prefix(8).map { dataset.slug($0.id) }
    let sites = world.snapshot.compute.filter {
      $0.scope == .site
        && (dataset.slug($0.id).hasPrefix(folded) || begins(dataset.string($0.name)))
    }.prefix(4).map { dataset.slug($0.id) }
    return offers(isWhole ? places + firms + sites : firms + places + sites, after: before)
  }

  private func offers(_ found: [String], after before: String) -> [CutLine.Offer] {
    found.map { CutLine.Offer(text: before + $0, words: words(forCut: $0)) }
  }

  /// Takes something away, or takes that back; the keys go to the answer where it is to be scrolled. A pane that
  /// has the whole screen gives it back: the answer stands beside it.
  mutating func takeAway(_ text: String?) {
    if text != nil { place.view.isEnlarged = false }
    place.view.settings.subjects[.cut] = text
    place.view.corner = nil
    place.rebuild(in: world)
    if text != nil, let pane = place.screen.answerPane(in: body.size) { place.view.focus = pane }
  }

  /// Draws what may be taken away over the lower part of the body.
  func draw(_ line: CutLine, on frame: inout Frame, in bounds: Rect) {
    let most = max(1, min(12, bounds.height / 3))
    let area = panel(
      "Take away \(Glyph.separator) arrows or Tab choose, several by commas, two compared by vs, Ctrl-O keeps",
      rows: min(most, line.offers.count), on: &frame, in: bounds)
    let position = ListPosition(cursor: line.chosen ?? 0)
      .settled(count: line.offers.count, visible: area.height)
    let width = min(area.width / 2, line.offers.map { TextWidth.of($0.text) }.max() ?? 0)
    for slot in 0..<area.height where position.offset + slot < line.offers.count {
      let index = position.offset + slot
      let isChosen = index == line.chosen
      let y = area.y + slot
      if isChosen {
        frame.canvas.put(String(Glyph.selected), x: area.x - 1, y: y, style: .accent)
      }
      frame.canvas.put(
        line.offers[index].text, x: area.x, y: y,
        style: isChosen ? Style(.strong, [.bold, .reverse]) : .strong, width: width)
      frame.canvas.put(
        line.offers[index].words, x: area.x + width + 2, y: y, style: .dim,
        width: area.width - width - 2)
      frame.region(area.row(slot), .line(index))
    }
    let rest = line.offers.count - position.offset - area.height
    if rest > 0 {
      frame.canvas.put(
        " \(rest) more \(Glyph.moreDown) ", x: area.maxX - 12, y: area.y - 1, style: .dim,
        width: 12)
    }
  }
}

extension String {
  /// The beginning of the last part of a text whose parts are joined by a word or a sign.
  fileprivate func beginning(afterLast word: String, or sign: Character) -> String.Index {
    let afterSign = lastIndex(of: sign).map { index(after: $0) } ?? startIndex
    var (place, afterWord) = (startIndex, startIndex)
    while place < endIndex {
      if self[place...].hasPrefix(word) { afterWord = index(place, offsetBy: word.count) }
      place = index(after: place)
    }
    return Swift.max(afterSign, afterWord)
  }
}
