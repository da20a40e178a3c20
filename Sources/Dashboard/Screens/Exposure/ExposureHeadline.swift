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
    if facts.dimension == .compute,
      facts.options.unit != .accelerators || facts.options.purchases == .counted
    {
      let found = UnitShare(
        madeBy: facts.question, in: world.snapshot, facts.options, where: world.passes)
      if let found {
        let whole = NumberFormat.interval(
          NumberFormat.integer(found.whole.lowerBound), NumberFormat.integer(found.whole.upperBound)
        )
        spans += [
          Span(" · "),
          Span(
            NumberFormat.percent(found.share.documented...found.share.possible),
            Style(.strong, .bold)),
          Span(" of \(whole) \(facts.options.unit.title)", .plain),
        ]
      }
    } else if facts.dimension == .compute {
      let share = Compute.share(
        madeBy: facts.question, in: world.snapshot, folding: facts.options.folding,
        announced: facts.options.announced, where: world.passes)
      if let share, share.part > 0 {
        spans += [
          Span(" · "),
          Span(
            NumberFormat.percent(share.documented...share.possible), Style(.strong, .bold)),
          Span(" of \(NumberFormat.integer(share.whole)) accelerators", .plain),
        ]
      }
    }
    return spans + [
      Span(" · \(facts.dimension.rawValue)", .dim),
      Span(facts.options.announced == .counted ? "" : " · firm", .dim),
    ]
  }
}
