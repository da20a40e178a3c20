/// The words of the command line, before the parser reads them.
struct Arguments {
  /// The words as the parser takes them.
  ///
  /// A value that begins with a minus is joined to its option, `--where=-series:seed`: the parser would
  /// take it for options of one letter. Two minuses begin an option, so that a value left out is noticed.
  let words: [String]
  /// The options that were given, without their values.
  let options: [String]

  /// The command line of the program.
  static var current: Arguments { Arguments(Array(CommandLine.arguments.dropFirst())) }

  init(_ given: [String]) {
    var words: [String] = []
    var options: [String] = []
    var rest = given[...]
    while let word = rest.popFirst() {
      if word == "--" {
        words += [word] + rest
        break
      }
      if word.hasPrefix("--") {
        let name = String(word.prefix { $0 != "=" })
        options.append(SharedOption.aliases[name] ?? name)
      }
      guard SharedOption.withValue.contains(word), let value = rest.first, !value.hasPrefix("--")
      else {
        words.append(word)
        continue
      }
      rest.removeFirst()
      words += value.hasPrefix("-") ? ["\(word)=\(value)"] : [word, value]
    }
    self.words = words
    self.options = options
  }

  /// An option that was given twice though it holds one value; the parser would drop the first.
  var repeated: String? {
    var seen: Set<String> = []
    return options.first { SharedOption.once.contains($0) && !seen.insert($0).inserted }
  }
}
