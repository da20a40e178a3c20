/// The content of `datapackage.json` (Data Package, version 1 or 2, and our own `reach` and `focus`).
///
/// Both versions are read by the same members; members of a single version are passed over.
public struct PackageDescriptor: Sendable {
  /// A table's file and how far its facts reach.
  public struct Resource: Sendable {
    public let name: String
    public let path: String
    /// The last day that the facts of the table reach, as precise as is known.
    public let reach: String?
    public let schema: Schema?
    /// The bytes of the descriptor that it takes.
    let place: Range<Int>
    /// The bytes that the value of `path` takes, quotes and all.
    let pathPlace: Range<Int>
    let reachPlace: Range<Int>?
  }

  /// A table's columns as the descriptor tells them.
  public struct Schema: Sendable {
    /// The columns in the order of the file.
    public let fields: [Column]
    /// The columns that tell rows apart.
    public let primaryKey: [String]?
  }

  public struct Column: Sendable {
    public let name: String
    public let type: String
    public let constraints: Constraints?
  }

  public struct Constraints: Sendable {
    /// True if an empty cell is an error.
    public let required: Bool?
    public let `enum`: [String]?
  }

  /// The package's name, by which another package says that it is laid over it; `nil` where it has
  /// none.
  public let name: String?
  /// The name of the package that this package is to be laid over; `nil` where it stands by itself.
  public let over: String?
  public let title: String
  public let version: String
  public let updated: Day
  /// The ids of the organisations that exposure is measured to, the usual organisation first; empty
  /// where the package names none.
  public let focus: [String]
  public let resources: [Resource]
  /// The oddities of the file that reading survives.
  let problems: [Problem]
  /// The descriptor as it stands in its file.
  let text: [UInt8]
  /// The bytes that the value of `updated` takes, quotes and all.
  let updatedPlace: Range<Int>
  /// The bytes that the array of resources takes.
  let resourcesPlace: Range<Int>

  /// Reads the descriptor of a folder.
  public init(folder: String) throws(DatasetError) {
    try self.init(folder: folder, withSchemas: true)
  }

  /// Reads the descriptor of a folder. Without the schemas in half the time, as reading a dataset needs
  /// none but its own.
  init(folder: String, withSchemas: Bool) throws(DatasetError) {
    let path = folder + "/datapackage.json"
    let store = TextStore()
    let file = try LoadedFile(path: path, package: 0, store: store)
    let bytes = try file.readAll()
    // The store owns the bytes.
    defer { withExtendedLifetime(store) {} }
    do throws(JSONReader.Fault) {
      try self.init(bytes, path: path, withSchemas)
    } catch {
      let (line, column) = place(of: error.offset, in: bytes)
      throw .badDescriptor(
        path: path, reason: "line \(line), column \(column): expected \(error.expected)")
    }
  }

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, path: String, _ withSchemas: Bool
  ) throws(JSONReader.Fault) {
    var reader = JSONReader(bytes)
    var members = Members()
    try reader.object { reader, name throws(JSONReader.Fault) in
      try members.read(name, from: &reader, withSchemas)
    }
    try reader.end()
    guard let title = members.title else { throw reader.fault("a member \"title\"") }
    guard let version = members.version else { throw reader.fault("a member \"version\"") }
    guard let updated = members.updated else { throw reader.fault("a member \"updated\"") }
    guard let resources = members.resources else {
      throw reader.fault("a member \"resources\"")
    }
    name = members.name
    over = members.over
    self.title = title
    self.version = version
    focus = members.focus
    self.updated = updated.day
    self.resources = resources.all
    problems = resources.all.compactMap { resource in
      guard let message = resource.oddity else { return nil }
      let (line, column) = place(of: resource.place.lowerBound, in: bytes)
      return Problem(
        file: path, line: line, column: column, severity: .warning, message: message)
    }
    text = Array(bytes)
    updatedPlace = updated.place
    resourcesPlace = resources.place
  }

  /// The members of a descriptor as they are met, in any order.
  private struct Members {
    var name: String?
    var over: String?
    var title: String?
    var version: String?
    var focus: [String] = []
    var updated: (day: Day, place: Range<Int>)?
    var resources: (all: [Resource], place: Range<Int>)?

    mutating func read(
      _ member: String, from reader: inout JSONReader, _ withSchemas: Bool
    ) throws(JSONReader.Fault) {
      switch member {
      case "name": name = try reader.string()
      case "over": over = try reader.string()
      case "title": title = try reader.string()
      case "version": version = try reader.string()
      case "focus": focus = try Members.ids(from: &reader)
      case "updated": updated = try Members.day(from: &reader)
      case "resources": resources = try Members.resources(from: &reader, withSchemas)
      default: try reader.skip()
      }
    }

    private static func ids(from reader: inout JSONReader) throws(JSONReader.Fault) -> [String] {
      var ids: [String] = []
      try reader.array { reader throws(JSONReader.Fault) in ids.append(try reader.string()) }
      return ids
    }

    private static func day(from reader: inout JSONReader) throws(JSONReader.Fault)
      -> (day: Day, place: Range<Int>)
    {
      let (text, place) = try reader.placedString()
      guard let day = Day(text) else {
        throw .init(offset: place.lowerBound, expected: "a day such as \"2026-03-21\"")
      }
      return (day, place)
    }

    private static func resources(
      from reader: inout JSONReader, _ withSchemas: Bool
    ) throws(JSONReader.Fault) -> (all: [Resource], place: Range<Int>) {
      let start = reader.start()
      var all: [Resource] = []
      try reader.array { reader throws(JSONReader.Fault) in
        let resource = try Resource(&reader, withSchemas)
        guard !all.contains(where: { $0.name == resource.name }) else {
          throw .init(
            offset: resource.place.lowerBound, expected: "one resource named \(resource.name)")
        }
        all.append(resource)
      }
      return (all, start..<reader.offset)
    }
  }
}

