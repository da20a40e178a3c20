import Foundation
import Testing

extension Program.Answer {
  /// The output as an object of JSON.
  func object() throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  }

  /// The output as an array of objects of JSON.
  func objects() throws -> [[String: Any]] {
    try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
  }
}

extension Program {
  /// The document of a command that succeeds.
  static func json(_ arguments: String...) throws -> [String: Any] {
    let answer = try run(path, arguments + ["--format", "json"], environment: environment)
    #expect(answer.code == 0, "\(answer.errors)")
    return try answer.object()
  }
}
