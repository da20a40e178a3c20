extension Dataset {
  /// A table as CSV (RFC 4180, LF), header first: what reading it again gives the same rows from.
  ///
  /// Laid-over packages come out as one.
  public func csv(_ table: TableName) -> String {
    switch table {
    case .sources: csv(sources)
    case .countries: csv(countries)
    case .organisations: csv(organisations)
    case .rounds: csv(rounds)
    case .investments: csv(investments)
    case .valuations: csv(valuations)
    case .compute: csv(compute)
    case .relations: csv(relations)
    case .authorities: csv(authorities)
    case .enforcement: csv(enforcement)
    case .milestones: csv(milestones)
    case .claims: csv(claims)
    case .exchangeRates: csv(exchangeRates)
    case .places: csv(places)
    case .outlines: csv(outlines)
    case .models: csv(models)
    case .signatories: csv(signatories)
    }
  }

  /// A row's cells with the names of their columns, as they would stand in the file.
  public func cells(of record: some Record) -> [(column: String, text: String)] {
    guard let row = record as? any TableRow else { return [] }
    var writer = RowWriter(dataset: self)
    row.write(&writer)
    return zip(type(of: row).schema.fields, writer.cells).map { ($0.name, $1) }
  }

  private func csv<Row: TableRow>(_ rows: [Row]) -> String {
    var text = Row.schema.header + "\n"
    for row in rows {
      var writer = RowWriter(dataset: self)
      row.write(&writer)
      text += csvRecord(writer.cells) + "\n"
    }
    return text
  }
}
