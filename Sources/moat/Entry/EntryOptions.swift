import ArgumentParser
import Dataset

/// The options of every command that enters facts.
struct EntryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The package to write to; your own facts, laid over the data, unless given.",
      valueName: "dir"))
  var into: String?

  @Flag(help: "Check and show what would change; write nothing.")
  var dryRun = false

  @Flag(help: "Enter what looks like a fact that is held already, or out of order.")
  var anyway = false

  var manner: EntrySession.Manner {
    EntrySession.Manner(isDry: dryRun, isMeant: anyway)
  }
}
