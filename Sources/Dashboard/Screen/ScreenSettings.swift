import Dataset

public struct SortOrder: Hashable, Sendable {
  public var column: String
  public var descending: Bool

  public init(column: String, descending: Bool) {
    self.column = column
    self.descending = descending
  }
}

public struct Settings: Hashable, Sendable {
  private var values: [Setting: Int] = [:]
  /// The things chosen by a screen's own commands, by slug.
  public var subjects: [LocalCommand: String] = [:]
  /// By which column each list is sorted, by the list's name.
  public var sort: [String: SortOrder] = [:]
  /// The day chosen to compare with.
  public var since: Day?

  public init() {}

  /// The number of a setting's value, from 0.
  subscript(setting: Setting) -> Int {
    get { values[setting] ?? 0 }
    // The first value is that of a screen nothing was chosen on.
    set { values[setting] = newValue == 0 ? nil : newValue }
  }
}
