import Dataset

/// The mapping of the columns of a foreign table to the fields of a kind of fact.
public struct ImportMapping: Codable, Equatable, Sendable {
  /// A column and the field that it fills.
  public struct Column: Codable, Equatable, Sendable {
    /// The name in the header of the table.
    public let column: String
    public let field: String
    /// Plain numbers are divided by it, such as a million for amounts in single dollars; 1 for as they are.
    public let divisor: Int

    public init(column: String, field: String, divisor: Int = 1) {
      self.column = column
      self.field = field
      self.divisor = divisor
    }
  }

  /// The kind of fact, by its noun.
  public var kind: String
  /// The columns that are taken.
  public var columns: [Column]
  /// The texts of fields that every row has.
  public var constants: [String: String]
  /// Ids by the names that stand for them; `skip` leaves a row out, `new:KIND:LAYER:COUNTRY` enters the
  /// organisation.
  public var names: [String: String]

  public init(
    kind: String, columns: [Column], constants: [String: String] = [:],
    names: [String: String] = [:]
  ) {
    self.kind = kind
    self.columns = columns
    self.constants = constants
    self.names = names
  }

  /// Reads columns as they are written on a command line: `Company=company,Raised (USD)=amount_m/1000000`.
  ///
  /// A header may hold commas; what has no `=` belongs to the part behind it.
  public static func columns(_ text: String) -> Result<[Column], EntryFault> {
    var columns: [Column] = []
    var pending = ""
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let whole = pending.isEmpty ? String(part) : pending + "," + part
      guard let sign = whole.lastIndex(of: "=") else {
        pending = whole
        continue
      }
      pending = ""
      let column = String(whole[..<sign]).trimmed
      let target = whole[whole.index(after: sign)...].split(separator: "/").map {
        String($0).trimmed
      }
      let divisor = target.count == 2 ? Int(target[1]) : target.count == 1 ? 1 : nil
      guard !column.isEmpty, let field = target.first, let divisor, divisor > 0 else {
        return .failure(
          EntryFault(
            [.init("--map", "found \"\(whole)\", expected COLUMN=FIELD or COLUMN=FIELD/1000000")],
            isUsage: true))
      }
      columns.append(Column(column: column, field: field, divisor: divisor))
    }
    guard pending.isEmpty, !columns.isEmpty else {
      return .failure(
        EntryFault(
          [.init("--map", "found \"\(text)\", expected COLUMN=FIELD, joined by commas")],
          isUsage: true))
    }
    return .success(columns)
  }
}
