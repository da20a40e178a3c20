import Foundation
import TestSupport
import Testing
import Torture

/// Every part that takes what others wrote, on its corpus and on inputs made from it.
@Suite struct FuzzTests {
  private static func corpus(_ target: FuzzTarget) throws -> [[UInt8]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Corpus/\(target.rawValue)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.sorted().map { Array(try Data(contentsOf: folder.appending(path: $0))) }
  }

  @Test(arguments: FuzzTarget.allCases) func everyPromiseHoldsOnAnyInput(_ target: FuzzTarget)
    throws
  {
    let bench = try FuzzBench()
    let corpus = try FuzzTests.corpus(target)
    #expect(!corpus.isEmpty)
    for input in corpus { try target.run(input, in: bench) }
    var mutation = Mutation(seed: 1, corpus: corpus)
    for number in 0..<1_000 {
      let input = mutation.next()
      do {
        try target.run(input, in: bench)
      } catch {
        Issue.record("input \(number), \(Data(input).base64EncodedString()): \(error)")
        return
      }
    }
  }

  @Test func aBrokenPromiseIsFound() throws {
    let found = #expect(throws: Finding.self) {
      try Finding.expectPlain("a\u{1B}[31m", "a message")
    }
    #expect(found?.description.contains("a message") == true)
  }
}
