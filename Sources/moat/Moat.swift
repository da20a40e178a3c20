import ArgumentParser

@main
struct Moat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "moat",
    abstract: "European AI investment intelligence in the terminal."
  )
}
