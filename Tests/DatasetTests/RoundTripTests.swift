import Testing

@testable import Dataset

@Suite struct RoundTripTests {
  @Test(arguments: 1...12)
  func whatIsWrittenIsReadAndComesOutTheSame(_ seed: Int) throws {
    let tables = RandomTables(seed: UInt64(seed))
    let files = tables.files
    let package = try TemporaryPackage(files)
    let dataset = try Dataset(folders: [package.folder.path])
    #expect(dataset.shownProblems == [])
    for table in TableName.allCases {
      #expect(dataset.csv(table) == files[table], "\(table.word)")
    }
  }

  @Test(arguments: 13...16)
  func theOtherFormsOfAFileAreTheSameFile(_ seed: Int) throws {
    let files = RandomTables(seed: UInt64(seed)).files
    let package = try TemporaryPackage(
      files.mapValues { text in
        // A byte order mark, CRLF at the ends of the records, no line end at the end, blank lines.
        let records = ReferenceScanner.records(Array(text.utf8)).map { record in
          csvRecord(record.cells.map { String(decoding: $0, as: UTF8.self) })
        }
        return "\u{FEFF}" + records.joined(separator: "\r\n\r\n")
      })
    let dataset = try Dataset(folders: [package.folder.path])
    #expect(dataset.shownProblems == [])
    for table in TableName.allCases {
      #expect(dataset.csv(table) == files[table], "\(table.word)")
    }
  }

  @Test(arguments: 17...20)
  func aThreadThatReadsAheadChangesNothing(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    // Some of the bytes are turned into others, so that there are problems as well.
    let damaged = RandomTables(seed: UInt64(seed)).files.mapValues { text in
      var bytes = Array(text.utf8)
      for _ in 0..<(seed % 2 == 0 ? 0 : bytes.count / 200) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = random.pick([34, 44, 10, 0xFF, 97])
      }
      return bytes
    }
    let package = try TemporaryPackage(damaged)
    let folders = [package.folder.path]
    let plain = try Dataset(folders: folders)
    for piece in [1, 7, 64, 1000] {
      let ahead = try Dataset(folders: folders, limits: ReadingLimits(large: 1, piece: piece))
      #expect(ahead.problems == plain.problems)
      for table in TableName.allCases { #expect(ahead.csv(table) == plain.csv(table)) }
    }
  }

  @Test func manyBlocksComeInTheirOrder() throws {
    let rows = (0..<20_000).map { "c\($0),A,Claim \($0),m,so\n" }.joined()
    let package = try TemporaryPackage([.claims: "id,briefing,claim,unit,how_to_check\n" + rows])
    let dataset = try Dataset(
      folders: [package.folder.path], limits: ReadingLimits(large: 1, piece: 4096))
    #expect(dataset.problems.isEmpty)
    #expect(dataset.claims.count == 20_000)
    for (index, claim) in dataset.claims.enumerated() where dataset.slug(claim.id) != "c\(index)" {
      return #expect(dataset.slug(claim.id) == "c\(index)")
    }
  }

  @Test(arguments: 1...300)
  func anyBytesAreRead(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var files = RandomTables(seed: UInt64(seed % 7)).files.mapValues { Array($0.utf8) }
    let table = random.pick(TableName.allCases)
    let letters: [UInt8] = random.pick([
      Array("\",\n\ra1-;é".utf8), Array(0...255), Array("0123456789-.".utf8),
    ])
    var bytes = files[table] ?? []
    if random.once(in: 4) {
      let header = bytes.prefix { $0 != 10 } + [10]
      bytes = header + (0..<200).map { _ in random.pick(letters) }
    } else {
      for _ in 0..<Int.random(in: 1...40, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch random.pick([0, 1, 2, 3]) {
        case 0: bytes[place] = random.pick(letters)
        case 1: bytes.insert(random.pick(letters), at: place)
        case 2: bytes.remove(at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 30))
        }
      }
    }
    files[table] = bytes
    let package = try TemporaryPackage(files)
    let limits = random.once(in: 2) ? ReadingLimits(large: 1, piece: 50) : ReadingLimits()
    let dataset = try Dataset(folders: [package.folder.path], limits: limits)
    // Rows that were read can be asked for, checked and written; nothing is referred to that is not there.
    for table in TableName.allCases { _ = dataset.csv(table) }
    for problem in CheckReport(dataset).problems {
      #expect(problem.line >= 1 && problem.column >= 1)
      #expect(problem.message.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 })
    }
    let snapshot = dataset.asOf(dataset.updated)
    for round in snapshot.rounds {
      _ = dataset.name(dataset[round.company].id)
      #expect(!snapshot.history(of: round.id).isEmpty)
    }
  }
}
