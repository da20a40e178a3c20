import Glibc

extension Standard {
  /// The rest of the day where the program runs: the only wait for the clock, and only while
  /// nothing else happens. `nil` for a day that is pinned.
  static var restOfDay: Duration? {
    guard environment("MOAT_TODAY") == nil else { return nil }
    let now = time(nil)
    var seconds = now
    var local = tm()
    localtime_r(&seconds, &local)
    (local.tm_mday, local.tm_hour, local.tm_min, local.tm_sec) = (local.tm_mday + 1, 0, 0, 0)
    // Clocks may be put on or back in between.
    local.tm_isdst = -1
    let midnight = mktime(&local)
    return .seconds(max(1, min(midnight - now, 90_000)))
  }

  /// The time of the day where the program runs, such as `17:20:05`.
  static var clock: String {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return [local.tm_hour, local.tm_min, local.tm_sec]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
