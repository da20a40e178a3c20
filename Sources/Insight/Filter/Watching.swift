import Dataset

/// The organisations, countries and rows that a reader watches, for `watched:yes`.
public struct Watching: Hashable, Sendable {
  public var organisations: Set<String>
  public var countries: Set<String>
  /// Rows of any table, by id.
  public var rows: Set<String>

  public init(
    organisations: Set<String> = [], countries: Set<String> = [], rows: Set<String> = []
  ) {
    self.organisations = organisations
    self.countries = countries
    self.rows = rows
  }

  public static let nothing = Watching()
}

/// The watched rows, looked up in a dataset.
struct WatchedSet: Sendable {
  let organisations: Members<Organisation>
  let countries: Members<Country>
  let rows: RowSet

  init(_ watching: Watching, in dataset: Dataset) {
    var organisations = Members<Organisation>(capacity: dataset.organisations.count)
    for slug in watching.organisations {
      if let id = dataset.organisation(slug) { organisations.insert(id) }
    }
    var countries = Members<Country>(capacity: dataset.countries.count)
    for code in watching.countries {
      if let id = dataset.country(code) { countries.insert(id) }
    }
    var rows = RowSet(dataset)
    if !watching.rows.isEmpty {
      _ = rows.insert(dataset, where: watching.rows.contains, quickly: nil)
    }
    self.organisations = organisations
    self.countries = countries
    self.rows = rows
  }
}
