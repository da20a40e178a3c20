import Canvas
import Charts
import Insight

extension ExposureScreen {
  /// The target, what is taken away, and the share of the target in what is counted.
  var headline: [Span] {
    var spans: [Span]
    if let cut = facts.cut {
      // The cut is the question, and stands before the target where not both fit.
      let other = facts.otherCut.map { " or \(world.name(of: $0.scenario))" } ?? ""
      spans = [
        Span("Exposure", .heading),
        Span(" without \(world.name(of: cut.scenario))\(other)", Style(.alarm, .bold)),
        Span(" · to ", .dim), Span(facts.questionName, .target),
      ]
    } else {
      spans = [Span("Exposure to ", .heading), Span(facts.questionName, Style(.target, .bold))]
    }
    // The figure stands before the words that say how it was counted: what is last is dropped first.
    // It is that of the target asked for, a maker or all makers of a place, and of nobody else.
    if let made {
      let unit = facts.options.unit
      spans += [
        Span(" · "), Span(NumberFormat.percent(made.share), Style(.strong, .bold)),
        Span(" of \(unit.figure(made.whole)) \(unit.title)", .plain),
      ]
    }
    return spans + [
      Span(" · \(facts.dimension.rawValue)", .dim),
      Span(facts.options.announced == .counted ? "" : " · firm", .dim),
    ]
  }

  /// The share of what the target makes in all that counts, in the unit. `nil` where it makes nothing,
  /// or the graph is of something else.
  var made: (share: ClosedRange<Double>, whole: ClosedRange<Double>)? {
    guard facts.dimension == .compute else { return nil }
    if facts.options.unit != .accelerators || facts.options.purchases == .counted {
      let found = UnitShare(
        madeBy: facts.question, in: world.snapshot, facts.options, where: world.passes)
      return found.map { ($0.share.documented...$0.share.possible, $0.whole) }
    }
    let share = Compute.share(
      madeBy: facts.question, in: world.snapshot, folding: facts.options.folding,
      announced: facts.options.announced, where: world.passes)
    guard let share, share.part > 0 else { return nil }
    return (share.documented...share.possible, Double(share.whole)...Double(share.whole))
  }
}
