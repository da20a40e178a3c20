import Foundation
import TestSupport
import Testing

/// Facts entered on the command line: checked, written whole or not at all, taken back, handed on.
@Suite struct EntryCommandTests {
  private let home: ScriptedHome

  init() throws { home = try ScriptedHome() }

  private let round =
    "round company=nscale date=2026-10-02 series=Bridge amount_m=77 currency=USD "
    + "source=https://paper.example/2026/10/02/bridge title='A bridge'"

  @Test func aFactIsSeenAtOnceAndTakenBack() throws {
    let answer = try home.shell(
      """
      $M company nscale --format csv --table rounds | wc -l
      $M add \(round) | tail -1
      $M company nscale --format csv --table rounds | wc -l
      $M facts | tail -1
      $M check; echo $?
      $M facts --undo
      $M company nscale --format csv --table rounds | wc -l
      """)
    let lines = answer.output.split(separator: "\n").map(String.init)
    let before = try #require(Int(lines[0].trimmingCharacters(in: .whitespaces)))
    #expect(lines[1].contains("2 rows entered in"))
    #expect(Int(lines[2].trimmingCharacters(in: .whitespaces)) == before + 1)
    #expect(lines[3].hasPrefix("2 rows in "))
    #expect(lines.contains("0"))
    #expect(lines[lines.count - 2].hasPrefix("2 rows taken back"))
    #expect(Int(lines[lines.count - 1].trimmingCharacters(in: .whitespaces)) == before)
    #expect(answer.errors.isEmpty, "\(answer.errors)")
  }

