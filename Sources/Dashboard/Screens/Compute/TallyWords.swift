import Canvas
import Charts
import Insight

extension ComputeTally {
  /// True if the sum of the firm sites is nothing only because no row gives a number.
  var isOfUnknownSize: Bool { accelerators == 0 && unknown > 0 }

  /// The accelerators that run; `nil` where sites run and no row says how many.
  var knownRunning: Int? { running == 0 && runningUnknown > 0 ? nil : running }

  /// The running accelerators: `162,528 running`, or `1 running site of unknown size` where only
  /// sites of unknown size run.
  var runningWords: String {
    if running > 0 { return "\(NumberFormat.integer(running)) running" }
    return runningUnknown > 0
      ? "\(counted(runningUnknown, "running site")) of unknown size" : "none running"
  }

  /// The firm accelerators and what runs of them: `564,096 accelerators, 162,528 running, 20 sites of
  /// unknown size`; `2 sites of unknown size, 1 running`.
  var firmWords: [Span] {
    let unsized = "\(counted(unknown, "site")) of unknown size"
    if isOfUnknownSize {
      let runs = runningUnknown == 0 ? "none running" : "\(runningUnknown) running"
      return [Span(unsized, .possible), Span(", \(runs)")]
    }
    return [
      Span(NumberFormat.integer(accelerators), Style(.strong, .bold)),
      Span(" accelerators, \(runningWords)"),
      Span(unknown > 0 ? ", \(unsized)" : "", .possible),
    ]
  }

  /// The firm sites in another unit, with what the sum leaves out: `883,970 H100-equivalents, 12 sites
  /// of unknown number or chip not counted`.
  func words(in unit: ComputeUnit) -> [Span] {
    let left = unknown(in: unit)
    return [
      Span(unit.figure(firm(in: unit)), Style(.strong, .bold)),
      Span(" \(unit.title), \(unit.figure(runs(in: unit))) running"),
      Span(left > 0 ? ", \(unit.leftOut(left)) not counted" : "", .possible),
    ]
  }

  /// The announced sites: `1,287,400 accelerators, 50 sites, 36 of unknown size`.
  func announcedWords(in unit: ComputeUnit) -> [Span] {
    words(plans(in: unit), of: announcedCommitments.count, unit)
  }

  /// The paused or cancelled sites: `556,000 accelerators as last said, 4 sites, 1 of unknown size`.
  func withdrawnWords(in unit: ComputeUnit) -> [Span] {
    words(withdrawn(in: unit), of: withdrawnCommitments.count, unit, " as last said")
  }

  private func words(
    _ sum: SizeSum, of count: Int, _ unit: ComputeUnit, _ manner: String = ""
  ) -> [Span] {
    let sites = counted(count, "site")
    if sum.size.upperBound == 0 { return [Span("\(sites) of unknown \(unit.missing)", .possible)] }
    return [
      Span(unit.figure(sum.size), Style(.strong, .bold)),
      Span(" \(unit.title)\(manner), \(sites)"),
      Span(sum.unsized > 0 ? ", \(sum.unsized) of unknown \(unit.missing)" : "", .possible),
    ]
  }
}
