import Dataset

extension ComputeScope {
  /// The scopes of what is no site: a programme, a bid, an option.
  public static let notSites = allCases.filter { $0 != .site }
}

extension Filter {
  /// True if it asks for programmes, bids or options, which lists of sites leave out otherwise.
  public var asksBeyondSites: Bool {
    terms.contains { term in
      guard case .field(let field, _, let values) = term.test, !term.isNegated else { return false }
      guard field.name == "scope" || field.name == "status" else { return false }
      return values.contains { value in
        guard case .text(let written) = value.operand else { return false }
        let text = written.lowercased()
        return ComputeScope.notSites.contains {
          $0.word == text || field.name == "scope" && !text.isEmpty && $0.word.hasPrefix(text)
        }
      }
    }
  }
}
