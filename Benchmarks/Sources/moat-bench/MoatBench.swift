import ArgumentParser

@main
struct MoatBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "moat-bench",
    abstract: "Measures Moat.",
    subcommands: [
      Layout.self, Generate.self, Read.self, LargePackage.self, Start.self, Keys.self, Draw.self,
      Sort.self, KeyStormCommand.self,
    ])
}