extension PackageDescriptor.Resource {
  fileprivate init(
    _ reader: inout JSONReader, _ withSchemas: Bool
  ) throws(JSONReader.Fault) {
    let start = reader.start()
    var name: String?
    var path: (text: String, place: Range<Int>)?
    var reach: (text: String, place: Range<Int>)?
    var schema: PackageDescriptor.Schema?
    try reader.object { reader, member throws(JSONReader.Fault) in
      switch member {
      case "name": name = try reader.string()
      case "path":
        let (value, place) = try reader.placedPath()
        guard PackageDescriptor.Resource.isInside(value) else {
          throw .init(offset: place.lowerBound, expected: "a path inside the package")
        }
        path = (value, place)
      case "reach": reach = try reader.placedString()
      // A schema that stands in a file of its own is passed over: Moat knows its tables.
      case "schema" where withSchemas && !reader.isAtString():
        schema = try PackageDescriptor.Schema(&reader)
      default: try reader.skip()
      }
    }
    guard let name else { throw .init(offset: start, expected: "a resource with a \"name\"") }
    guard let path else { throw .init(offset: start, expected: "a resource with a \"path\"") }
    self.init(
      name: name, path: path.text, reach: reach?.text, schema: schema,
      place: start..<reader.offset, pathPlace: path.place, reachPlace: reach?.place)
  }

  private static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
      && !path.utf8.contains { $0 < 32 || $0 == 127 }
  }

  fileprivate var oddity: String? {
    if TableName(name) == nil {
      let hint = nearest(to: name, among: TableName.words).map { "; did you mean \"\($0)\"?" }
      return "\"\(shown(name))\" is not a table of Moat and is not read\(hint ?? "")"
    }
    if let reach, PartialDate(reach) == nil {
      return "found the reach \"\(shown(reach))\", expected a date such as 2026-03"
    }
    return nil
  }
}

extension PackageDescriptor.Schema {
  fileprivate init(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    var fields: [PackageDescriptor.Column] = []
    var primaryKey: [String]?
    try reader.object { reader, member throws(JSONReader.Fault) in
      switch member {
      case "fields":
        try reader.array { reader throws(JSONReader.Fault) in
          fields.append(try PackageDescriptor.Column(&reader))
        }
      case "primaryKey":
        primaryKey = reader.isAtString() ? [try reader.string()] : try reader.strings()
      default: try reader.skip()
      }
    }
    self.init(fields: fields, primaryKey: primaryKey)
  }
}

extension PackageDescriptor.Column {
  fileprivate init(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    var name = ""
    var type = "string"
    var constraints: PackageDescriptor.Constraints?
    try reader.object { reader, member throws(JSONReader.Fault) in
      switch member {
      case "name": name = try reader.string()
      case "type": type = try reader.string()
      case "constraints":
        var required: Bool?
        var words: [String]?
        try reader.object { reader, member throws(JSONReader.Fault) in
          switch member {
          case "required": required = try reader.bool()
          case "enum": words = try reader.strings()
          default: try reader.skip()
          }
        }
        constraints = PackageDescriptor.Constraints(required: required, enum: words)
      default: try reader.skip()
      }
    }
    self.init(name: name, type: type, constraints: constraints)
  }
}

extension JSONReader {
  /// A string with the bytes it takes, quotes and all.
  fileprivate mutating func placedString() throws(Fault) -> (String, Range<Int>) {
    let start = start()
    let text = try string()
    return (text, start..<offset)
  }

  /// A path, or a list of a single path, with the bytes of the string.
  fileprivate mutating func placedPath() throws(Fault) -> (String, Range<Int>) {
    if isAtString() { return try placedString() }
    let start = start()
    var paths: [(String, Range<Int>)] = []
    try array { reader throws(Fault) in paths.append(try reader.placedString()) }
    guard paths.count == 1 else {
      throw Fault(offset: start, expected: "a single path: Moat reads a table from one file")
    }
    return paths[0]
  }

  fileprivate mutating func strings() throws(Fault) -> [String] {
    var strings: [String] = []
    try array { reader throws(Fault) in
      // Numbers and the like are left out: Moat compares no cell with them.
      if reader.isAtString() { strings.append(try reader.string()) } else { try reader.skip() }
    }
    return strings
  }
}

/// The line and the column, in characters, of a byte.
private func place(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (Int, Int) {
  var (line, column) = (1, 1)
  for byte in bytes.prefix(offset) {
    if byte == 10 {
      (line, column) = (line + 1, 1)
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
  return (line, column)
}