  @Test func ownRowsAreListedAsData() throws {
    let answer = try home.shell("$M add \(round) > /dev/null; $M facts --format json")
    let rows = try #require(
      JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["kind"] as? String } == ["source", "round"])
    #expect(rows.map { $0["line"] as? Int } == [2, 2])
    #expect((rows[1]["file"] as? String)?.hasSuffix("facts/rounds.csv") == true)
    let cells = try #require(rows[1]["row"] as? [String: String])
    #expect(cells["company"] == "nscale" && cells["amount_m"] == "77")
    #expect(cells["note"] == nil, "an empty cell says nothing")
  }

  @Test func aDryRunWritesNothing() throws {
    let answer = try home.shell("$M add \(round) --dry-run | tail -1; find home -type f")
    #expect(answer.output.contains("nothing was written"))
    #expect(answer.output.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    ("round company=nscal date=2026 source=s-nope", 65, "did you mean"),
    ("round company=nscale amuont_m=3 source=x", 64, "did you mean amount_m"),
    ("raund company=nscale", 64, "did you mean round"),
    ("round company", 64, "FIELD=VALUE"),
    ("round company=nscale company=x", 64, "twice"),
    ("round company=nscale date=2027-10 source=https://a.example/x title=T", 65, "date"),
    (
      "round company=nscale date=2026-01 amount_m=5 source=https://a.example/x title=T", 65,
      "currency"
    ),
    ("investment round=nscale investor=x source=x", 65, "there is no round"),
    ("round company=nscale --as-of 2026-01-01", 64, "--as-of"),
    ("round company=nscale date=2026-01 source=https://a.example/x", 65, "title: missing"),
  ])
  func whatIsWrongIsRefused(_ words: String, _ code: Int, _ message: String) throws {
    let answer = try home.shell("$M add \(words); echo $?; find home -type f")
    #expect(answer.output == "\(code)\n", "\(answer.errors)")
    #expect(answer.errors.contains(message), "\(answer.errors)")
  }

  @Test func whatIsHeldIsRefusedUnlessItIsMeant() throws {
    let answer = try home.shell(
      "$M add \(round) >/dev/null; $M add \(round); echo $?; $M add \(round) --anyway | tail -1")
    #expect(answer.output.hasPrefix("65\n1 row entered"), "\(answer.output)")
    #expect(answer.errors.contains("looks the same"))
  }

  @Test func anUpdateAddsARow() throws {
    let answer = try home.shell(
      """
      $M update site stargate-norway status=operational date=2026-11-20 source=https://a.example/n title=N
      wc -l < home/.local/share/moat/facts/compute.csv
      """)
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(answer.output.contains("→ operational"))
    #expect(answer.output.hasSuffix("2\n"))
  }

  @Test func aListFromStandardInputMayReferToItself() throws {
    let answer = try home.shell(
      """
      cat > in.json <<'J'
      [{"kind": "organisation", "kind_of": "fund", "name": "Fjord Partners", "layer": "capital",
        "country": "Norway", "source": "https://a.example/f", "source_title": "Fjord"},
       {"kind": "round", "company": "Nscale", "date": "2026-10-09", "amount_m": 12.5, "currency": "NOK",
        "series": "Bridge", "source": "https://a.example/f", "investors": ["Fjord Partners:lead"], "note": null}]
      J
      $M add - --format json < in.json
      """)
    #expect(answer.code == 0, "\(answer.errors)")
    let json = try answer.object()
    let facts = try #require(json["facts"] as? [[String: Any]])
    #expect(facts.count == 2)
    #expect(json["written"] as? Bool == true)
    #expect((facts[1]["rows"] as? [Any])?.count == 2)
  }

  /// A list that cannot be read is told with its fault, and with the place where there is one.
  @Test(arguments: [
    ("nonsense", "it is no JSON"), ("[{\"kind\": \"round\", \"company\": {\"a\": 1}}]", "at "),
    ("[{\"kind\": \"round\", \"investors\": [1]}]", "at "), ("[3]", "at "),
    ("{\"company\": \"nscale\"}", "row 1: kind: expected one of source, organisation"),
  ])
  func whatIsNoListIsRefused(_ text: String, _ reason: String) throws {
    let answer = try home.shell("echo '\(text)' | $M add -; echo $?; find home -type f")
    #expect(answer.output == "65\n", "\(answer.errors)")
    #expect(answer.errors.contains(reason), "\(answer.errors)")
  }

  /// An organisation made on the way rests on the page of the fact that needs it.
  @Test func anOrganisationIsEnteredOnTheWay() throws {
    let answer = try home.shell(
      """
      $M add \(round) investors='Fjord Partners:lead' --new 'Fjord Partners=fund:capital:NO' --format json
      """)
    #expect(answer.code == 0, "\(answer.errors)")
    let facts = try #require(try answer.object()["facts"] as? [[String: Any]])
    #expect(facts.map { $0["kind"] as? String } == ["organisation", "round"])
    #expect(facts.first?["id"] as? String == "fjord-partners")
    let rows = facts.compactMap { ($0["rows"] as? [[String: Any]])?.last?["row"] as? [String: Any] }
    #expect(rows[0]["layer"] as? String == "capital")
    #expect(rows[0]["country"] as? String == "NO")
    #expect(rows[0]["source"] as? String == "paper-a-bridge")
    #expect(rows[1]["investor"] as? String == "fjord-partners")
  }

  @Test(arguments: ["Fjord", "Fjord=fund:capital", "=fund:capital:NO"])
  func anOrganisationHasFourParts(_ text: String) throws {
    let answer = try home.shell("$M add \(round) --new '\(text)'; echo $?; find home -type f")
    #expect(answer.output == "64\n", "\(answer.errors)")
    #expect(answer.errors.contains("NAME=KIND:LAYER:COUNTRY"), "\(answer.errors)")
  }

  /// A warning names the file that is written, not the copy that was checked.
  @Test func aWarningNamesTheFileThatIsWritten() throws {
    let answer = try home.shell(
      """
      $M add site operator=nscale city=Nowhereham country=GB date=2026-10 source=https://a.example/s title=S --format json
      """)
    #expect(answer.code == 0, "\(answer.errors)")
    let warnings = try #require(try answer.object()["warnings"] as? [[String: Any]])
    let warning = try #require(warnings.first, "\(answer.output)")
    #expect((warning["message"] as? String)?.contains("Nowhereham") == true)
    let file = try #require(warning["file"] as? String)
    #expect(file.hasSuffix("home/.local/share/moat/facts/compute.csv"), "\(file)")
  }

  @Test func aClaimThatTurnsIsToldWithBothVerdicts() throws {
    let answer = try home.shell(
      """
      $M add organisation id=ami-labs name='AMI Labs' kind=company layer=models country=DE \\
        source=https://a.example/s source_title=S --dry-run --anyway --format json
      """)
    let claims = try #require(try answer.object()["claims"] as? [[String: String]])
    #expect(
      claims == [["id": "ami-headquarters", "before": "holds", "after": "differs"]],
      "\(answer.output) \(answer.errors)")
  }

  @Test func aPackageThatIsNamedIsWrittenAndNoOther() throws {
    let answer = try home.shell(
      """
      cp -r "$D" p; $M add \(round) --data p --into p | tail -1
      diff -r "$D" p | grep -c '^>'; test -e home/.local/share/moat && echo OWNPACKAGE
      $M check p; echo $?
      """)
    #expect(answer.output.hasSuffix("0\n"), "\(answer.output) \(answer.errors)")
    #expect(answer.output.contains("2 rows entered in p"))
    #expect(!answer.output.contains("OWNPACKAGE"))
  }

  @Test func ownFactsAreLaidOverTheirPackageAlone() throws {
    let answer = try home.shell(
      """
      $M add \(round) > /dev/null
      cp -r "$D" p; sed -i 's/"name": "moat"/"name": "other"/' p/datapackage.json
      $M company nscale --format csv --table rounds --data "$D" | grep -c -i bridge
      $M company nscale --format csv --table rounds --data p | grep -c -i bridge
      $M add \(round) --data p; echo $?
      """)
    let lines = answer.output.split(separator: "\n")
    #expect(lines == ["1", "0", "64"], "\(answer.output) \(answer.errors)")
  }

  @Test func aWriteThatWasKilledIsFinishedOrSweptAway() throws {
    let answer = try home.shell(
      """
      $M add \(round) > /dev/null; F=home/.local/share/moat/facts
      mkdir $F/.moat-entry; echo junk > $F/.moat-entry/0
      $M add round company=nscale date=2026-10-03 series=Other amount_m=5 currency=USD source=https://a.example/o title=O > /dev/null
      ls -a $F | grep -c moat-entry; wc -l < $F/rounds.csv
      mkdir $F/.moat-entry; head -2 $F/rounds.csv > $F/.moat-entry/0; printf '0\\trounds.csv\\n' > $F/.moat-entry/list
      $M add round company=nscale date=2026-10-04 series=Third amount_m=6 currency=USD source=https://a.example/p title=P > /dev/null
      ls -a $F | grep -c moat-entry; wc -l < $F/rounds.csv
      """)
    #expect(answer.output == "0\n3\n0\n3\n", "\(answer.output) \(answer.errors)")
  }

  @Test func aFileThatWouldGrowTooLargeLeavesThePackageAsItWas() throws {
    let answer = try home.shell(
      """
      $M add \(round) > /dev/null; F=home/.local/share/moat/facts; cp -r $F before
      (ulimit -f 4; $M add round company=nscale date=2026-10-03 series=Other amount_m=5 currency=USD source=https://a.example/o title=O); echo $?
      diff -r before $F && echo same
      """)
    #expect(answer.output == "74\nsame\n", "\(answer.output) \(answer.errors)")
  }

  /// The package is staged with links; what they lead to must outlive the stage.
  @Test func aFolderThatThePackageListsOutlivesTheStage() throws {
    let answer = try home.shell(
      """
      cp -r "$D" p; mkdir p/extra; echo mine > p/extra/note
      sed -i 's|"resources": \\[|"resources": [{"name": "extra", "path": "extra"},|' p/datapackage.json
      $M add \(round) --data p --into p > /dev/null; echo $?; cat p/extra/note; ls -d moat-* | wc -l
      """)
    #expect(answer.output == "0\nmine\n0\n", "\(answer.output) \(answer.errors)")
  }

  @Test func twoProgramsAtOnceKeepBothEntries() throws {
    let answer = try home.shell(
      """
      for n in 1 2 3 4 5 6; do
        $M add round company=nscale date=2026-10-0$n series=S$n amount_m=$n$n currency=USD source=https://a.example/$n title=T$n > /dev/null &
      done; wait
      tail -n +2 home/.local/share/moat/facts/rounds.csv | wc -l; $M check | tail -1
      """)
    #expect(answer.output.hasPrefix("6\n0 errors"), "\(answer.output) \(answer.errors)")
  }

  @Test func factsAreHandedOnAsAPackageAndAsAPatch() throws {
    let answer = try home.shell(
      """
      $M add \(round) > /dev/null; cp -r "$D" data
      $M export out --facts | tail -1; $M check --data "$D" --data out | tail -1
      $M export facts.patch --facts --patch --data data > /dev/null; echo $?
      git apply --stat facts.patch | tail -1; git apply facts.patch; echo $?
      grep -c paper-a-bridge data/rounds.csv data/sources.csv; $M check data | tail -1
      """)
    #expect(answer.output.contains("\n0 errors"), "\(answer.output) \(answer.errors)")
    #expect(
      answer.output.contains("3 files changed, 3 insertions(+), 1 deletion(-)"), "\(answer.output)")
    #expect(
      answer.output.contains("data/rounds.csv:1\ndata/sources.csv:1\n0 errors"), "\(answer.output)")
  }

  @Test func aForeignTableIsImported() throws {
    let answer = try home.shell(
      """
      cat > list.csv <<'C'
      Company,Raised (USD),Date,Round
      Nscale,"$41,000,000",3 Oct 2026,Extension
      Mistral,5.5m,2026-10-05,Extension
      Nobody Known,1m,2026-10-05,Seed
      Helsing,broken,2026-10-05,Seed
      C
      MAP='Company=company,Raised (USD)=amount_m/1000000,Date=date,Round=series'
      $M import list.csv --as rounds --map "$MAP" --set currency=USD --source https://a.example/list --title 'A list' ; echo $?
      find home -type f | wc -l
      $M import list.csv --as rounds --map "$MAP" --set currency=USD --source https://a.example/list --title 'A list' --accept 'Mistral=mistral-ai' --save dealroom --write | tail -1
      grep -c Extension home/.local/share/moat/facts/rounds.csv
      $M import list.csv --mapping dealroom --source https://a.example/list --format json | grep -c '"outcome" : "held"'
      """)
    #expect(answer.output.contains("Nobody Known"), "\(answer.output) \(answer.errors)")
    let lines = answer.output.split(separator: "\n")
    #expect(lines.suffix(2) == ["2", "2"], "\(answer.output) \(answer.errors)")
  }

  /// A name that nothing bears is entered with the first row that needs it, and held for the next.
  @Test func anImportEntersTheOrganisationsThatItNeeds() throws {
    let answer = try home.shell(
      """
      printf '%s\\n' Company,Raised,Date,Round 'Nobody Known,3,2026-10-05,Seed' \
        'Nobody Known,9,2026-11-05,Series A' > list.csv
      MAP='Company=company,Raised=amount_m,Date=date,Round=series'
      import() {
        $M import list.csv --as rounds --map "$MAP" --set currency=USD --source https://a.example/list \
          --title 'A list' "$@"
      }
      import --accept 'Nobody Known=new:company:models' | grep -c 'expected new:KIND:LAYER:COUNTRY'
      import --accept 'Nobody Known=new:company:models:FR' --write > /dev/null; echo $?
      cut -d, -f1-5 home/.local/share/moat/facts/organisations.csv
      cut -d, -f1-2 home/.local/share/moat/facts/rounds.csv
      """)
    #expect(
      answer.output == """
        2
        0
        id,name,kind,layer,country
        nobody-known,Nobody Known,company,models,FR
        id,company
        nobody-known-2026-10-seed,nobody-known
        nobody-known-2026-11-series-a,nobody-known

        """, "\(answer.output) \(answer.errors)")
  }

  /// A mapping kept again takes the place of the former, and no other.
  @Test func aMappingIsKeptAnewAndAWrongNameIsToldTheRight() throws {
    let answer = try home.shell(
      """
      printf '%s\\n' A,B,C 'Nscale,41,2026-10-05' > list.csv
      keep() { $M import list.csv --as rounds --map "$1" --source https://a.example/l --title L --save $2; }
      $M import list.csv --mapping nothing --source https://a.example/l; echo $?
      keep A=company,B=amount_m one > /dev/null; keep A=company,C=date two > /dev/null
      keep A=company,B=amount_m,C=date one > /dev/null
      $M import list.csv --mapping tow --source https://a.example/l; echo $?
      wc -l < home/.config/moat/mappings; grep -c '"column":"C"' home/.config/moat/mappings
      """)
    #expect(answer.output == "64\n64\n2\n2\n", "\(answer.output) \(answer.errors)")
    #expect(answer.errors.contains("no mapping is kept as nothing; --save NAME keeps a mapping"))
    #expect(answer.errors.contains("no mapping is kept as tow"))
    #expect(answer.errors.contains("did you mean"))
    #expect(answer.errors.contains("kept are two, one"))
  }
}
