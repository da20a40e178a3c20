import Dataset

/// A private package of claims, to be laid over the frozen ledger.
final class Overlay {
  private let package: TemporaryPackage

  var folder: String { package.folder.path }

  init(claims rows: String...) throws {
    let header = "id,briefing,claim,stated,unit,how_to_check,metric"
    let text = ([header] + rows).map { $0 + "\n" }.joined()
    package = try TemporaryPackage([.claims: text], title: "Own notes", updated: "2026-11-22")
  }

  static let good = "own-full,A,Seven states can enforce the Act,7,states,count,full-authority()"
  static let badName = "own-name,A,Nobody knows this metric,7,states,none,full-autority()"
  static let badArgument = "own-round,A,Nobody knows this round,7,USD m,none,round-amount(nscale-x)"
}
