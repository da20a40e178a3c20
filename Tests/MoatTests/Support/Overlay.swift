import Foundation

/// A private package of claims, to be laid over the curated data.
final class Overlay {
  let folder: String

  init(claims rows: String...) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "moat-\(UUID().uuidString)")
    folder = url.path
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let header = "id,briefing,claim,stated,unit,how_to_check,metric"
    let text = ([header] + rows).map { $0 + "\n" }.joined()
    try text.write(to: url.appending(path: "claims.csv"), atomically: true, encoding: .utf8)
    let descriptor = """
      {"title": "Own notes", "version": "1", "updated": "2026-11-22",
       "resources": [{"name": "claims", "path": "claims.csv"}]}
      """
    try descriptor.write(
      to: url.appending(path: "datapackage.json"), atomically: true, encoding: .utf8)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static let good = "own-full,A,Seven states can enforce the Act,7,states,count,full-authority()"
  static let badName = "own-name,A,Nobody knows this metric,7,states,none,full-autority()"
  static let badArgument = "own-round,A,Nobody knows this round,7,USD m,none,round-amount(nscale-x)"
}
