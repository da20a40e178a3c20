import Dataset

extension AnnexEntry {
  /// The addressee of the rule in few words, where the system is named elsewhere. Articles 23 to 25 and 50(3) and
  /// 50(4) have addressees of their own.
  func bound(in dataset: Dataset) -> String {
    let kind = dataset.string(kind)
    return switch (kind, dataset.string(article)) {
    case ("annex-iii", "23"), ("annex-i", "23"): "importer"
    case ("annex-iii", "24"), ("annex-i", "24"): "distributor"
    case ("annex-iii", "25"), ("annex-i", "25"): "all in the chain"
    case ("annex-iii", "111(1)"), ("annex-iii", "111(2)"), ("annex-i", "111(2)"): "operator"
    case ("article-50", "50(1)"), ("article-50", "50(2)"), ("article-50", "111(4)"): "provider"
    case ("article-50", "50(3)"), ("article-50", "50(4)"): "deployer"
    default: bound(by: kind, in: dataset)
    }
  }

  private func bound(by kind: String, in dataset: Dataset) -> String {
    switch kind {
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
