/// Writes a row's cells in the order of the columns, as they would stand in the file.
struct RowWriter {
  let dataset: Dataset
  private(set) var cells: [String] = []

  init(dataset: Dataset) {
    self.dataset = dataset
  }

  mutating func text(_ text: Text) { cells.append(dataset.string(text)) }
  mutating func string(_ string: String?) { cells.append(string ?? "") }
  mutating func date(_ date: PartialDate?) { cells.append(date?.description ?? "") }
  mutating func day(_ day: Day?) { cells.append(day?.description ?? "") }
  mutating func word(_ word: (some Vocabulary)?) { cells.append(word?.word ?? "") }
  mutating func number(_ number: Double?) { cells.append(number.map(plain) ?? "") }
  mutating func integer(_ number: Int?) { cells.append(number.map { String($0) } ?? "") }

  mutating func id(_ slug: String?) { cells.append(slug ?? "") }

  mutating func ids(_ slugs: [String]) { cells.append(slugs.joined(separator: ";")) }
}

/// One record of cells in RFC 4180 form, without its line end.
public func csvRecord(_ cells: [String]) -> String {
  cells.map { cell in
    let plain = !cell.utf8.contains { $0 == 44 || $0 == 34 || $0 == 10 || $0 == 13 }
    return plain ? cell : "\"" + doublingQuotes(cell) + "\""
  }.joined(separator: ",")
}

private func doublingQuotes(_ cell: String) -> String {
  var result = ""
  for character in cell.unicodeScalars {
    if character == "\"" { result.unicodeScalars.append(character) }
    result.unicodeScalars.append(character)
  }
  return result
}
