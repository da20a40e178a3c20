import ArgumentParser
import Capture
import Dataset

/// `moat add KIND FIELD=VALUE...`: enters a fact with its source.
struct AddCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Enter a fact with its source, checked before it is written.",
    discussion: """
      Kinds: \(EntryKind.words.joined(separator: ", ")). Fields are the columns of the kind's table; names may \
      stand for ids, 1.2bn for 1200 in a field that ends in _m. source is the address of a page, described \
      by title, publisher and published, or the id of a source that is held. A round takes investors: \
      "NAME:lead;NAME;NAME:participant:25".

      With - in the place of the kind or behind it, a JSON list of objects is read from standard input, \
      with the kind of each under "kind" unless it is named.

      moat add round company=nscale date=2026-09-25 amount_m=3360 currency=USD source=https://… title="…"
      moat add site operator=nscale city=Loughton country=GB accelerators=23000 source=ID --dry-run
      """)

  static let rule = CommandRule(
    formats: [.text, .json], refused: CommandRule.entry)

  static let examples = [
    "moat add round company=nscale date=2026-09-25 series=A source=https://news.example/1 title=News --dry-run",
    "moat add - < facts.json",
  ]

  @Argument(help: "The kind of fact, or -.")
  var kind: String

  @Argument(help: ArgumentHelp("The fields that are known.", valueName: "field=value"))
  var fields: [String] = []

  @Option(
    help: ArgumentHelp(
      "An organisation to enter on the way, as NAME=KIND:LAYER:COUNTRY; repeatable.",
      valueName: "organisation"))
  var new: [String] = []

  @OptionGroup var entry: EntryOptions
  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    let session = try EntrySession(data: options.folders, into: entry.into)
    let drafts = try drafts()
    let outcome = try session.enter(entry.manner) { builder throws(EntryFault) in
      var entries: [Entry] = []
      for draft in drafts { entries.append(try builder.entry(draft)) }
      return entries
    }
    try EntryPrinter(options).print(outcome)
  }

  /// The facts that were named, those that others need first.
  private func drafts() throws -> [Draft] {
    if kind == "-" || fields == ["-"] {
      guard new.isEmpty else {
        throw Failure.usage("--new goes with fields; put the organisation into the list before it")
      }
      return try JSONDrafts.read(kind: kind == "-" ? nil : EntryArguments.kind(kind))
    }
    let draft = Draft(
      try EntryArguments.kind(kind), try EntryArguments.values(fields))
    return try new.map { try organisation($0, with: draft) } + [draft]
  }

  /// An organisation that rests on the same source.
  private func organisation(_ text: String, with draft: Draft) throws -> Draft {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    let words = parts.count == 2 ? parts[1].split(separator: ":").map(String.init) : []
    guard parts.count == 2, words.count == 3 else {
      throw Failure.usage(
        "--new \(text): expected NAME=KIND:LAYER:COUNTRY, such as Fubon=fund:capital:TW")
    }
    guard let kind = EntryKind(.organisations) else { throw Failure.usage("--new is not taken") }
    var values = ["name": parts[0], "kind": words[0], "layer": words[1], "country": words[2]]
    for field in ["source"] + draft.kind.extraFields {
      guard let text = draft.values[field],
        ["investors", "latitude", "longitude"].allSatisfy({ $0 != field })
      else { continue }
      let own = kind.field(ofSource: field)
      if own == "source" || kind.extraFields.contains(own) { values[own] = text }
    }
    return Draft(kind, values)
  }
}

/// `moat update KIND ID FIELD=VALUE...`: moves a fact on by a row.
struct UpdateCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Move a fact on: its latest row carried on, with what changed and its source.",
    discussion: """
      The date is that of the page unless given, today's where the page's is not known. The note and the confidence are not carried: they spoke of the \
      state before. A field without a value empties its column.

      moat update site nscale-loughton status=building source=https://… title="…"
      moat update step HU/market-surveillance status=designated detail="…" date=2026-08-31 source=ID
      """)

  static let rule = CommandRule(
    formats: [.text, .json], refused: CommandRule.entry)

  static let examples = [
    "moat update site nscale-loughton target=2027-06 source=https://news.example/2 title=News",
    "moat update site nscale-loughton status=operational source=https://news.example/3 title=News --dry-run",
  ]

  @Argument(help: "The kind of fact.")
  var kind: String

  @Argument(help: "Its id, or what tells it apart, joined by /, such as HU/penalties.")
  var id: String

  @Argument(help: ArgumentHelp("The fields that changed.", valueName: "field=value"))
  var fields: [String] = []

  @OptionGroup var entry: EntryOptions
  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    let session = try EntrySession(data: options.folders, into: entry.into)
    let draft = Draft(try EntryArguments.kind(kind), try EntryArguments.values(fields))
    let id = id
    let outcome = try session.enter(entry.manner) { builder throws(EntryFault) in
      [try builder.update(id, draft)]
    }
    try EntryPrinter(options).print(outcome)
  }
}

/// The arguments behind the command that enters a fact.
enum EntryArguments {
  /// The kind of a noun.
  static func kind(_ word: String) throws -> EntryKind {
    guard let kind = EntryKind(word) else {
      throw Failure.usage(
        "there is no kind of fact '\(word)'" + Suggestion.words(for: word, among: EntryKind.words)
          + "\nThe kinds are \(EntryKind.words.joined(separator: ", ")).")
    }
    return kind
  }

  /// The texts by field.
  static func values(_ fields: [String]) throws -> [String: String] {
    var values: [String: String] = [:]
    for field in fields {
      guard let sign = field.firstIndex(of: "="), sign != field.startIndex else {
        throw Failure.usage("found '\(field)', expected FIELD=VALUE, such as company=nscale")
      }
      let name = String(field[..<sign])
      guard values[name] == nil else {
        throw Failure.usage("\(name) is given twice; several sources are joined with ;")
      }
      values[name] = String(field[field.index(after: sign)...])
    }
    return values
  }
}
