import Dataset

/// A page's address and what can be told from it.
struct WebAddress: Sendable {
  /// The host without `www.`, in lower case.
  let host: String
  /// The address in a form by which two of the same page are equal.
  let normal: String
  private let path: String

  /// Reads an address; `nil` where it is no absolute address of the web.
  init?(_ text: String) {
    let lowered = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: { lowered.hasPrefix($0) }) else {
      return nil
    }
    let isPlain = !text.unicodeScalars.contains { $0.value <= 32 || $0.value == 127 }
    let rest = text.dropFirst(scheme.count)
    guard isPlain, let first = rest.first, first != "/" else { return nil }
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    var host = rest[..<end].lowercased()
    if let at = host.lastIndex(of: "@") { host = String(host[host.index(after: at)...]) }
    if host.hasPrefix("www.") { host.removeFirst(4) }
    guard host.contains("."), !host.hasPrefix("."), !host.hasSuffix(".") else { return nil }
    var behind = rest[end...]
    if let fragment = behind.firstIndex(of: "#") { behind = behind[..<fragment] }
    let parts = behind.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var path = String(parts.first ?? "")
    while path.hasSuffix("/") { path.removeLast() }
    let query = parts.count > 1 ? parts[1].split(separator: "&") : []
    let telling = query.filter { part in
      !WebAddress.tracking.contains { part.lowercased().hasPrefix($0) }
    }
    self.host = host
    self.path = path
    normal = host + path + (telling.isEmpty ? "" : "?" + telling.joined(separator: "&"))
  }

  /// Parameters that say where a reader came from, not which page it is.
  private static let tracking = ["utm_", "fbclid=", "gclid=", "ref=", "mc_cid=", "mc_eid="]

  /// The day or month of publication where the path names it, as many news pages do:
  /// `/2026/07/21/`, `/2026-07-21-`, `/20260721`, `/2026/07/`.
  var published: PartialDate? {
    let numbers = path.split { !$0.isASCII || !$0.isNumber }.map(String.init)
    for (index, year) in numbers.enumerated() {
      if year.count == 8, let date = WebAddress.date(year) { return date }
      guard year.count == 4, index + 1 < numbers.count, numbers[index + 1].count <= 2 else {
        continue
      }
      let day = index + 2 < numbers.count ? Int(numbers[index + 2]) : nil
      guard let yearNumber = WebAddress.year(year), let month = Int(numbers[index + 1]) else {
        continue
      }
      if let day, numbers[index + 2].count <= 2,
        let date = PartialDate(year: yearNumber, month: month, day: day)
      {
        return date
      }
      if let date = PartialDate(year: yearNumber, month: month) { return date }
    }
    return nil
  }

  private static func date(_ digits: String) -> PartialDate? {
    guard let year = year(String(digits.prefix(4))), let month = Int(digits.dropFirst(4).prefix(2)),
      let day = Int(digits.suffix(2))
    else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }

  private static func year(_ digits: String) -> Int? {
    guard let year = Int(digits), (1990...2099).contains(year) else { return nil }
    return year
  }
}

/// The sources of a dataset by their addresses: which page is held already, who publishes on a host.
struct SourceIndex: Sendable {
  private var ids: [String: String] = [:]
  private var publishers: [String: [String: Int]] = [:]
  private var kinds: [String: [SourceKind: Int]] = [:]

  init(_ dataset: Dataset) {
    for source in dataset.sources {
      guard let address = WebAddress(dataset.string(source.url)) else { continue }
      ids[address.normal] = ids[address.normal] ?? dataset.slug(source.id)
      publishers[address.host, default: [:]][dataset.string(source.publisher), default: 0] += 1
      kinds[address.host, default: [:]][source.kind, default: 0] += 1
    }
  }

  /// The source that has an address.
  func id(of address: WebAddress) -> String? { ids[address.normal] }

  /// Notes a source that is on its way.
  mutating func note(_ address: WebAddress, as id: String) { ids[address.normal] = id }

  /// The publisher that most sources of a host name.
  func publisher(of address: WebAddress) -> String? {
    publishers[address.host]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The kind that most sources of a host are of.
  func kind(of address: WebAddress) -> SourceKind? {
    kinds[address.host]?.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
  }
}
