extension Findings {
  /// Sources that no row rests on: nothing is wrong with them, and a note or a claim may name them.
  mutating func checkSources() {
    let dataset = dataset
    var isUsed = [Bool](repeating: false, count: dataset.sources.count)
    for table in TableName.allCases {
      dataset.rows(of: table).forEachSource(in: dataset) { isUsed[Int($0.index)] = true }
    }
    for (source, isUsed) in zip(dataset.sources, isUsed) where !isUsed {
      note(.review, source, "id", "no row rests on \(dataset.slug(source.id))")
    }
  }

  /// Control characters, which belong in no cell; a line break inside quotes may be meant.
  mutating func checkCharacters() {
    for file in dataset.files {
      guard let base = dataset.store.pointer(to: file.position) else { continue }
      for offset in 0..<file.count where base[offset] < 32 || base[offset] == 127 {
        let byte = base[offset]
        let endsLine = byte == 13 && offset + 1 < file.count && base[offset + 1] == 10
        if byte == 10 || endsLine { continue }
        let code = String(byte, radix: 16, uppercase: true)
        note(
          .warning, file, offset: offset,
          "found the control character U+\(String(repeating: "0", count: 4 - code.count))\(code)")
      }
    }
  }
}
