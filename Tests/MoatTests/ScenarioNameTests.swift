import Foundation
import TestSupport
import Testing

/// A scenario that is kept under a name: in the prompt, in the palette and on the command line.
@Suite struct ScenarioNameTests {
  @Test func aScenarioIsKeptAndComesBack() throws {
    let home = try TemporaryFolder()
    let environment = ["XDG_CONFIG_HOME": home.path]
    let terminal = try Terminal(Program.path, environment: environment)
    try terminal.wait(for: "1 Overview")
    try terminal.type("4", "X", "C-u")
    try terminal.write("nvidia:deliveries=50")
    try terminal.type("C-o")
    try terminal.wait(for: "keep the scenario as")
    try terminal.write("dry")
    try terminal.type("Enter")
    try terminal.wait(for: "kept as @dry")
    try terminal.wait(for: "without 50 % of what is not running yet of NVIDIA")
    let kept = try String(contentsOfFile: home.path + "/moat/scenarios", encoding: .utf8)
    #expect(kept == "dry = nvidia:deliveries=50\n")
    try terminal.type("X", "C-u")
    try terminal.write("NO vs @dry")
    try terminal.type("Enter")
    try terminal.wait(for: "or 50 % of what is not running yet")
    try terminal.type("1")
    try terminal.write(":dry")
    try terminal.wait(for: "scenario")
    try terminal.type("Enter")
    try terminal.wait(for: "without 50 % of what is not running yet of NVIDIA")
    var variables = Program.environment
    variables.merge(environment) { $1 }
    let answer = try Program.run(
      Program.path, ["exposure", "--cut", "@dry"], environment: variables)
    #expect(answer.output.contains("without 50 % of what is not running yet of NVIDIA"))
    let wrong = try Program.run(
      Program.path, ["exposure", "--cut", "@dri"], environment: variables)
    #expect(wrong.code == 64)
    #expect(wrong.errors.contains("no scenario is kept as @dri"), "\(wrong.errors)")
    #expect(wrong.errors.contains("@dry"))
  }
}
