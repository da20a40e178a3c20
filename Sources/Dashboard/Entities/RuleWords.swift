import Dataset

extension AnnexEntry {
  /// The addressee of the rule in few words, where the system is named elsewhere.
  func bound(in dataset: Dataset) -> String {
    switch dataset.string(kind) {
    case "annex-iii", "annex-i", "gpai": "provider"
    case "deployer-annex-iii": "deployer"
    case "gpai-systemic": "if systemic risk"
    case "article-50": "provider, deployer"
    case "none": "any provider"
    default: said(in: dataset)
    }
  }

  /// The addressee of the rule, in words.
  func said(in dataset: Dataset) -> String {
    let kind = dataset.string(kind)
    return switch kind {
    case "prohibited": "everyone"
    case "annex-iii": "provider of an Annex III system"
    case "annex-i": "provider of an Annex I system"
    case "deployer-annex-iii": "deployer of an Annex III system"
    case "gpai": "provider of a general-purpose model"
    case "gpai-systemic": "provider of a model with systemic risk"
    case "article-50": "system under Article 50"
    case "none": "any other system"
    default: String(kind.map { $0 == "-" ? " " : $0 })
    }
  }
}
