import ArgumentParser

/// Two examples for each command, which end its help.
enum Examples {
  /// The help of a command with its examples at the end.
  ///
  /// - Parameter help: The text of the parser, which names the command behind `USAGE: moat`.
  static func appended(to help: String) -> String {
    let usage = help.split(separator: "\n").first { $0.hasPrefix("USAGE: moat ") }
    let word = usage?.dropFirst("USAGE: moat ".count).prefix { $0 != " " } ?? ""
    guard usage != nil, let lines = all[String(word)] ?? all[""] else { return help }
    let end = help.reversed().prefix { $0 == "\n" }.count
    return help.dropLast(end) + "\n\nEXAMPLES:\n" + lines.map { "  \($0)\n" }.joined()
  }

  /// The usage of the command that words name, with the way to its help; `nil` where they name none.
  static func usage(for words: [String]) -> String? {
    guard
      let command = Moat.configuration.subcommands.first(where: {
        words.contains($0.configuration.commandName ?? "")
          && words.first { !$0.hasPrefix("-") } == $0.configuration.commandName
      }), let name = command.configuration.commandName
    else { return nil }
    return
      "Usage: \(Moat.usageString(for: command))\n  See 'moat \(name) --help' for more information."
  }

  /// A message of the parser with the usage of the command that words name: a shared option is looked at before
  /// the command is.
  static func withUsage(of words: [String], _ message: String) -> String {
    let root = "Usage: \(Moat.usageString())\n  See 'moat --help' for more information."
    guard let own = usage(for: words) else { return message }
    return message.replacing(root, with: own)
  }

  /// The examples by the command's name, of the command without a name first.
  static let all: [String: [String]] = [
    "": ["moat", "moat company nscale"],
    "overview": ["moat overview --as-of 2026-03-21", "moat overview --where country:FR"],
    "capital": [
      "moat capital --by quarter", "moat capital --table rounds --sort -usd_m --limit 10",
    ],
    "compute": [
      "moat compute --by operator --unit h100e", "moat compute --map --format svg --out map.svg",
    ],
    "exposure": ["moat exposure --view list", "moat exposure --cut nvidia=50,NO"],
    "enforcement": [
      "moat enforcement --since 2025-08-02", "moat enforcement --where missing:penalties",
    ],
    "timeline": ["moat timeline --basis known", "moat timeline --table events --output md"],
    "claims": ["moat claims", "moat claims --format json"],
    "sources": [
      "moat sources --where publisher:reuters", "moat sources --sort -published --limit 20",
    ],
    "company": ["moat company nscale", "moat company mistral-ai --table rounds --output md"],
    "investor": ["moat investor nvidia", "moat investor accel --no-fold"],
    "country": ["moat country DE", "moat country FR --as-of 2026-03-21"],
    "layer": ["moat layer chips", "moat layer models --output wide"],
    "compare": ["moat compare nscale mistral-ai helsing", "moat compare DE FR"],
    "plan": [
      "moat plan --kind annex-iii --country DE --months 9",
      "moat plan --country FR --table obligations",
    ],
    "chips": ["moat chips", "moat chips nvidia-h100-sxm"],
    "benchmarks": ["moat benchmarks", "moat benchmarks --format json"],
    "valuations": ["moat valuations", "moat valuations --limit 10 --output csv"],
    "changes": ["moat changes --since 7d", "moat changes --against HEAD~1 --exit-code"],
    "report": [
      "moat report --out report.html", "moat report --since 7d --format md",
    ],
    "schema": ["moat schema capital", "moat schema company nscale"],
    "chart": [
      "moat chart capital --by layer --out capital.svg",
      "moat chart enforcement --size 1:1 --out enforcement.png",
    ],
    "add": [
      "moat add round company=nscale date=2026-09-25 series=A source=https://news.example/1 title=News --dry-run",
      "moat add - < facts.json",
    ],
    "update": [
      "moat update site nscale-loughton target=2027-06 source=https://news.example/2 title=News",
      "moat update site nscale-loughton status=operational source=https://news.example/3 title=News --dry-run",
    ],
    "import": [
      "moat import list.csv --as rounds --set currency=USD --source https://news.example/list --title List",
      "moat import list.csv --mapping dealroom --source https://news.example/list --write",
    ],
    "facts": ["moat facts", "moat facts --undo"],
    "check": ["moat check data", "moat check --output md --limit 20"],
    "export": ["moat export package", "moat export facts.db --format sqlite --as-of 2026-03-21"],
    "pull": ["moat pull https://git.example/facts.git", "moat pull --undo"],
    "info": ["moat info", "moat info --format json"],
    "install": ["moat install", "moat install --prefix /usr/local --uninstall"],
    "completions": ["moat completions bash", "moat completions fish"],
    "manual": ["moat manual", "moat manual --out moat.1"],
    "keys": ["moat keys", "moat keys --ascii"],
  ]
}
