import Foundation
import TestSupport
import Testing

/// An installed program: its files, its completions, its manual page, and what it says of itself.
@Suite struct InstalledProgramTests {
  private func run(
    _ words: [String], _ environment: [String: String] = Program.environment,
    program: String = Program.path
  ) throws -> Program.Answer {
    try Program.run(program, words, environment: environment)
  }

  @Test func itInstallsRunsAndIsTakenAway() throws {
    let folder = try TemporaryFolder()
    let prefix = folder.path + "/usr"
    let answer = try run(["install", "--prefix", prefix, "--data", Program.data])
    #expect(answer.code == 0, "\(answer.errors)")
    for file in [
      "bin/moat", "share/moat/data/datapackage.json", "share/moat/data/rounds.csv",
      "share/man/man1/moat.1", "share/bash-completion/completions/moat",
      "share/zsh/site-functions/_moat", "share/fish/vendor_completions.d/moat.fish",
    ] {
      #expect(FileManager.default.fileExists(atPath: "\(prefix)/\(file)"), "\(file)")
    }
    // It finds its own data, from a folder without any.
    var environment = Program.environment
    environment["MOAT_DATA"] = nil
    environment["HOME"] = folder.path
    let info = try Program.run(
      "/usr/bin/env", ["-C", folder.path, prefix + "/bin/moat", "info"], environment: environment)
    #expect(info.output.contains("\(prefix)/share/moat/data"), "\(info.errors)")
    try "mine".write(toFile: prefix + "/bin/other", atomically: true, encoding: .utf8)
    #expect(try run(["install", "--prefix", prefix, "--uninstall"]).code == 0)
    let left = FileManager.default.subpaths(atPath: prefix) ?? []
    #expect(left.sorted() == ["bin", "bin/other"])
    #expect(try run(["install", "--prefix", prefix, "--uninstall"]).code == 66)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func everyShellHasItsScript(_ shell: String) throws {
    let answer = try run(["completions", shell])
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(answer.output.contains("---completion"))
    #expect(answer.output.contains("capital"))
  }

  @Test func anUnknownShellIsRefused() throws {
    let answer = try run(["completions", "tcsh"])
    #expect(answer.code == 64)
    #expect(answer.errors.contains("bash, zsh or fish"))
  }

  /// The steps of a user: source the script and press Tab behind `moat company nsc`.
  @Test func bashCompletesIdsOfTheDataInUse() throws {
    let folder = try TemporaryFolder()
    let script = folder.path + "/moat.bash"
    try run(["completions", "bash"]).output
      .write(toFile: script, atomically: true, encoding: .utf8)
    func completed(_ line: String) throws -> [String] {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      let steps = """
        source \(script)
        COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " ")))
        COMP_CWORD=\(words.count - 1)
        COMP_LINE='\(line)'
        COMP_POINT=${#COMP_LINE}
        _moat moat "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
        printf '%s\\n' "${COMPREPLY[@]}"
        """
      var environment = Program.environment
      environment["PATH"] = (Program.path as NSString).deletingLastPathComponent + ":/usr/bin:/bin"
      let answer = try Program.run("/bin/bash", ["-c", steps], environment: environment)
      return answer.output.split(separator: "\n").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
    #expect(try completed("moat company nsc") == ["nscale"])
    #expect(try completed("moat layer infra") == ["infrastructure"])
    #expect(try completed("moat country D").contains("DE"))
    #expect(try completed("moat capi") == ["capital"])
    let named = "moat chips --data \(LiveLedger.folder) nvidia-h100-s"
    #expect(try completed(named) == ["nvidia-h100-sxm"], "of the data that the line names")
    #expect(try completed("moat compare nscale D").contains("DE"))
    #expect(try completed("moat exposure --to tsm") == ["tsmc"])
    #expect(try completed("moat capital --where layer") == ["layer:"])
  }

  /// The words that a shell asks the program for, behind a name with the times of its deliveries.
  @Test func aCutIsCompletedPartByPart() throws {
    func completed(_ text: String) throws -> [String] {
      let words = ["---completion", "exposure", "--", "--cut", "3", "\(text.count)"]
      var environment = Program.environment
      environment["SAP_SHELL"] = "bash"
      let answer = try run(words + ["moat", "exposure", "--cut", text], environment)
      return answer.output.split(separator: "\n").map(String.init)
    }
    #expect(try completed("tsm") == ["tsmc"])
    #expect(try completed("home:N").contains("home:NO"))
    let times = try completed("nvidia:")
    #expect(times.contains("nvidia:deliveries") && times.contains("nvidia:2027"), "\(times)")
    #expect(try completed("nvidia,tsm") == ["nvidia,tsmc"])
    #expect(try completed("nvidia vs tsm") == ["nvidia vs tsmc"])
  }

  @Test func theManualNamesEveryCommandAndOption() throws {
    let page = try run(["manual"]).output
    #expect(page.contains(".TH MOAT 1"))
    let help = try run(["--help"]).output
    let commands = help.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
      .prefix { $0 != "EXAMPLES:" }
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See") }
      .compactMap { $0.split(separator: " ").first }
    #expect(commands.count > 25)
    for command in commands { #expect(page.contains("\n.SS moat \(command)\n"), "\(command)") }
    for option in ["\\-\\-as\\-of", "\\-\\-where", "\\-\\-by", "\\-\\-size", "\\-\\-undo"] {
      #expect(page.contains(option), "\(option)")
    }
    // No line of text is taken for a macro.
    let macros = page.split(separator: "\n").filter { $0.hasPrefix(".") }.map { $0.prefix(3) }
    let known: Set<Substring> = [
      ".\\\"", ".TH", ".SH", ".SS", ".PP", ".TP", ".B ", ".br", ".nf", ".fi",
    ]
    #expect(Set(macros).subtracting(known).isEmpty, "\(Set(macros).subtracting(known))")
  }

  @Test func infoSaysWhereEverythingLies() throws {
    let folder = try TemporaryFolder()
    var environment = Program.environment
    environment["HOME"] = folder.path
    let text = try run(["info"], environment).output
    for part in ["Moat 1", Program.data, "Settings: ", "Watchlist: ", "Own facts: ", "Problems: "] {
      #expect(text.contains(part), "\(part)")
    }
    let json = try run(["info", "--format", "json"], environment).output
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect((object["packages"] as? [[String: Any]])?.first?["folder"] as? String == Program.data)
  }

  @Test func sharedDataFoldersAreSearched() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/shared/moat", withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Program.data, toPath: folder.path + "/shared/moat/data")
    let program = folder.path + "/opt/bin/moat"
    #expect(try run(["install", "--prefix", folder.path + "/opt"]).code == 0)
    try FileManager.default.removeItem(atPath: folder.path + "/opt/share")
    var environment = Program.environment
    environment["MOAT_DATA"] = nil
    environment["XDG_DATA_DIRS"] = "relative:\(folder.path)/shared"
    let answer = try Program.run(
      "/usr/bin/env", ["-C", folder.path, program, "info"], environment: environment)
    #expect(answer.output.contains("\(folder.path)/shared/moat/data"), "\(answer.errors)")
    environment["XDG_DATA_DIRS"] = folder.path
    let none = try Program.run(
      "/usr/bin/env", ["-C", folder.path, program, "info"], environment: environment)
    #expect(none.code == 66)
    #expect(none.errors.contains("no data package was found; name a folder"), "\(none.errors)")
  }
}
