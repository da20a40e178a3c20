import Foundation
import TestSupport
import Testing

/// Filters kept under names that hold other names, as `--where` takes them.
@Suite struct NamedFilterTests {
  private func run(_ filters: String?, _ filter: String) throws -> Program.Answer {
    let home = try TemporaryFolder()
    let folder = home.path + "/.config/moat"
    let file = folder + "/filters"
    try FileManager.default.createDirectory(
      atPath: filters == nil ? file : folder, withIntermediateDirectories: true)
    try filters?.write(toFile: file, atomically: true, encoding: .utf8)
    var environment = Program.environment
    environment["HOME"] = home.path
    return try Program.run(
      Program.path, ["capital", "--format", "csv", "--where", filter], environment: environment)
  }

  @Test func aNameInAFilterIsWrittenOut() throws {
    let kept = "fr = country:FR\nlarge = @fr amount>100\n"
    let answer = try run(kept, "@large")
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(try answer.output == run(nil, "country:FR amount>100").output)
  }

  @Test(arguments: [
    ("a = @gone\n", "@gone"), ("a = country:FR @gone\n", "@gone"), ("a = @a\n", "itself"),
    ("a = @b\nb = @a\n", "itself"), ("a = -@b\nb = country:FR\n", "-@b"),
  ])
  func aNameThatMeansNothingIsRefused(_ filters: String, _ word: String) throws {
    let answer = try run(filters, "@a")
    #expect(answer.code == 64)
    #expect(answer.errors.contains(word), "\(answer.errors)")
    #expect(answer.output.isEmpty)
  }

  @Test func aQuotedNameIsAText() throws {
    #expect(try run("a = \"x @a y\"\n", "@a").code == 0)
  }

  @Test func filtersThatCannotBeReadAreTold() throws {
    let answer = try run(nil, "@a")
    #expect(answer.code == 78)
    #expect(answer.errors.contains("/filters: cannot be read"), "\(answer.errors)")
  }
}
