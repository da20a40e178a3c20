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
    let size = firm(in: unit)
    let figure = NumberFormat.interval(
      NumberFormat.integer(size.lowerBound), NumberFormat.integer(size.upperBound))
    let missing = unit == .mw ? "power" : "number or chip"
    let left = unknown(in: unit)
    return [
      Span(figure, Style(.strong, .bold)),
      Span(" \(unit.title), \(NumberFormat.integer(running(in: unit))) running"),
      Span(
        left > 0 ? ", \(counted(left, "site")) of unknown \(missing) not counted" : "", .possible),
    ]
  }

  /// The announced sites: `1,287,400 accelerators, 50 sites, 36 of unknown size`.
  var announcedWords: [Span] {
    let sites = counted(announcedCommitments.count, "site")
    if announced == 0 { return [Span("\(sites) of unknown size", .possible)] }
    return [
      Span(NumberFormat.integer(announced), Style(.strong, .bold)),
      Span(" accelerators, \(sites)"),
      Span(announcedUnknown > 0 ? ", \(announcedUnknown) of unknown size" : "", .possible),
    ]
  }

  /// The paused or cancelled sites: `556,000 accelerators of 4 sites, 1 of unknown size`.
  var withdrawnWords: [Span] {
    let sites = counted(withdrawnCommitments.count, "site")
    if withdrawn == 0 { return [Span("\(sites) of unknown size", .possible)] }
    return [
      Span(NumberFormat.integer(withdrawn), Style(.strong, .bold)),
      Span(" accelerators as last said, \(sites)"),
      Span(withdrawnUnknown > 0 ? ", \(withdrawnUnknown) of unknown size" : "", .possible),
    ]
  }
}
