import Dataset
import Testing

@Suite struct FrozenPackageTests {
  @Test func readsWithoutAProblem() throws {
    let dataset = try FrozenPackage.dataset()
    let errors = dataset.problems.filter { $0.severity == .error }.map(\.description)
    #expect(errors.isEmpty, "\(errors.joined(separator: "\n"))")
  }
}
