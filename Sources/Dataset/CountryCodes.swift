/// Codes of countries as people type them.
///
/// Packages hold the codes of ISO 3166. The European Union writes two states otherwise, and so do
/// people who read its papers: `UK` for `GB` and `EL` for `GR`. Every place where a country is typed
/// asks here. So such a code is never taken for the beginning of another country's name.
extension Dataset {
  /// The country of a typed code, in capitals or not; a code that a package holds comes first.
  public func country(typed text: String) -> ID<Country>? {
    let code = text.uppercased()
    return country(text) ?? country(code) ?? unionCodes[code].flatMap { country($0) }
  }

  /// The code that the European Union has for a country of another ISO code; `nil` for the rest.
  public func unionCode(_ id: ID<Country>) -> String? {
    let code = code(id)
    guard let other = unionCodes.first(where: { $0.value == code })?.key else { return nil }
    // A package may use it for a country of its own.
    return country(other) == nil ? other : nil
  }
}

/// The codes of ISO 3166 by those of the European Union that differ (Interinstitutional style guide, 7.1).
private let unionCodes = ["UK": "GB", "EL": "GR"]
