import FoundationEssentials

/// What `datapackage.json` says of a package (Frictionless Data Package 1.0, and `reach` of our own).
public struct PackageDescriptor: Sendable, Decodable {
  /// A table's file and how far its facts reach.
  public struct Resource: Sendable, Decodable {
    /// The table's name.
    public let name: String
    /// The file, relative to the descriptor.
    public let path: String
    /// The last day that the facts of the table reach, as precise as is known.
    public let reach: String?
    /// The columns.
    public let schema: Schema?
  }

  /// A table's columns as the descriptor tells them.
  public struct Schema: Sendable, Decodable {
    /// The columns in the order of the file.
    public let fields: [Column]
    /// The columns that tell rows apart.
    public let primaryKey: [String]?
  }

  /// A column as the descriptor tells it.
  public struct Column: Sendable, Decodable {
    /// The name in the file's header.
    public let name: String
    /// The Frictionless type.
    public let type: String
    /// What a cell must be.
    public let constraints: Constraints?
  }

  /// What a cell must be.
  public struct Constraints: Sendable, Decodable {
    /// Whether an empty cell is an error.
    public let required: Bool?
    /// The words allowed.
    public let `enum`: [String]?
  }

  /// The package's title.
  public let title: String
  /// Its version.
  public let version: String
  /// The day it was last revised.
  public let updated: Day
  /// Its tables.
  public let resources: [Resource]

  /// Reads the descriptor of a folder.
  public init(folder: String) throws(DatasetError) {
    let path = folder + "/datapackage.json"
    let store = TextStore()
    let file = try LoadedFile(path: path, package: 0, store: store)
    // The store owns the bytes, so it must outlive the copy.
    let data = withExtendedLifetime(store) { Data(file.bytes) }
    do {
      self = try JSONDecoder().decode(PackageDescriptor.self, from: data)
    } catch {
      throw .badDescriptor(path: path, reason: PackageDescriptor.sentence(error))
    }
    for resource in resources where !PackageDescriptor.isInside(resource.path) {
      throw .badDescriptor(
        path: path, reason: "the path \"\(resource.path)\" leads out of the package")
    }
  }

  private static func isInside(_ path: String) -> Bool {
    !path.isEmpty && !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
  }

  private static func sentence(_ error: any Error) -> String {
    func place(_ context: DecodingError.Context) -> String {
      context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? "." + $0.stringValue }.joined()
    }
    guard let error = error as? DecodingError else { return "is not JSON" }
    switch error {
    case .keyNotFound(let key, let context):
      return "lacks \"\(key.stringValue)\" at $\(place(context))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "has a value of another type than expected at $\(place(context))"
    case .dataCorrupted(let context):
      let inner = context.underlyingError.map { " (\($0))" } ?? ""
      return context.codingPath.isEmpty
        ? "is not JSON\(inner)" : "\(context.debugDescription) at $\(place(context))"
    @unknown default: return "is not JSON"
    }
  }
}
