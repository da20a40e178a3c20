import Dataset

extension Dataset {
  /// "Nscale Series C, USD 2,000 m".
  func title(_ round: Round) -> String {
    name(round.company) + " " + string(round.series)
      + (round.amount.map { ", " + words($0) } ?? "")
  }

  /// "Nscale at USD 14,600 m, Series C post-money".
  func postMoneyTitle(_ round: Round) -> String {
    name(round.company) + (round.postMoney.map { " at " + words($0) } ?? "")
      + ", \(string(round.series)) post-money"
  }

  /// "Nscale at USD 3,100 m, talks".
  func title(_ valuation: Valuation) -> String {
    name(valuation.company) + " at " + words(valuation.value) + ", " + spaced(valuation.basis.word)
  }

  func title(_ step: EnforcementStep) -> String {
    name(step.country) + ": " + spaced(step.step.word) + " " + spaced(step.status.word)
  }

  /// "Microsoft is a customer of Nscale".
  func title(_ relation: Relation) -> String {
    let (from, to) = (name(relation.from), name(relation.to))
    return switch relation.kind {
    case .supplies: "\(from) supplies \(to)"
    case .investsIn: "\(from) invests in \(to)"
    case .hosts: "\(from) hosts \(to)"
    case .customerOf: "\(from) is a customer of \(to)"
    case .partnersWith: "\(from) is a partner of \(to)"
    case .owns: "\(from) owns \(to)"
    case .finances: "\(from) finances \(to)"
    case .regulates: "\(from) regulates \(to)"
    case .buildsOn: "\(from) builds on a model of \(to)"
    }
  }

  func title(_ authority: Authority) -> String {
    name(authority.country) + ": " + string(authority.name) + ", " + spaced(authority.role.word)
  }

  /// "Mistral AI: Mistral Large 3".
  func title(_ model: Model) -> String { name(model.developer) + ": " + string(model.name) }

  func title(_ signatory: Signatory) -> String {
    let verb =
      switch signatory.status {
      case .signed: " signed "
      case .partly: " signed in part "
      case .refused: " refused "
      }
    return name(signatory.organisation) + verb + slug(signatory.instrument)
  }

  /// "USD 2,000 m".
  func words(_ money: Money) -> String {
    money.currency.word + " " + Wording.number(money.millions) + " m"
  }

  func spaced(_ word: String) -> String { String(word.map { $0 == "-" ? " " : $0 }) }
}
