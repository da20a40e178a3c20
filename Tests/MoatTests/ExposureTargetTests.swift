import Foundation
import TestSupport
import Testing

/// The headline and the description of the exposure speak of the target that was asked for.
@Suite struct ExposureTargetTests {
  private static let targets = ["US", "NO", "EU-27", "amd", "microsoft"]

  private func answer(_ arguments: [String]) throws -> String {
    let answer = try Program.run(
      Program.path, ["exposure"] + arguments, environment: Program.environment)
    #expect(answer.code == 0, "\(arguments): \(answer.errors)")
    return answer.output
  }

  @Test(arguments: targets)
  func noTargetBearsTheShareOfAnother(_ target: String) throws {
    let share = try #require(try answer(["--to", "nvidia"]).firstMatch(of: /[0-9–]+ % of/)?.0)
    let headline = try answer(["--to", target]).prefix { $0 != "\n" }
    #expect(!headline.contains(share))
    let picture = try answer(["--to", target, "--format", "svg"])
    let description = try #require(picture.firstMatch(of: /<desc[^>]*>[^<]*<\/desc>/)?.0)
    #expect(!description.contains(share) && !description.contains("NVIDIA"))
  }
}
